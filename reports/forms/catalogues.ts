import type { RunReport } from '../../store/model/run-report.ts'
import { disclosureCatalogueRows, serviceCatalogueRows } from '../csv/catalogue-rows.ts'
import { type Cell, cell, headCell, type OfficeDocument, officialFont, paragraph } from '../office/office-document.ts'
import { agencyTitle } from '../words/agency-title.ts'

type Rows = ReturnType<typeof disclosureCatalogueRows>

/** Columns the words of the foot take. */
const footSpan = 3

/** 應公開及已公開資訊目錄 (003:212). */
export function disclosureCatalogue(report: RunReport): OfficeDocument {
  const columnsMm = [9, 15, 30, 18, 24, 28, 34, 34, 11, 19, 16, 19]
  return catalogue(report, '應公開及已公開資訊目錄', '資訊公開目錄', disclosureCatalogueRows(report), columnsMm)
}

/** 公開服務措施等資訊目錄 (003:216). */
export function serviceCatalogue(report: RunReport): OfficeDocument {
  const columnsMm = [10, 26, 28, 32, 46, 46, 13, 19, 18, 19]
  return catalogue(report, '公開服務措施等資訊目錄', '服務資訊目錄', serviceCatalogueRows(report), columnsMm)
}

function catalogue(
  report: RunReport,
  name: string,
  sheet: string,
  rows: Rows,
  columnsMm: readonly number[],
): OfficeDocument {
  const title = `${agencyTitle(report)}${name}`
  const [head = [], ...body] = rows
  const cells = [head.map((one) => headCell(String(one))), ...body.map(rowOf)]
  const empty = body.length === 0 ? [paragraph('本次查核未能編製目錄。', 'note')] : []
  return {
    title,
    sheet,
    isLandscape: true,
    font: officialFont,
    blocks: [paragraph(title, 'title'), ...empty, { kind: 'table', name, columnsMm, headRows: 1, rows: cells }],
  }
}

/** A line of the catalogue begins with its number, one of the foot (應公開數 ...) with a word. */
function rowOf(row: Rows[number]): Cell[] {
  const [first = null, second = null] = row
  if (typeof first !== 'string') return row.map(cell)
  return [headCell(first, { colSpan: footSpan }), { ...cell(second), colSpan: row.length - footSpan }]
}
