import type { FormLayout } from '../store/model/form-layout.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { BodyReader } from './body-reader.ts'
import { csvFiles } from './csv/csv-files.ts'
import { formFiles } from './forms/form-files.ts'
import { htmlFiles } from './html/html-files.ts'
import { jsonFiles } from './json-files.ts'
import type { ReportFile } from './report-file.ts'

/** Formats a report can be had in. */
export const formats = ['html', 'json', 'csv', 'ods', 'odt', 'docx'] as const
export type Format = (typeof formats)[number]

/**
 * The files of one format, one after the other, so that no more than one is held at a time. `layouts` are the official forms to fill;
 * without them there are only those that no scheme prescribes.
 */
export async function* render(
  report: RunReport,
  bodies: BodyReader,
  format: Format,
  layouts: readonly FormLayout[] = [],
): AsyncIterable<ReportFile> {
  switch (format) {
    case 'html':
      yield* htmlFiles(report, bodies)
      return
    case 'json':
      yield* jsonFiles(report)
      return
    case 'csv':
      yield* csvFiles(report, layouts)
      return
    default:
      yield* formFiles(report, layouts, format)
  }
}
