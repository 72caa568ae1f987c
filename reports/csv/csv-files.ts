import type { FormLayout } from '../../store/model/form-layout.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { formFiles } from '../forms/form-files.ts'
import type { ReportFile } from '../report-file.ts'
import { disclosureCatalogueRows, serviceCatalogueRows } from './catalogue-rows.ts'
import { csvFile } from './csv-file.ts'
import { documentRows, findingRows, linkRows, scoreRows } from './rows.ts'
import { formRows, onlineServiceRows } from './service-rows.ts'

/** Tables for a spreadsheet, heads in Chinese: the lists of the report, the catalogues, and the official forms as plain rows. */
export function* csvFiles(report: RunReport, layouts: readonly FormLayout[]): Iterable<ReportFile> {
  yield csvFile('findings.csv', findingRows(report))
  yield csvFile('scores.csv', scoreRows(report))
  yield csvFile('links.csv', linkRows(report))
  yield csvFile('documents.csv', documentRows(report))
  yield csvFile('disclosure-catalogue.csv', disclosureCatalogueRows(report))
  yield csvFile('service-catalogue.csv', serviceCatalogueRows(report))
  yield csvFile('online-services.csv', onlineServiceRows(report))
  yield csvFile('forms.csv', formRows(report))
  yield* formFiles(report, layouts, 'csv')
}
