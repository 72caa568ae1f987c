import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { dateEvidence } from '../freshness/date-evidence.ts'
import { type ShownDate, shownDates } from '../freshness/shown-dates.ts'
import { foldText, matchesAny, normaliseLabel } from '../labels.ts'
import { navigationOf } from '../navigation.ts'
import { daysBefore, rocDateText } from '../periods.ts'
import { isReadable, linksOf } from '../seen-page.ts'
import { type Notice, noticesOnHome, openRows } from './expired/notices.ts'

const messages = {
  none: '首頁內容與各列表未見過期而仍列為現行之資訊。',
  'called-current': '「{label}」載明至{end}止，已過期而仍標示為進行中。',
  'on-home': '首頁之「{label}」載明至{end}止，已過期逾{days}日，請確認是否仍須置於首頁。',
  'stale-list': '「{label}」最新一則為{newest}，已逾{days}日未更新，請人工確認。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

/** Is nothing shown as current that is over? Sources: 003:223-226 (無過期資訊), 002:29 (即時); facts 6.2 (桃園、臺中). */
export default defineCheck({
  id: 'content/not-expired',
  version: 3,
  question: '有無過期而仍列為現行之活動、公告？',
  needs: [],
  measures: { expired: { title: '過期而仍列為現行之資訊', unit: 'notice' } },
  messages,
  run(snapshot, { terms }: CheckContext): Answer<'expired', MessageId> {
    const navigation = navigationOf(snapshot, terms.siteMap)
    const { home } = navigation
    if (home === null || !isReadable(snapshot, home))
      return { status: 'undetermined', reason: '首頁未能判讀，無法判定。' }
    const words = terms.content.expired
    const rows = snapshot.pages().flatMap((page) => openRows(snapshot, page, words))
    const notices = [...noticesOnHome(snapshot, home, words, terms.links), ...rows]
    const old = notices.flatMap((notice) => noticeFinding(snapshot, notice, terms))
    const stale = newsLists(snapshot, [home, ...navigation.pages], terms).flatMap((list) =>
      listFinding(snapshot, list, terms),
    )
    const findings = [...new Map([...old, ...stale].map((one) => [one.key.join(' '), one])).values()]
    const value = findings.filter(({ verdict }) => verdict === 'violates').length
    const measure = { value, unknown: findings.length - value }
    return {
      status: 'done',
      measures: { expired: measure },
      findings: findings.length > 0 ? findings : [nothing(home)],
    }
  },
})

function todayOf({ run }: Snapshot): string {
  return taipeiDate(new Date(run.startedAt))
}

function noticeFinding(snapshot: Snapshot, notice: Notice, { content }: Terms): Draft[] {
  const { currentAfterDays, homeAfterDays } = content.expired
  const { label, end, isCalledCurrent, page, evidence } = notice
  const days = isCalledCurrent ? currentAfterDays : homeAfterDays
  if (end.date >= daysBefore(todayOf(snapshot), days)) return []
  const values = { label, end: rocDateText(end.date), days }
  const messageId = isCalledCurrent ? 'called-current' : 'on-home'
  const verdict = isCalledCurrent ? 'violates' : 'needs-review'
  return [{ key: [page.url, label], messageId, values, verdict, url: page.url, evidence }]
}

interface NewsList {
  label: string
  page: Page
}

/** Lists of what is new that the navigation names. */
function newsLists(snapshot: Snapshot, pages: readonly Page[], { content }: Terms): NewsList[] {
  const lists = new Map<number, NewsList>()
  for (const link of pages.flatMap((page) => linksOf(snapshot, page))) {
    if (link.target === null || !matchesAny(normaliseLabel(link.text), [content.expired.newsLists])) continue
    const page = snapshot.pageAt(link.target)
    if (page !== null && !lists.has(page.id)) lists.set(page.id, { label: foldText(link.text), page })
  }
  return [...lists.values()]
}

function listFinding(snapshot: Snapshot, { label, page }: NewsList, { content, freshness }: Terms): Draft[] {
  const days = content.expired.newsAfterDays
  const newest: ShownDate | null = shownDates(snapshot, freshness).of(page)
  if (newest === null || newest.kind !== 'listed' || newest.date >= daysBefore(todayOf(snapshot), days)) return []
  const values = { label, newest: rocDateText(newest.date), days }
  const evidence = [dateEvidence(snapshot, newest)] as const
  return [
    { key: ['list', page.url], messageId: 'stale-list', values, verdict: 'needs-review', url: page.url, evidence },
  ]
}

function nothing(home: Page): Draft {
  const evidence: readonly [Evidence] = [{ kind: 'absence', lookedFor: '截止日期、活動日期', pageIds: [home.id] }]
  return { key: ['none'], messageId: 'none', values: {}, verdict: 'conforms', url: home.url, evidence }
}
