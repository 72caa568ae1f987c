import { dirname } from 'node:path'
import { readSchemes } from '../../config/read-scheme.ts'
import { readDeclarables } from '../../config/read-terms.ts'
import { advise } from '../../scoring/advice/advise.ts'
import { evaluate } from '../../scoring/evaluate.ts'
import type { Facts } from '../../scoring/facts.ts'
import { reviewedOf } from '../../scoring/reviewed.ts'
import type { Advice } from '../../store/model/advice.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'
import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import type { AppliedReview } from '../../store/model/review.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
import { yearBefore } from './history-stage.ts'
import { runFiles, writeRunFile } from './run-folder.ts'
import type { Told } from './told.ts'
import type { NamedSnapshot } from './with-snapshot.ts'

/** What the results are worth, and what to mend first. */
export interface Scored {
  /** What was told beside the results. */
  told: Told
  /** What people decided, held against the results. */
  reviews: readonly AppliedReview[]
  sheets: readonly ScoreSheet[]
  advice: readonly Advice[]
}

/** Content of `sheets.json`. */
export interface ScoreStageFile extends Scored {
  snapshotSha256: Sha256
}

/** Scores the results under the named schemes (all when none is named) and writes `sheets.json` beside the snapshot. */
export function scoreStage(
  named: NamedSnapshot,
  results: readonly CheckResult[],
  told: Told,
  schemeIds: readonly string[],
): Scored {
  const schemes = chosenSchemes(schemeIds)
  const facts = factsOf(named, results, told, schemes)
  const sheets = schemes.map(({ scheme, sha256 }) => evaluate(scheme, sha256, facts))
  const advice = advise(schemes, facts, readDeclarables())
  const scored = { told, reviews: facts.reviewed.reviews, sheets, advice }
  const file: ScoreStageFile = { snapshotSha256: named.sha256, ...scored }
  writeRunFile(dirname(named.path), runFiles.sheets, `${JSON.stringify(file, null, 1)}\n`)
  return scored
}

/** What schemes and advice are told of a run. */
export function factsOf(
  named: NamedSnapshot,
  results: readonly CheckResult[],
  { declarations, reviews }: Told,
  schemes: ReturnType<typeof readSchemes>,
): Facts {
  const { id, toolVersion } = named.snapshot.run
  const given = schemes.map(({ scheme }) => scheme)
  const reviewed = reviewedOf(reviews, results, given)
  return { run: { id, toolVersion }, results, declarations, reviewed, yearBefore: yearBefore(named) }
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
