import { dirname } from 'node:path'
import { checks } from '../../checks/index.ts'
import { readFormLayouts } from '../../config/read-form-layout.ts'
import { bodyReaderOf } from '../../reports/body-reader.ts'
import { type Format, render } from '../../reports/render.ts'
import { buildRunReport } from '../../reports/run-report.ts'
import type { CheckCard } from '../../store/model/check-card.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { writeRunFile } from './run-folder.ts'
import { chosenSchemes, type Scored } from './score-stage.ts'
import type { NamedSnapshot } from './with-snapshot.ts'

/** What a report is told of each check. */
export const cards: readonly CheckCard[] = checks.map(({ id, version, question, measures, messages }) => ({
  id,
  version,
  question,
  measures,
  messages,
}))

/** The report of a run: the one source of all formats. */
export function reportOf(
  { snapshot, sha256 }: NamedSnapshot,
  results: readonly CheckResult[],
  { sheets, advice, told, reviews }: Scored,
): RunReport {
  const schemes = chosenSchemes(sheets.map(({ schemeId }) => schemeId)).map(({ scheme }) => scheme)
  const { declarations } = told
  const given = { cards, results, sheets, advice, schemes, declarations, reviews }
  return buildRunReport({ snapshot, snapshotSha256: sha256, ...given })
}

/** Builds the report of a run and writes every asked format beside the snapshot. */
export async function reportStage(
  named: NamedSnapshot,
  results: readonly CheckResult[],
  scored: Scored,
  formats: readonly Format[],
): Promise<RunReport> {
  const report = reportOf(named, results, scored)
  const layouts = readFormLayouts()
  for (const format of formats) {
    for await (const file of render(report, bodyReaderOf(named.snapshot), format, layouts)) {
      writeRunFile(dirname(named.path), file.path, file.content)
    }
  }
  return report
}
