import type { RunReport } from '../store/model/run-report.ts'
import type { BodyReader } from './body-reader.ts'
import { csvFiles } from './csv/csv-files.ts'
import { htmlFiles } from './html/html-files.ts'
import { jsonFiles } from './json-files.ts'
import type { ReportFile } from './report-file.ts'

/** Formats a report can be had in. */
export type Format = 'html' | 'json' | 'csv'

/** The files of one format, one after the other, so that no more than one is held at a time. */
export async function* render(report: RunReport, bodies: BodyReader, format: Format): AsyncIterable<ReportFile> {
  switch (format) {
    case 'html':
      yield* htmlFiles(report, bodies)
      return
    case 'json':
      yield* jsonFiles(report)
      return
    case 'csv':
      yield* csvFiles(report)
  }
}
