import { stringify } from 'csv-stringify/sync'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ReportFile } from '../report-file.ts'
import { visible } from '../words/visible.ts'
import { disclosureCatalogueRows, serviceCatalogueRows } from './catalogue-rows.ts'
import { documentRows, findingRows, linkRows, scoreRows } from './rows.ts'

type Cell = string | number | null

/** Tables for a spreadsheet: UTF-8 with a byte order mark, heads in Chinese, cells that would be taken for formulas made harmless. */
export function* csvFiles(report: RunReport): Iterable<ReportFile> {
  yield csvFile('findings.csv', findingRows(report))
  yield csvFile('scores.csv', scoreRows(report))
  yield csvFile('links.csv', linkRows(report))
  yield csvFile('documents.csv', documentRows(report))
  yield csvFile('disclosure-catalogue.csv', disclosureCatalogueRows(report))
  yield csvFile('service-catalogue.csv', serviceCatalogueRows(report))
}

function csvFile(path: string, rows: readonly (readonly Cell[])[]): ReportFile {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)))
  const content = stringify(cells, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return { path, mediaType: 'text/csv', content }
}

/** Leading blanks go: spreadsheets skip them before they look for a formula. */
function plainCell(text: string): string {
  return visible(text).replace(/^\s+/u, '')
}
