import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { navigationOf } from '../navigation.ts'
import { pagesWithUnseenLinks } from '../seen-page.ts'
import { contentPages } from './content-pages.ts'
import { dateEvidence, templateEvidence } from './date-evidence.ts'
import { type ShownDate, shownDates, type TemplateDate } from './shown-dates.ts'

const messages = {
  shown: '內容網頁{outOf}頁中，{dated}頁標示更新或發布日期，例如「{example}」。',
  bare: '{pages}個內容網頁載有日期而未標明為更新或發布日期，請人工確認：{url} 等。',
  undated: '{pages}個內容網頁未標示更新或發布日期，請人工確認：{url} 等。',
  'template-only':
    '內容網頁均未標示更新日期；{alike}頁標示同一日期「{text}」，應為版型固定文字，不足以說明各頁更新情形，請人工確認。',
  'clock-only':
    '內容網頁均未標示更新日期；{alike}頁標示之「{text}」為查核當日，應為程式產生，不足以說明各頁更新情形，請人工確認。',
  none: '網站各頁均未標示更新或發布日期。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

const mostEvidence = 5

/** Do pages show when they were updated? Sources: 002:29 (定期更新), 000:151, 003:227; facts 6.2, 6.3. */
export default defineCheck({
  id: 'freshness/last-updated-shown',
  version: 4,
  question: '網頁是否標示更新日期？',
  needs: [],
  measures: { pages: { title: '標示更新或發布日期之內容網頁', unit: 'page' } },
  messages,
  run(snapshot, { terms }: CheckContext): Answer<'pages', MessageId> {
    const pages = contentPages(snapshot, navigationOf(snapshot, terms.siteMap), terms)
    if (pages.length === 0) return { status: 'undetermined', reason: '未取得有內容之網頁，無法判定。' }
    const dates = shownDates(snapshot, terms.freshness)
    const shown = pages.map((page) => ({ page, date: dates.of(page) }))
    const dated = shown.flatMap(({ date }) => (date === null ? [] : [date]))
    const undated = shown.filter(({ date }) => date === null).map(({ page }) => page)
    const without = undated.filter((page) => !dates.hasBareDate(page))
    const bare = undated.filter((page) => dates.hasBareDate(page))
    const doubtful = bare.length
    const unseen = pagesWithUnseenLinks(snapshot).length
    const findings =
      dated.length > 0
        ? [
            shownFinding(snapshot, dated, pages.length),
            ...askedFinding('undated', without),
            ...askedFinding('bare', bare),
          ]
        : bare.length > 0
          ? [...askedFinding('undated', without), ...askedFinding('bare', bare)]
          : [undatedSite(snapshot, pages, doubtful + unseen, dates.templates())]
    const outOf = pages.length + unseen
    return { status: 'done', measures: { pages: { value: dated.length, unknown: doubtful + unseen, outOf } }, findings }
  },
})

function shownFinding(snapshot: Snapshot, dated: readonly ShownDate[], outOf: number): Draft {
  const [first] = dated
  const values = { outOf, dated: dated.length, example: `${first?.label ?? ''} ${first?.text ?? ''}`.trim() }
  const evidence = dated.slice(0, mostEvidence).map((date) => dateEvidence(snapshot, date))
  const url = first === undefined ? snapshot.run.start : snapshot.page(first.pageId).url
  const head = { key: ['shown'], messageId: 'shown', values, verdict: 'conforms', url } as const
  return { ...head, pages: dated.length, evidence: atLeastOne(evidence) }
}

/** Pages without a date that tells, for a person to look at. */
function askedFinding(messageId: 'undated' | 'bare', asked: readonly Page[]): Draft[] {
  const [first] = asked
  if (first === undefined) return []
  const { length: pages } = asked
  const values = { pages, url: first.url }
  const head = { key: [messageId], messageId, values, verdict: 'needs-review', url: first.url } as const
  return [{ ...head, pages, evidence: [absence(asked)] }]
}

/** No page tells a date of its own: a fault of the site only where nothing at all is shown, and nothing was left unseen. */
function undatedSite(
  snapshot: Snapshot,
  pages: readonly Page[],
  doubtful: number,
  [template]: readonly TemplateDate[],
): Draft {
  const first = pages[0]?.url ?? snapshot.run.start
  if (template !== undefined) {
    const { isClock, text, pages: alike } = template
    const head = { key: ['template'], messageId: isClock ? 'clock-only' : 'template-only' } as const
    const evidence = [templateEvidence(snapshot, template), absence(pages)] as const
    return { ...head, values: { alike, text }, verdict: 'needs-review', url: first, pages: pages.length, evidence }
  }
  if (doubtful > 0 || snapshot.run.outcome !== 'complete')
    return {
      ...{ key: ['undated'], messageId: 'undated', values: { pages: pages.length, url: first } },
      ...{ verdict: 'needs-review', url: first, pages: pages.length, evidence: [absence(pages)] },
    }
  const head = { key: ['none'], messageId: 'none', values: {}, verdict: 'violates' } as const
  return { ...head, url: first, pages: pages.length, evidence: [absence(pages)] }
}

function absence(pages: readonly Page[]): Evidence {
  return { kind: 'absence', lookedFor: '更新日期、發布日期', pageIds: pages.slice(0, 200).map(({ id }) => id) }
}
