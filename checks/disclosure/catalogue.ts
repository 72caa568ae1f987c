import type { FaqQuestion } from '../../store/model/catalogue.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Link } from '../../store/model/link.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { contentOf } from '../content.ts'
import { foldText, matchesAny } from '../labels.ts'
import { looseLinks } from '../loose-links.ts'
import { linkEvidence } from '../seen-page.ts'
import { sectionTermsOf, type Target, targetOf } from '../targets.ts'
import type { ItemSearch } from './article7/item-search.ts'
import { judgedSite } from './article7/judged-site.ts'
import { disclosureLines, serviceLines } from './catalogue/lines.ts'
import { faqQuestions } from './catalogue/questions.ts'
import { judgeKind } from './service/judge-kind.ts'

const messages = {
  compiled: '已依查核結果編製「應公開及已公開資訊目錄」計{rows}筆，可供申請書引用；網站未見自行公布之目錄。',
  own: '網站自行公布目錄「{label}」，列有{count}項，可與本工具編製之目錄核對。',
  'own-dead': '網站所列目錄「{label}」連結失效（{why}）。',
  'own-empty': '網站所列目錄「{label}」未列任何項目。',
  'own-unread': '網站所列目錄「{label}」未能判讀（{why}），請人工核對。',
} as const

type MessageId = keyof typeof messages

/**
 * The catalogues an application asks for, from what was found: disclosed information (003:212) and service information
 * (003:216); and whether the site publishes one of its own.
 */
export default defineCheck({
  id: 'disclosure/catalogue',
  version: 5,
  question: '應公開及已公開資訊目錄列載哪些資訊？網站是否自行公布目錄？',
  needs: [],
  measures: {
    rows: { title: '目錄列載之資訊', unit: 'item' },
    own: { title: '網站自行公布之目錄', unit: 'item' },
  },
  messages,
  run(snapshot, context: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法編製目錄。' }
    const { search, lines } = judgedSite(snapshot, context)
    const disclosure = disclosureLines(search, lines)
    const service = serviceLines(search, context)
    const rows = [...disclosure, ...service].reduce((sum, { entries }) => sum + entries.length, 0)
    const own = ownCatalogues(search)
    const count = (verdict: Verdict) => own.filter((finding) => finding.verdict === verdict).length
    return {
      status: 'done',
      measures: { rows: { value: rows }, own: { value: count('conforms'), unknown: count('needs-review') } },
      findings: own.length > 0 ? own : [compiled(search, rows)],
      detail: { kind: 'catalogue', disclosure, service, questions: questionsOf(search, context) },
    }
  },
})

type Draft = DraftFinding<MessageId>

function questionsOf({ snapshot, navigation }: ItemSearch, { terms }: CheckContext): FaqQuestion[] {
  const words = sectionTermsOf(terms)
  const faq = judgeKind(snapshot, navigation, terms.serviceInformation.kinds.faq, words)
  return faqQuestions(snapshot, faq, words, terms.freshness)
}

function compiled({ navigation, snapshot, terms }: ItemSearch, rows: number): Draft {
  const pageIds = navigation.pages.map((page) => page.id)
  return {
    key: ['compiled'],
    messageId: 'compiled',
    values: { rows },
    verdict: 'conforms',
    url: navigation.home?.url ?? snapshot.run.start,
    evidence: [{ kind: 'absence', lookedFor: terms.catalogue.title, pageIds }],
  }
}

function ownCatalogues(search: ItemSearch): Draft[] {
  const { snapshot, terms } = search
  const links = looseLinks(snapshot).filter(({ normal }) => matchesAny(normal, terms.catalogue.labels))
  const byTarget = new Map(links.map(({ link }) => [link.target ?? '', link]))
  return [...byTarget.values()].map((link) => judge(search, link, targetOf(snapshot, link, terms.links)))
}

function judge(search: ItemSearch, link: Link, target: Target): Draft {
  const label = foldText(link.text)
  switch (target.kind) {
    case 'page': {
      const { entries, rows } = contentOf(search.snapshot, target.page, search.terms)
      const count = Math.max(entries.length, rows.length)
      return count > 0
        ? draft(search, link, target, 'own', { label, count })
        : draft(search, link, target, 'own-empty', { label })
    }
    case 'dead':
      return draft(search, link, target, 'own-dead', { label, why: target.why })
    case 'file':
      return draft(search, link, target, 'own-unread', { label, why: '為檔案' })
    case 'external':
      return draft(search, link, target, 'own-unread', { label, why: `連結至${target.url.hostname}` })
    case 'unseen':
      return draft(search, link, target, 'own-unread', { label, why: target.why })
    case 'here':
      return draft(search, link, target, 'own-unread', { label, why: '未連結至其他網頁' })
  }
}

const verdicts: Readonly<Record<MessageId, Verdict>> = {
  compiled: 'conforms',
  own: 'conforms',
  'own-dead': 'violates',
  'own-empty': 'violates',
  'own-unread': 'needs-review',
}

function draft(search: ItemSearch, link: Link, target: Target, messageId: MessageId, values: Draft['values']): Draft {
  const { snapshot } = search
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const url = link.target ?? snapshot.page(link.pageId).url
  const evidence = [linkEvidence(snapshot, link), ...resource] as const
  return { key: ['own', url], messageId, values, verdict: verdicts[messageId], url, evidence }
}
