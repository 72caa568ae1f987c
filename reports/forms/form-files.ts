import type { FormLayout } from '../../store/model/form-layout.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { csvFile } from '../csv/csv-file.ts'
import type { OfficeDocument } from '../office/office-document.ts'
import { mediaTypeOf } from '../office/open-document.ts'
import { plainRows } from '../office/plain-rows.ts'
import { docxMediaType, writeDocx } from '../office/write-docx.ts'
import { writeOds } from '../office/write-ods.ts'
import { writeOdt } from '../office/write-odt.ts'
import type { ReportFile } from '../report-file.ts'
import { annexes } from './annexes.ts'
import { disclosureCatalogue, serviceCatalogue } from './catalogues.ts'
import { performanceReport } from './performance-report.ts'
import { resultTable } from './result-table.ts'
import { scoreForm } from './score-form.ts'

export type FormFormat = 'ods' | 'odt' | 'docx' | 'csv'

/** A form with the name of its files, and the formats it is offered in. */
interface Form {
  name: string
  formats: readonly FormFormat[]
  document: OfficeDocument
}

/** The official forms in one format, under `forms/`. Word only where the source asks for it (002:199). */
export function* formFiles(
  report: RunReport,
  layouts: readonly FormLayout[],
  format: FormFormat,
): Iterable<ReportFile> {
  const { finishedAt } = report.run
  const own = annexes(report)
  const forms = [...officialForms(report, layouts), ...catalogues(report), ...own.map(annexForm)]
  for (const form of forms.filter(({ formats }) => formats.includes(format))) yield fileOf(form, format, finishedAt)
  if (format !== 'ods') return
  const content = writeOds(
    '申請書附件',
    own.map(({ document }) => document),
    finishedAt,
  )
  yield { path: 'forms/annexes.ods', mediaType: mediaTypeOf('spreadsheet'), content }
}

function officialForms(report: RunReport, layouts: readonly FormLayout[]): Form[] {
  return layouts.flatMap((layout): Form[] => {
    const sheet = report.sheets.find(({ schemeId }) => schemeId === layout.scheme)
    if (sheet === undefined) return []
    return [
      {
        name: `${layout.scheme}-score-form`,
        formats: ['ods', 'odt', 'csv'],
        document: scoreForm(report, sheet, layout),
      },
      {
        name: `${layout.scheme}-result-table`,
        formats: ['ods', 'odt', 'csv'],
        document: resultTable(report, sheet, layout),
      },
      {
        name: `${layout.scheme}-performance-report`,
        formats: ['odt', 'docx'],
        document: performanceReport(report, sheet, layout),
      },
    ]
  })
}

/** Their CSV files stand beside the other tables of the report. */
function catalogues(report: RunReport): Form[] {
  return [
    { name: 'disclosure-catalogue', formats: ['ods', 'odt'], document: disclosureCatalogue(report) },
    { name: 'service-catalogue', formats: ['ods', 'odt'], document: serviceCatalogue(report) },
  ]
}

/** In ODS all annexes are sheets of one workbook. */
function annexForm({ id, document }: { id: string; document: OfficeDocument }): Form {
  return { name: `annex-${id}`, formats: ['odt', 'csv'], document }
}

function fileOf({ name, document }: Form, format: FormFormat, createdAt: string): ReportFile {
  const path = `forms/${name}.${format}`
  switch (format) {
    case 'ods':
      return { path, mediaType: mediaTypeOf('spreadsheet'), content: writeOds(document.title, [document], createdAt) }
    case 'odt':
      return { path, mediaType: mediaTypeOf('text'), content: writeOdt(document, createdAt) }
    case 'docx':
      return { path, mediaType: docxMediaType, content: writeDocx(document, createdAt) }
    case 'csv':
      return csvFile(path, plainRows(document))
  }
}
