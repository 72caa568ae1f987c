import type { Link } from '../../../store/model/link.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { anchorOf } from '../../page-places.ts'
import { type Dom, domOf } from '../../seen-page.ts'

type Selection = ReturnType<Dom>

const longestRow = 1000

/** Text of the row or list item that a link stands in, each cell behind the head of its column; `''` where there is none. */
export function rowTextOf(snapshot: Snapshot, link: Link): string {
  const page = snapshot.page(link.pageId)
  const $ = domOf(snapshot, page)
  const anchor = anchorOf(snapshot, link)
  if (anchor === undefined) return ''
  const row = $(anchor).closest('tr, li, dd')
  if (row.length === 0) return ''
  return row.is('tr') ? cellsOf($, row) : foldText(row.text().slice(0, longestRow))
}

/** As in `編號:WR-01|書表名稱:水權登記申請書`. */
function cellsOf($: Dom, row: Selection): string {
  const heads = row.closest('table').find('tr').first().children('th').toArray()
  const cells = row.children('td, th').toArray()
  const isHeaded = heads.length === cells.length && row.children('td').length > 0
  const texts = cells.map((cell, index) => {
    const head = isHeaded ? `${$(heads[index] ?? cell).text()}:` : ''
    return foldText(`${head}${$(cell).text()}`)
  })
  return texts.join('|').slice(0, longestRow)
}
