import { dirname } from 'node:path'
import { readSchemes } from '../../config/read-scheme.ts'
import { evaluate } from '../../scoring/evaluate.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'
import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import type { Run } from '../../store/model/run.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
import { runFiles, writeRunFile } from './run-folder.ts'

/** Content of `sheets.json`. */
export interface ScoreStageFile {
  snapshotSha256: Sha256
  sheets: ScoreSheet[]
}

/** Scores the results under the named schemes (all when none is named) and writes `sheets.json` beside the snapshot. */
export function scoreStage(
  run: Run,
  results: readonly CheckResult[],
  schemeIds: readonly string[],
  snapshotPath: string,
  snapshotSha256: Sha256,
): ScoreSheet[] {
  const facts = { run: { id: run.id, toolVersion: run.toolVersion }, results, declarations: [] }
  const sheets = chosenSchemes(schemeIds).map(({ scheme, sha256 }) => evaluate(scheme, sha256, facts))
  const file: ScoreStageFile = { snapshotSha256, sheets }
  writeRunFile(dirname(snapshotPath), runFiles.sheets, `${JSON.stringify(file, null, 1)}\n`)
  return sheets
}

/** @throws ExpectedError when a scheme is named that there is not. */
export function chosenSchemes(ids: readonly string[]): ReturnType<typeof readSchemes> {
  const known = readSchemes()
  const stranger = ids.find((id) => !known.some(({ scheme }) => scheme.id === id))
  if (stranger !== undefined) {
    const names = known.map(({ scheme }) => scheme.id).join('、')
    throw new ExpectedError('operator', 'scheme/unknown', `沒有這個評分方案：${stranger}（現有：${names}）`)
  }
  return ids.length === 0 ? known : known.filter(({ scheme }) => ids.includes(scheme.id))
}
