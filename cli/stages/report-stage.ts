import { dirname } from 'node:path'
import { checks } from '../../checks/index.ts'
import { bodyReaderOf } from '../../reports/body-reader.ts'
import { type Format, render } from '../../reports/render.ts'
import { buildRunReport } from '../../reports/run-report.ts'
import type { CheckCard } from '../../store/model/check-card.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'

import { writeRunFile } from './run-folder.ts'
import type { NamedSnapshot } from './with-snapshot.ts'

/** What a report is told of each check. */
export const cards: readonly CheckCard[] = checks.map(({ id, version, question, measures, messages }) => ({
  id,
  version,
  question,
  measures,
  messages,
}))

/** Builds the report of a run and writes every asked format beside the snapshot. */
export async function reportStage(
  named: NamedSnapshot,
  results: readonly CheckResult[],
  sheets: readonly ScoreSheet[],
  formats: readonly Format[],
): Promise<RunReport> {
  const report = buildRunReport({ snapshot: named.snapshot, snapshotSha256: named.sha256, cards, results, sheets })
  for (const format of formats) {
    for await (const file of render(report, bodyReaderOf(named.snapshot), format)) {
      writeRunFile(dirname(named.path), file.path, file.content)
    }
  }
  return report
}
