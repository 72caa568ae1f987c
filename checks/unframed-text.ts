import { countRuns } from '../store/count-runs.ts'
import type { Page } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { oncePerSnapshot } from './once-per.ts'
import { hasMainRegion, mainTextOf } from './seen-page.ts'

/** A site of fewer pages may say something of its own on most of them. */
const fewestPages = 6
/** Menus and footers are known from so many pages, spread over the site. */
const mostSampled = 60
const shareOfPages = 0.6

/**
 * Main text of a page. Where no region is marked as content, what most pages of the site carry is left out at its beginning and
 * its end: the head, the menus and the footer. What recurs between them, as the headings of services do, is content.
 */
export function unframedText(snapshot: Snapshot, page: Page): string {
  const text = mainTextOf(snapshot, page)
  if (hasMainRegion(snapshot, page)) return text
  const carried = carriedRuns(snapshot)
  if (carried.size === 0) return text
  const runs = text.split(' ')
  const first = runs.findIndex((run) => !carried.has(run))
  const last = runs.findLastIndex((run) => !carried.has(run))
  return first < 0 ? '' : runs.slice(first, last + 1).join(' ')
}

/** What stands between two spaces on most pages that mark no content. */
const carriedRuns = oncePerSnapshot((snapshot: Snapshot): ReadonlySet<string> => {
  const unmarked = snapshot.pages().filter(({ mainText, textLength }) => mainText.length === textLength)
  if (unmarked.length < fewestPages) return new Set()
  const step = Math.ceil(unmarked.length / mostSampled)
  const sampled = unmarked.filter((_, index) => index % step === 0)
  const counts = countRuns(sampled.map(({ mainText }) => mainText))
  return new Set([...counts].flatMap(([run, count]) => (count > sampled.length * shareOfPages ? [run] : [])))
})
