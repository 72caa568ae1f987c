import type { RunReport } from '../store/model/run-report.ts'
import type { ReportFile } from './report-file.ts'

/** `report.json`: two spaces, a line feed at the end. */
export function* jsonFiles(report: RunReport): Iterable<ReportFile> {
  const content = `${JSON.stringify(report, null, 2)}\n`
  yield { path: 'report.json', mediaType: 'application/json', content }
}
