import type { Link } from '../../../store/model/link.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { nameInText } from '../../documents/link-words.ts'
import { rowNameOf } from '../../documents/row-name.ts'
import { foldText } from '../../labels.ts'
import { anchorOf } from '../../page-places.ts'
import { type Dom, domOf } from '../../seen-page.ts'

type Selection = ReturnType<Dom>

/** What an entry is called: by its link, or where that only says 「下載」 or 「PDF」 by the row it stands in and the head of its column. */
export function entryNameOf(snapshot: Snapshot, link: Link): string {
  if (nameInText(link.text) !== '') return foldText(link.text)
  const $ = domOf(snapshot, snapshot.page(link.pageId))
  const anchor = anchorOf(snapshot, link)
  const cell = anchor === undefined ? null : $(anchor).closest('td')
  const named = cell === null || cell.length === 0 ? rowNameOf(snapshot, link) : nameInTable($, cell)
  return `${named} ${foldText(link.text)}`.trim()
}

/** 「115年度」 and 「預算」 over a cell that says 「下載」. */
function nameInTable($: Dom, cell: Selection): string {
  const row = cell.closest('tr')
  const heads = cellsOf($, row.closest('table').find('tr').first())
  const beside = cellsOf($, row).map((text, column) => (/^\d{2,4}$/u.test(text) ? withHead(text, heads[column]) : text))
  const isOther = (_: string, column: number) =>
    column !== cell.index() && row.children().eq(column).find('a').length === 0
  return [...beside.filter(isOther), heads[cell.index()] ?? ''].filter((text) => text.length <= longestCell).join(' ')
}

/** Longer cells tell, they do not name. */
const longestCell = 60

/** A number below 「年度」 is a year. */
function withHead(text: string, head = ''): string {
  return head.includes('年') ? `${text}年度` : text
}

function cellsOf($: Dom, row: Selection): string[] {
  return row
    .children('td, th')
    .toArray()
    .map((cell) => foldText($(cell).text()))
}
