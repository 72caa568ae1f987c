import type { RunReport } from '../store/model/run-report.ts'
import type { ReportFile } from './report-file.ts'

const limitCharacters = 20 * 1024 * 1024

/**
 * `report.json`: two spaces, a line feed at the end. When it would be longer than `limit` characters (20 Mi), first the
 * classification of pages, then the links move into files beside it, one JSON value a line, and `file` in the report names them.
 */
export function* jsonFiles(report: RunReport, limit: number = limitCharacters): Iterable<ReportFile> {
  let shown = report
  let content = printed(shown)
  if (content.length > limit) {
    yield lines('classification.ndjson', report.classification.pages)
    shown = { ...shown, classification: { pages: [], file: 'classification.ndjson' } }
    content = printed(shown)
  }
  if (content.length > limit) {
    yield lines('links.ndjson', [...report.links.dead, ...report.linksToConfirm])
    shown = { ...shown, links: { ...report.links, dead: [], file: 'links.ndjson' }, linksToConfirm: [] }
    content = printed(shown)
  }
  yield { path: 'report.json', mediaType: 'application/json', content }
}

function printed(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

function lines(path: string, rows: readonly unknown[]): ReportFile {
  const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return { path, mediaType: 'application/x-ndjson', content }
}
