import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import { anchorsOf } from '../page-places.ts'
import { type Dom, domOf } from '../seen-page.ts'
import { nameInText } from './link-words.ts'

type Selection = ReturnType<Dom>

/** Longer text tells of a file, and is no name of it. */
const longestName = 60
const noName = /^[\d\s./年月日:-]+$/u

/** What the row of a table or list calls the file a link offers, where the link itself says only 「ODT」 or 「下載」; `''` where it tells nothing. */
export function rowNameOf(snapshot: Snapshot, link: Link): string {
  const [name = ''] = rowTextsOf(snapshot, link)
    .filter(isName)
    .sort((a, b) => b.length - a.length)
  return name === '' ? headOf(snapshot, link) : name
}

/** Wrappers between a list and what heads it. */
const mostWrappers = 2

/** What heads a list of links that only say their formats, as the head of a panel that unfolds; `''` where nothing does, or other links stand there. */
function headOf(snapshot: Snapshot, link: Link): string {
  const page = snapshot.page(link.pageId)
  const element = anchorsOf(snapshot, page).get(link.start)
  if (element === undefined) return ''
  const list = domOf(snapshot, page)(element).closest('li').parent()
  let block = list
  for (let level = 0; level < mostWrappers && block.prev().length === 0; level += 1) block = block.parent()
  const head = block.prev()
  const isAlone = block.find('a[href]').length === list.find('a[href]').length && head.find('a[href]').length === 0
  const text = foldText(head.text())
  return isAlone && isName(text) ? text : ''
}

/** Texts of the other cells in the row of a link, in order, or what stands beside the links of its item; empty ones left out. */
export function rowTextsOf(snapshot: Snapshot, link: Link): string[] {
  const page = snapshot.page(link.pageId)
  const $ = domOf(snapshot, page)
  const element = anchorsOf(snapshot, page).get(link.start)
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
