import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import { Recent } from '../store/recent.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { foldText } from './labels.ts'
import {
  aboveNamed,
  elementsBeneath,
  isElement,
  type MarkupElement,
  type MarkupNode,
  nodesBeneath,
  proseBeneath,
} from './markup-walk.ts'
import { oncePerPage, oncePerSnapshot } from './once-per.ts'
import { hasMainRegion, isServed, linksOf, rootOf } from './seen-page.ts'
import { unframedText } from './unframed-text.ts'

const maxTextLength = 20_000
/** Pages of which texts, links and rows are kept: as many as a list and what it leads to. */
const mostKept = 256

/**
 * Main text of a page as patterns want it: folded, without white space, at most 20,000 characters; where no content is marked
 * without the menus above it and the footer below it.
 */
export const compactText = oncePerPage(
  (snapshot: Snapshot, page: Page): string =>
    foldText(unframedText(snapshot, page).slice(0, maxTextLength)).replace(/\s+/gu, ''),
  mostKept,
)

/** Links of the content of a page: those of the main region, or where none is marked those outside menus and footer. */
export const contentLinks = oncePerPage((snapshot: Snapshot, page: Page): readonly Link[] => {
  const links = linksOf(snapshot, page).filter((link) => link.kind === 'hyperlink')
  const main = links.filter((link) => link.region === 'main')
  if (main.length > 0 || hasMainRegion(snapshot, page)) return main
  return links.filter((link) => link.region === 'other' && !isEverywhere(snapshot, link))
}, mostKept)

/** True when most pages of the site carry a link to the same address: a menu, whatever its markup. */
export function isEverywhere(snapshot: Snapshot, link: Link): boolean {
  const pages = snapshot.pages().length
  if (pages < 6 || link.target === null) return false
  return (pagesLinking(snapshot).get(link.target)?.pages ?? 0) > pages * 0.6
}

/** How many pages link to each address; `last` is the one counted last. */
const pagesLinking = oncePerSnapshot((snapshot: Snapshot) => {
  const counts = new Map<string, { pages: number; last: number }>()
  for (const { target, pageId } of snapshot.links()) {
    if (target === null) continue
    const count = counts.get(target)
    if (count === undefined) counts.set(target, { pages: 1, last: pageId })
    else if (count.last !== pageId) {
      count.pages += 1
      count.last = pageId
    }
  }
  return counts
})

/** Rows of data in the tables of a page, as text without white space; rows of heads and of layout do not count. */
export const tableRows = oncePerPage((snapshot: Snapshot, page: Page): readonly string[] => {
  // Most pages have no table: their tree is not worth its price.
  if (isServed(snapshot, page) && !/<table/iu.test(snapshot.html(page))) return []
  return rowsWithin([rootOf(snapshot, page)])
}, mostKept)

/** The same of parts of a page. */
export function rowsWithin(parts: readonly MarkupNode[]): string[] {
  const tables = new Recent<MarkupElement, boolean>(Number.POSITIVE_INFINITY)
  const forms = new Recent<MarkupElement, boolean>(Number.POSITIVE_INFINITY)
  const nodes = new Set(parts.flatMap((part) => [part, ...nodesBeneath(part)]))
  const rows = [...nodes].filter(isElement).filter(({ name }) => name === 'tr')
  return rows.flatMap((row) => {
    const [table, form] = [aboveNamed(row, 'table'), aboveNamed(row, 'form')]
    if (table === null || !tables.get(table, () => holdsData(table))) return []
    if (aboveNamed(row, 'nav', 'header', 'footer') !== null) return []
    return form !== null && forms.get(form, () => laysOutFields(form)) ? [] : textOfRow(row)
  })
}

/** Heads of the columns of a page's rows of data, by the row as `tableRows` has it. */
export function columnHeads(snapshot: Snapshot, page: Page): ReadonlyMap<string, readonly string[]> {
  const tables = elementsBeneath(rootOf(snapshot, page), 'table')
  return new Map(
    tables.flatMap((table) => {
      const [first, ...rows] = elementsBeneath(table, 'tr')
      const heads = first === undefined ? [] : textsOfCells(first)
      return rows.map((row) => [textsOfCells(row).join('|'), heads] as const)
    }),
  )
}

function holdsData(table: MarkupElement): boolean {
  const inside = elementsBeneath(table, 'table', 'tr', 'th').map(({ name }) => name)
  if (inside.includes('table') || holdsMenu(table)) return false
  return inside.includes('th') || inside.filter((name) => name === 'tr').length >= 3
}

/** A table that lays out the whole page holds the way home; data does not. */
function holdsMenu(table: MarkupElement): boolean {
  return elementsBeneath(table, 'a').some((link) => wayHome.test(proseBeneath(link).trim()))
}

const wayHome = /^(回)?首頁$|^網站(導覽|地圖)$/u

/** Tables also lay out the fields of a form; one around the whole page, as of ASP.NET, is no such form. */
function laysOutFields(form: MarkupElement): boolean {
  return !nodesBeneath(form).some(
    (node) => isElement(node) && (['h1', 'h2', 'nav'].includes(node.name) || node.attribs['name'] === '__VIEWSTATE'),
  )
}

/** Nothing for a row that tells nothing of anything. */
function textOfRow(row: MarkupElement): string[] {
  const cells = cellsOf(row)
  const texts = textsOfCells(row)
  const isData = cells.some(({ name }) => name === 'td') && texts.filter((text) => text !== '').length >= 2
  return isData ? [texts.join('|')] : []
}

function textsOfCells(row: MarkupElement): string[] {
  return cellsOf(row).map((cell) => foldText(proseBeneath(cell)).replace(/\s+/gu, ''))
}

function cellsOf(row: MarkupElement): MarkupElement[] {
  return row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th')
}
