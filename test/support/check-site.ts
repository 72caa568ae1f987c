import type { Check } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import type { Standard } from '../../store/model/run.ts'
import { type SiteAnswer, type SnapshotOptions, snapshotOf } from './snapshot-of.ts'

const terms = readTerms()

/** A result with what tests look at most laid flat. */
export interface SiteResult extends CheckResult {
  /** Name -> value, unknown, outOf. */
  numbers: Record<string, [number, number, number | null]>
  /** Message id and verdict of each finding. */
  outcomes: [string, string][]
}

/** What a check concludes about a site made of files, with the real extractors, the real word lists and the checks it reads. */
export async function checkSite(
  check: Check,
  files: Record<string, SiteAnswer>,
  options: SnapshotOptions & { standard?: Standard; declarations?: readonly Declaration[] } = {},
): Promise<SiteResult> {
  const snapshot = await snapshotOf(files, options)
  const { standard = '110.07', declarations = [] } = options
  const before = checks.filter(({ id }) => check.reads?.includes(id))
  const context = { terms, agency: snapshot.run.agency, declarations, standard: readStandard(standard) }
  const result = runChecks(snapshot, [...before, check], context).at(-1)
  if (result === undefined) throw new Error(`${check.id} gave no result`)
  if (result.status === 'crashed') throw new Error(result.reason ?? 'crashed')
  const numbers = result.measures.map(({ name, value, unknown, outOf }) => [name, [value, unknown, outOf]] as const)
  const outcomes = result.findings.map(({ messageId, verdict }): [string, string] => [messageId, verdict])
  return { ...result, numbers: Object.fromEntries(numbers) as SiteResult['numbers'], outcomes }
}
