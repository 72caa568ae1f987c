import { countRuns } from '../../../store/count-runs.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { mainTextOf } from '../../seen-page.ts'
import { compact } from './answer-view.ts'

/** Pages whose text is compared to learn what stands on all of them. */
const sampleSize = 16
const shareOfAll = 0.6

/**
 * What an answer says beside the menus, boxes and footers that stand on every page of the site: many templates mark no main
 * region, and a line of text in a page of links would look like any other.
 */
export class OwnText {
  readonly #everywhere: ReadonlySet<string>

  /** `isExcuse` tells the pages that only say that there is nothing: a site with many of them has no furniture of that text. */
  constructor(snapshot: Snapshot, home: Page | null, isExcuse: (page: Page) => boolean) {
    const others = snapshot.pages().filter((page) => page !== home)
    const sample = sampleOf(others).filter((page) => !isExcuse(page))
    const counts = countRuns(sample.map((page) => mainTextOf(snapshot, page)))
    const most = sample.length * shareOfAll
    const common = sample.length < 3 ? [] : [...counts].filter(([, count]) => count >= most).map(([piece]) => piece)
    this.#everywhere = new Set([...(home === null ? [] : piecesOf(mainTextOf(snapshot, home))), ...common])
  }

  /** Own text of a page of the site, in compact form. */
  of(mainText: string): string {
    return compact(
      mainText
        .split(/\s+/u)
        .filter((piece) => !this.#everywhere.has(piece))
        .join(' '),
    )
  }
}

function piecesOf(text: string): Set<string> {
  return new Set(text.split(/\s+/u))
}

/** Evenly over the order of URLs. */
function sampleOf(pages: readonly Page[]): Page[] {
  if (pages.length <= sampleSize) return [...pages]
  return Array.from(
    { length: sampleSize },
    (_, index) => pages[Math.floor((index * pages.length) / sampleSize)],
  ).filter((page) => page !== undefined)
}
