import { dirname } from 'node:path'
import { checks } from '../../checks/index.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { runFiles, writeRunFile } from './run-folder.ts'

/** Content of `checks.json`. */
export interface CheckStageFile {
  snapshotSha256: Sha256
  results: CheckResult[]
}

/** Runs every check over a snapshot and writes `checks.json` beside it. */
export function checkStage(snapshot: Snapshot, snapshotPath: string, snapshotSha256: Sha256): CheckResult[] {
  const { agency, policy } = snapshot.run
  const context = { terms: readTerms(), agency, declarations: [], standard: readStandard(policy.standard) }
  const results = runChecks(snapshot, checks, context)
  const file: CheckStageFile = { snapshotSha256, results }
  writeRunFile(dirname(snapshotPath), runFiles.results, `${JSON.stringify(file, null, 1)}\n`)
  return results
}
