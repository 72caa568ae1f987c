import { stringify } from 'csv-stringify/sync'
import type { ReportFile } from '../report-file.ts'
import { visible } from '../words/visible.ts'

/** A cell of a table; `null` stays blank. */
export type CsvCell = string | number | null

/** A table for a spreadsheet: UTF-8 with a byte order mark, cells that would be taken for formulas made harmless. */
export function csvFile(path: string, rows: readonly (readonly CsvCell[])[]): ReportFile {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)))
  const content = stringify(cells, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return { path, mediaType: 'text/csv', content }
}

/** Leading blanks go: spreadsheets skip them before they look for a formula. */
function plainCell(text: string): string {
  return visible(text).replace(/^\s+/u, '')
}
