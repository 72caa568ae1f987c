import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { foldText } from '../labels.ts'
import { navigationOf } from '../navigation.ts'
import { daysBefore, newestEndIn, rocDateText } from '../periods.ts'
import { isReadable, mainTextOf } from '../seen-page.ts'
import { contentPages } from './content-pages.ts'
import { dateEvidence } from './date-evidence.ts'
import { promisesOf, type UpdatePromise } from './promises.ts'
import { type ShownDates, shownDates } from './shown-dates.ts'

const messages = {
  kept: '「{promise}」：最新日期為{newest}，未逾所定週期（{cycle}）。',
  late: '「{promise}」：該頁標示之更新日期為{newest}，已逾所定週期（{cycle}）。',
  'site-late': '「{promise}」：全站所見最新日期為{newest}，已逾所定週期（{cycle}）。',
  'maybe-late': '「{promise}」：所見最新日期為{newest}，疑已逾所定週期（{cycle}），請人工確認。',
  undated: '「{promise}」：未見可資比對之日期，請人工確認是否依{cycle}之週期更新。',
  unmatched: '「{promise}」：無法辨認所指之網頁，請人工確認是否依{cycle}之週期更新。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

/** The newest date of what a promise speaks of, and how sure it is that it tells of an update. */
interface Newest {
  date: string
  isSure: boolean
  evidence: readonly Evidence[]
}

/** Is what the site promises to update so often updated so often? Sources: 000:151, 003:227-228, 002:29. */
export default defineCheck({
  id: 'freshness/updated-as-promised',
  version: 3,
  question: '是否依所定週期更新？',
  needs: [],
  measures: {
    kept: { title: '依所定週期更新者', unit: 'promise' },
    late: { title: '逾所定週期未更新者', unit: 'promise' },
  },
  messages,
  run(snapshot, { terms }: CheckContext): Answer<'kept' | 'late', MessageId> {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const promises = promisesOf(snapshot, terms)
    if (promises.length === 0)
      return { status: 'undetermined', reason: '網站未見更新週期（如每月更新），是否依規定更新請人工認定。' }
    const dates = shownDates(snapshot, terms.freshness)
    const findings = distinct(promises.map((promise) => judge(snapshot, promise, dates, terms)))
    const kept = findings.filter(({ verdict }) => verdict === 'conforms').length
    const late = findings.filter(({ verdict }) => verdict === 'violates').length
    const numbers = { unknown: findings.length - kept - late, outOf: findings.length }
    return {
      status: 'done',
      measures: { kept: { value: kept, ...numbers }, late: { value: late, ...numbers } },
      findings,
    }
  },
})

/** Two links to one rule say the same. */
function distinct(findings: readonly Draft[]): Draft[] {
  return [...new Map(findings.map((finding) => [finding.key.join(' '), finding])).values()]
}

function judge(snapshot: Snapshot, promise: UpdatePromise, dates: ShownDates, terms: Terms): Draft {
  if (promise.of.kind === 'unknown') return draft(promise, 'unmatched', null)
  const newest =
    promise.of.kind === 'site' ? newestOfSite(snapshot, dates, terms) : newestOn(snapshot, promise.of.page, dates)
  if (newest === null) return draft(promise, 'undated', null)
  if (newest.date >= daysBefore(todayOf(snapshot), promise.cycle.lateAfterDays)) return draft(promise, 'kept', newest)
  if (!newest.isSure) return draft(promise, 'maybe-late', newest)
  return draft(promise, promise.of.kind === 'site' ? 'site-late' : 'late', newest)
}

/** A date of update on the page that makes the promise is sure; what a list names may stand beside newer things behind it. */
function newestOn(snapshot: Snapshot, page: Page, dates: ShownDates): Newest | null {
  if (!isReadable(snapshot, page)) return null
  const shown = dates.of(page)
  const resource: Evidence = { kind: 'resource', resourceId: page.resourceId }
  const named = newestEndIn(foldText(mainTextOf(snapshot, page)), todayOf(snapshot))
  if (shown === null) return named === null ? null : { date: named, isSure: false, evidence: [resource] }
  const isNewerNamed = named !== null && named > shown.date
  const evidence = [dateEvidence(snapshot, shown)]
  return { date: isNewerNamed ? named : shown.date, isSure: shown.kind === 'updated' && !isNewerNamed, evidence }
}

/** Sure only where every page was had. */
function newestOfSite(snapshot: Snapshot, dates: ShownDates, terms: Terms): Newest | null {
  const pages = contentPages(snapshot, navigationOf(snapshot, terms.siteMap), terms)
  const shown = pages.flatMap((page) => dates.of(page) ?? [])
  const [newest] = shown.sort((a, b) => (a.date < b.date ? 1 : -1))
  if (newest === undefined) return null
  const isSure =
    snapshot.run.outcome === 'complete' &&
    pages.length > 0 &&
    snapshot.urlFates().every(({ state }) => state !== 'skipped')
  return { date: newest.date, isSure, evidence: [dateEvidence(snapshot, newest)] }
}

function todayOf({ run }: Snapshot): string {
  return taipeiDate(new Date(run.startedAt))
}

function draft({ text, cycle, page, of }: UpdatePromise, messageId: MessageId, newest: Newest | null): Draft {
  const values = { promise: text, cycle: cycle.title, ...(newest !== null && { newest: rocDateText(newest.date) }) }
  const verdict =
    messageId === 'kept' ? 'conforms' : messageId === 'late' || messageId === 'site-late' ? 'violates' : 'needs-review'
  const written: Evidence = { kind: 'resource', resourceId: page.resourceId }
  const url = 'page' in of ? of.page.url : page.url
  return { key: [page.url, text], messageId, values, verdict, url, evidence: [written, ...(newest?.evidence ?? [])] }
}
