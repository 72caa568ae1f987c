import type { Evidence } from '../../../store/model/evidence.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ContentTerms, LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { columnHeads, contentLinks, tableRows } from '../../page-reading.ts'
import { isReadable, linkEvidence, mainTextOf } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import { deadlinesIn, type EndDate, endDatesIn } from './end-dates.ts'

/** Something that says when it ends. */
export interface Notice {
  /** What it is called where it is shown. */
  label: string
  /** The last day it names. */
  end: EndDate
  /** True when it is shown as open now. */
  isCalledCurrent: boolean
  /** Where it is shown. */
  page: Page
  evidence: readonly [Evidence, ...Evidence[]]
}

type ExpiredTerms = ContentTerms['expired']

/** Characters of an article in which it says when it ends. */
const longestArticle = 3000
const longestLabel = 60

/** Entries of the home page that end on a day, as they or the pages behind them say. */
export function noticesOnHome(snapshot: Snapshot, home: Page, words: ExpiredTerms, links: LinkTerms): Notice[] {
  const seen = new Set<string>()
  return contentLinks(snapshot, home).flatMap((link): Notice[] => {
    const key = `${link.target} ${link.text}`
    if (link.text === '' || seen.has(key)) return []
    seen.add(key)
    const target = targetOf(snapshot, link, links)
    const page = target.kind === 'page' && isReadable(snapshot, target.page) ? target.page : null
    const own = endDatesIn(link.text, words)
    const ends =
      own.length > 0 || page === null ? own : deadlinesIn(mainTextOf(snapshot, page).slice(0, longestArticle), words)
    const end = lastOf(ends)
    if (end === null) return []
    const behind: Evidence[] = page === null ? [] : [{ kind: 'resource', resourceId: page.resourceId }]
    const isCalledCurrent = new RegExp(words.current, 'iu').test(link.text)
    const label = foldText(link.text).slice(0, longestLabel)
    return [{ label, end, isCalledCurrent, page: home, evidence: [linkEvidence(snapshot, link), ...behind] }]
  })
}

/** Rows of tables that say that something is open, and until when. */
export function openRows(snapshot: Snapshot, page: Page, words: ExpiredTerms): Notice[] {
  const current = new RegExp(words.current, 'iu')
  if (!isReadable(snapshot, page) || !current.test(mainTextOf(snapshot, page))) return []
  const rows = tableRows(snapshot, page).filter((row) => current.test(row))
  if (rows.length === 0) return []
  const heads = columnHeads(snapshot, page)
  return rows.flatMap((row): Notice[] => {
    const end = lastOf(endDatesIn(underHeads(row, heads.get(row) ?? []), words))
    if (end === null) return []
    const evidence: [Evidence] = [{ kind: 'resource', resourceId: page.resourceId }]
    return [{ label: row.slice(0, longestLabel), end, isCalledCurrent: true, page, evidence }]
  })
}

/** 「截止投標 115/9/1」: a date in a column is what the head of the column says. */
function underHeads(row: string, heads: readonly string[]): string {
  return row
    .split('|')
    .map((cell, column) => `${heads[column] ?? ''} ${cell}`)
    .join('。')
}

function lastOf(ends: readonly EndDate[]): EndDate | null {
  return [...ends].sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null
}
