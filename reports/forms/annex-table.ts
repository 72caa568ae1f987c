import { numberText } from '../../store/model/number-text.ts'
import { type Cell, cell, type Table } from '../office/office-document.ts'

const columnsMm = [12, 30, 38, 50, 40] as const
/** Rows an annex lists; the CSV files of the report hold all. */
const mostRows = 200

/** A table of an annex: five columns, and a line that tells of rows left out or that there are none. */
export function tableOf(name: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): Table {
  const shown = rows.slice(0, mostRows)
  const rest = rows.length - shown.length
  const more: Cell[][] = rest > 0 ? [[wide(`另有${numberText(rest)}列，見隨附之 CSV 檔。`, columnsMm.length)]] : []
  const none: Cell[][] = rows.length === 0 ? [[wide('（本次查核無資料）', columnsMm.length)]] : []
  return { kind: 'table', name, columnsMm, headRows: 1, rows: [head, ...shown, ...more, ...none] }
}

/** A cell over several columns. */
export function wide(content: string, colSpan: number): Cell {
  return { ...cell(content), colSpan }
}
