import { dirname } from 'node:path'
import { checks } from '../../checks/index.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { declaredExemptions } from '../../config/read-declarations.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import type { Agency } from '../../store/model/site.ts'
import { runFiles, writeRunFile } from './run-folder.ts'
import type { Told } from './told.ts'
import type { NamedSnapshot } from './with-snapshot.ts'

/** Content of `checks.json`. */
export interface CheckStageFile {
  snapshotSha256: Sha256
  results: CheckResult[]
}

/** Runs every check over a snapshot, with what was told of the agency, and writes `checks.json` beside it. */
export function checkStage(
  { snapshot, path: snapshotPath, sha256: snapshotSha256 }: NamedSnapshot,
  { declarations }: Told,
): CheckResult[] {
  const { policy } = snapshot.run
  const agency = withExemptions(snapshot.run.agency, declarations)
  const context = { terms: readTerms(), agency, declarations, standard: readStandard(policy.standard) }
  const results = runChecks(snapshot, checks, context)
  const file: CheckStageFile = { snapshotSha256, results }
  writeRunFile(dirname(snapshotPath), runFiles.results, `${JSON.stringify(file, null, 1)}\n`)
  return results
}

/** What the agency declares not to apply stands beside what its own file says. */
function withExemptions(agency: Agency, declarations: readonly Declaration[]): Agency {
  return { ...agency, notApplicable: { ...agency.notApplicable, ...declaredExemptions(declarations) } }
}
