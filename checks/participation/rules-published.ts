import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { contentOf, shortTextLength } from '../content.ts'
import { labelledLinks } from '../labelled-links.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../labels.ts'
import { compactText, contentLinks } from '../page-reading.ts'
import { isReadable, linkEvidence } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import type { Channel } from './channel.ts'
import { onwardPages } from './judge-feedback.ts'
import { channelKinds, type SiteChannels, siteChannels } from './site-channels.ts'

/** Does the site say how its ways to take part are used and run? Source: 003:293 (管理規範). */
export default defineCheck({
  id: 'participation/rules-published',
  version: 2,
  question: '網站是否載明電子參與途徑之使用或管理規範？',
  needs: [],
  measures: { rules: { title: '電子參與途徑之使用或管理規範', unit: 'rule' } },
  messages: {
    published: '「{label}」載有使用或管理規範。',
    dead: '「{label}」{because}。',
    unclear: '「{label}」{because}，請人工確認。',
    missing: '未見電子參與途徑之使用或管理規範，請機關提供網址。',
  },
  run(snapshot, context) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const channels = siteChannels(snapshot, context)
    const found = [...fromChannels(channels), ...fromLabels(channels)]
    const published = found.filter(({ messageId }) => messageId === 'published')
    if (published.length > 0)
      return { status: 'done', measures: { rules: measure(published.length) }, findings: published }
    const offered = channelsWithPage(channels)
    if (found.length === 0 && offered.length === 0)
      return { status: 'undetermined', reason: '未見網站自有之電子參與途徑，無從查核其規範。' }
    // Rules may stand in a document nobody names so: none seen is no proof of none.
    const rest = found.length > 0 ? found : [missing(channels, offered)]
    const isUnknown = rest.some(({ verdict }) => verdict === 'needs-review')
    return { status: 'done', measures: { rules: measure(0, isUnknown ? 1 : 0) }, findings: rest }
  },
})

type Draft = DraftFinding<'published' | 'dead' | 'unclear' | 'missing'>

function measure(value: number, unknown = 0) {
  return { value, unknown }
}

function channelsWithPage({ all }: SiteChannels): Channel[] {
  return channelKinds.flatMap((kind) => all[kind].filter(({ page, state }) => page !== null && state !== 'unusable'))
}

/** Rules that stand on the page of a channel itself, or on the page of its form one step on. */
function fromChannels(channels: SiteChannels): Draft[] {
  const { snapshot, terms } = channels.sight
  const pages = new Map(
    channelsWithPage(channels).flatMap((channel) => {
      const { page } = channel
      if (page === null) return []
      return [page, ...onwardPages(channels.sight, page)].map((one) => [one, channel] as const)
    }),
  )
  return [...pages].flatMap(([page, { label }]): Draft[] => {
    if (!isReadable(snapshot, page) || !matchesAny(ownText(snapshot, page), terms.participation.rules.text)) return []
    const evidence: Evidence = { kind: 'resource', resourceId: page.resourceId }
    return [
      {
        key: [page.url],
        messageId: 'published',
        values: { label, because: '' },
        verdict: 'conforms',
        url: page.url,
        evidence: [evidence],
      },
    ]
  })
}

/** Text of a page without its links: what a link is called is not yet said. */
function ownText(snapshot: Snapshot, page: Page): string {
  const labels = contentLinks(snapshot, page).map(({ text }) => foldText(text).replace(/\s+/gu, ''))
  const removed = labels.filter((label) => label.length > 1)
  return removed.reduce((text, label) => text.replaceAll(label, ''), compactText(snapshot, page))
}

/** Pages and files that a link calls the rules. */
function fromLabels(channels: SiteChannels): Draft[] {
  const { sight, navigation } = channels
  const words = sight.terms.participation.rules
  const nearby = channelsWithPage(channels).flatMap(({ page }) =>
    page === null ? [] : contentLinks(sight.snapshot, page),
  )
  const links = [
    ...labelledLinks(sight.snapshot, navigation, words),
    ...nearby.filter(({ text }) => isLabelOf(normaliseLabel(text), words)),
  ]
  const distinct = new Map(links.map((link) => [link.target ?? link.href, link]))
  return [...distinct].map(([key, link]) => judgeRules(channels, key, link))
}

function judgeRules({ sight }: SiteChannels, key: string, link: Link): Draft {
  const { snapshot, terms } = sight
  const target = targetOf(snapshot, link, terms.links)
  const because = 'why' in target ? target.why : '未連至可查核之網頁'
  const head = {
    key: ['label', key] as const,
    values: { label: link.text, because },
    url: link.target ?? snapshot.run.start,
    evidence: [linkEvidence(snapshot, link)] as const,
  }
  if (target.kind === 'file') return { ...head, messageId: 'published', verdict: 'conforms' }
  if (target.kind === 'dead') return { ...head, messageId: 'dead', verdict: 'violates' }
  if (target.kind !== 'page' || !isReadable(snapshot, target.page))
    return { ...head, messageId: 'unclear', verdict: 'needs-review' }
  const content = contentOf(snapshot, target.page, sectionTermsOf(terms))
  const isSaid = content.text.length >= shortTextLength || content.entries.length > 0
  if (isSaid && !content.isMissingPage) return { ...head, messageId: 'published', verdict: 'conforms' }
  return { ...head, values: { label: link.text, because: '未載內容' }, messageId: 'dead', verdict: 'violates' }
}

function missing({ sight }: SiteChannels, offered: readonly Channel[]): Draft {
  const pageIds = offered.flatMap(({ page }) => (page === null ? [] : [page.id]))
  const absence: Evidence = { kind: 'absence', lookedFor: '使用或管理規範', pageIds: [...new Set(pageIds)] }
  const url = offered[0]?.url ?? sight.snapshot.run.start
  return {
    key: ['missing'],
    messageId: 'missing',
    values: { label: '', because: '' },
    verdict: 'needs-review',
    url,
    evidence: [absence],
  }
}
