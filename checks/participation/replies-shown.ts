import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { labelledLinks } from '../labelled-links.ts'
import { rocDateText } from '../periods.ts'
import { targetOf } from '../targets.ts'
import { type Thread, threadsOf } from './read-replies.ts'
import { type SiteChannels, siteChannels } from './site-channels.ts'

const maxEvidence = 5

/** Does the agency answer, on the site itself, what people write there? Sources: 002:32, 002:121, 003:292, 000:173. */
export default defineCheck({
  id: 'participation/replies-shown',
  version: 2,
  question: '網站上可否見到機關對民眾意見之實際回應？',
  needs: [],
  measures: {
    threads: { title: '公開之民眾發言', unit: 'thread' },
    answered: { title: '已有機關回應之發言', unit: 'thread' },
    replies: { title: '載有日期之機關回應', unit: 'reply' },
    recent: { title: '90日內之機關回應', unit: 'reply' },
  },
  messages: {
    shown: '{threads} 則公開發言中，{answered} 則已有機關回應{newest}。',
    none: '{threads} 則公開發言均未見機關回應；回應如以電子郵件或其他方式為之，請機關提供佐證。',
    undated: '{answered} 則發言已有機關回應，惟均未載回應日期，請人工確認。',
  },
  run(snapshot, context) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const channels = siteChannels(snapshot, context)
    const pages = placesOf(channels, context)
    const threads = [...new Map(pages.flatMap((page) => distinctThreads(channels, page))).values()]
    const readable = threads.filter(({ answer }) => answer !== 'unknown')
    if (readable.length === 0)
      return { status: 'undetermined', reason: '網站未見可公開閱覽之討論區或留言版，回應情形無法由網站查得。' }
    const tally = tallyOf(threads, daysBefore(channels.sight.today, context.terms.participation.replyDays))
    return {
      status: 'done',
      measures: {
        threads: { value: readable.length, unknown: tally.unread },
        answered: { value: tally.answered.length, unknown: tally.unread, outOf: threads.length },
        replies: { value: tally.dates.length, unknown: tally.undated + tally.unread },
        recent: { value: tally.recent, unknown: tally.undated + tally.unread },
      },
      findings: [findingOf(readable, tally)],
    }
  },
})

interface Tally {
  answered: readonly Thread[]
  /** Of the answers, ISO, oldest first. */
  dates: readonly string[]
  undated: number
  /** Since the day asked for. */
  recent: number
  unread: number
}

function tallyOf(threads: readonly Thread[], since: string): Tally {
  const answered = threads.filter(({ answer }) => answer === 'replied')
  const dates = answered.flatMap(({ repliedOn }) => repliedOn ?? []).sort()
  return {
    answered,
    dates,
    undated: answered.length - dates.length,
    recent: dates.filter((date) => date >= since).length,
    unread: threads.filter(({ answer }) => answer === 'unknown').length,
  }
}

function findingOf(
  readable: readonly Thread[],
  { answered, dates }: Tally,
): DraftFinding<'shown' | 'none' | 'undated'> {
  const shown = answered.length > 0 ? answered : readable
  const pages = [...new Set(shown.map(({ page }) => page))]
  const evidence = pages
    .slice(0, maxEvidence)
    .map((page): Evidence => ({ kind: 'resource', resourceId: page.resourceId }))
  const newest = dates.at(-1)
  const said = newest === undefined ? '' : `，最近一次為${rocDateText(newest)}`
  const values = { threads: readable.length, answered: answered.length, newest: said }
  const head = {
    key: ['replies'] as const,
    values,
    url: pages[0]?.url ?? '',
    pages: pages.length,
    evidence: atLeastOne(evidence),
  }
  if (answered.length === 0) return { ...head, messageId: 'none', verdict: 'needs-review' }
  if (dates.length === 0) return { ...head, messageId: 'undated', verdict: 'needs-review' }
  return { ...head, messageId: 'shown', verdict: 'conforms' }
}

/** Pages where people write in public, or the agency publishes what they wrote with its answers. */
function placesOf({ all, sight, navigation }: SiteChannels, { terms }: CheckContext): Page[] {
  const boards = [...all.forum, ...all.messageBoard, ...all.opinionForum].flatMap(({ page }) => page ?? [])
  const answers = labelledLinks(sight.snapshot, navigation, terms.participation.answers).flatMap((link) => {
    const target = targetOf(sight.snapshot, link, terms.links)
    return target.kind === 'page' ? [target.page] : []
  })
  return [...new Set([...boards, ...answers])]
}

/** A thread that two lists lead to is one. */
function distinctThreads({ sight }: SiteChannels, page: Page): [string, Thread][] {
  return threadsOf(sight, page).map((thread, index) => {
    return [thread.page.id === page.id ? `${page.id} ${index}` : `${thread.page.id}`, thread]
  })
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
