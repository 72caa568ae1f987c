import type { CheckResult } from '../store/model/check-result.ts'
import type { YearBefore } from '../store/model/history.ts'
import type { MeasureRef } from '../store/model/measure.ts'
import type { Range } from './range.ts'
import { checkIdOf } from './references.ts'

/** (This year - last year) / last year, as far as it is certain, and the run it is counted from. */
export interface Growth {
  ratio: Range
  since: { runId: string; date: string }
}

/** `null` when one of the two runs did not count it, another version of the check did, or there may have been none the year before. */
export function growthOfMeasure(
  ref: MeasureRef,
  results: readonly CheckResult[],
  yearBefore: YearBefore | null,
): Growth | null {
  const result = results.find(({ checkId }) => checkId === checkIdOf(ref))
  const now = result?.measures.find(({ name }) => `${result.checkId}#${name}` === ref)
  const before = yearBefore?.measures.find((one) => one.ref === ref)
  if (yearBefore === null || now === undefined || before === undefined || result?.status !== 'done') return null
  if (before.status !== 'done' || before.checkVersion !== result.checkVersion || before.value <= 0) return null
  const most = before.value + before.unknown
  const ratio = { low: now.value / most - 1, high: (now.value + now.unknown) / before.value - 1 }
  return { ratio, since: { runId: yearBefore.runId, date: yearBefore.date } }
}
