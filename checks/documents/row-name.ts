import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import { anchorOf } from '../page-places.ts'
import { type Dom, domOf } from '../seen-page.ts'
import { nameInText } from './link-words.ts'

type Selection = ReturnType<Dom>

/** Longer text tells of a file, and is no name of it. */
const longestName = 60
const noName = /^[\d\s./年月日:-]+$/u

/** What the row of a table or list calls the file a link offers, where the link itself says only 「ODT」 or 「下載」; `''` where it tells nothing. */
export function rowNameOf(snapshot: Snapshot, link: Link): string {
  const names = rowTextsOf(snapshot, link).filter(isName)
  // A number of the form may be longer than its name.
  const inWords = names.filter((name) => /\p{Script=Han}/u.test(name))
  const [name = ''] = (inWords.length > 0 ? inWords : names).sort((a, b) => b.length - a.length)
  return name === '' ? headOf(snapshot, link) : name
}

/** Wrappers between a list and what heads it. */
const mostWrappers = 2

/** What heads a list of links that only say their formats, as the head of a panel that unfolds; `''` where nothing does, or other links stand there. */
function headOf(snapshot: Snapshot, link: Link): string {
  const element = anchorOf(snapshot, link)
  if (element === undefined) return ''
  const list = domOf(snapshot, snapshot.page(link.pageId))(element).closest('li').parent()
  let block = list
  for (let level = 0; level < mostWrappers && block.prev().length === 0; level += 1) block = block.parent()
  const head = block.prev()
  const isAlone = block.find('a[href]').length === list.find('a[href]').length && head.find('a[href]').length === 0
  const text = foldText(head.text())
  return isAlone && isName(text) ? text : ''
}

/** What the head of its column calls a link in a table; `''` where there is none. */
export function columnNameOf(snapshot: Snapshot, link: Link): string {
  const $ = domOf(snapshot, snapshot.page(link.pageId))
  const element = anchorOf(snapshot, link)
  if (element === undefined) return ''
  const cell = $(element).closest('td, th')
  const heads = cell.closest('table').find('tr').first().children('th')
  const cells = cell.parent().children('td, th')
  return heads.length === cells.length ? foldText(heads.eq(cells.index(cell)).text()) : ''
}

/** Texts of the other cells in the row of a link, in order, or what stands beside the links of its item; empty ones left out. */
export function rowTextsOf(snapshot: Snapshot, link: Link): string[] {
  const page = snapshot.page(link.pageId)
  const $ = domOf(snapshot, page)
  const element = anchorOf(snapshot, link)
  if (element === undefined) return []
  const anchor = $(element)
  const row = anchor.closest('tr, li, dd, p')
  const texts = row.is('tr') ? otherCells($, row, anchor) : [besideLinks(row)]
  return texts.filter((text) => text !== '')
}

function otherCells($: Dom, row: Selection, anchor: Selection): string[] {
  return row
    .children('td, th')
    .toArray()
    .filter((cell) => !anchor.closest('td, th').is(cell))
    .map((cell) => foldText($(cell).text()))
}

function besideLinks(row: Selection): string {
  const own = row.first().clone()
  own.find('a, ul, ol, script, style').remove()
  return foldText(own.text()).replace(/^[\s:,;、.()[\]-]+|[\s:,;、.()[\]-]+$/gu, '')
}

function isName(text: string): boolean {
  return text.length > 1 && text.length <= longestName && !noName.test(text) && nameInText(text) !== ''
}
