import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { foldText } from './labels.ts'
import { type Dom, domOf, hasMainRegion, linksOf, mainTextOf } from './seen-page.ts'

type Selection = ReturnType<Dom>

/** Main text of a page as patterns want it: folded, without white space, at most 20,000 characters. */
export function compactText(snapshot: Snapshot, page: Page): string {
  return foldText(mainTextOf(snapshot, page).slice(0, maxTextLength)).replace(/\s+/gu, '')
}

const maxTextLength = 20_000

/** Links of the content of a page: those of the main region, or where none is marked those outside menus and footer. */
export function contentLinks(snapshot: Snapshot, page: Page): Link[] {
  const links = linksOf(snapshot, page).filter((link) => link.kind === 'hyperlink')
  const main = links.filter((link) => link.region === 'main')
  if (main.length > 0 || hasMainRegion(snapshot, page)) return main
  return links.filter((link) => link.region === 'other' && !isEverywhere(snapshot, link))
}

const linkCounts = new WeakMap<Snapshot, ReadonlyMap<string, number>>()

/** True when most pages of the site carry a link to the same address: a menu, whatever its markup. */
export function isEverywhere(snapshot: Snapshot, link: Link): boolean {
  const pages = snapshot.pages().length
  if (pages < 6 || link.target === null) return false
  return (countsOf(snapshot).get(link.target) ?? 0) > pages * 0.6
}

function countsOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const known = linkCounts.get(snapshot)
  if (known !== undefined) return known
  const pagesByTarget = new Map<string, Set<number>>()
  for (const { target, pageId } of snapshot.links()) {
    if (target === null) continue
    const pages = pagesByTarget.get(target)
    if (pages === undefined) pagesByTarget.set(target, new Set([pageId]))
    else pages.add(pageId)
  }
  const counts = new Map([...pagesByTarget].map(([target, pages]) => [target, pages.size]))
  linkCounts.set(snapshot, counts)
  return counts
}

/** Rows of data in the tables of a page, as text without white space; rows of heads and of layout do not count. */
export function tableRows(snapshot: Snapshot, page: Page): string[] {
  const $ = domOf(snapshot, page)
  return rowsWithin($, $.root())
}

/** The same of a part of a page. */
export function rowsWithin($: Dom, part: Selection): string[] {
  const rows: string[] = []
  part
    .find('tr')
    .addBack('tr')
    .each((_, row) => {
      const table = $(row).closest('table')
      if (table.length === 0 || table.find('table').length > 0) return
      if ($(row).closest('nav, header, footer').length > 0 || isWithinFields($(row))) return
      const cells = $(row)
        .children('td, th')
        .toArray()
        .map((cell) => foldText($(cell).text()).replace(/\s+/gu, ''))
      const isData = $(row).children('td').length > 0 && cells.filter((cell) => cell !== '').length >= 2
      if (isData && (table.find('th').length > 0 || table.find('tr').length >= 3)) rows.push(cells.join('|'))
    })
  return rows
}

/** Tables also lay out the fields of a form; one around the whole page, as of ASP.NET, is no such form. */
function isWithinFields(row: Selection): boolean {
  const form = row.closest('form')
  return form.length > 0 && form.find('h1, h2, nav, [name="__VIEWSTATE"]').length === 0
}
