import type { CheckResult } from '../store/model/check-result.ts'
import type { Finding, FindingId, Verdict } from '../store/model/finding.ts'
import type { Measure, MeasureRef } from '../store/model/measure.ts'
import type { AppliedReview } from '../store/model/review.ts'

type Judged = ReadonlyMap<FindingId, Verdict>

/** The results with the verdicts that people gave in the place of ours, and with the numbers that count them. */
export function reviewedResults(
  results: readonly CheckResult[],
  reviews: readonly AppliedReview[],
): readonly CheckResult[] {
  const judged = verdictsIn(reviews)
  if (judged.size === 0) return results
  return results.map((result) =>
    result.findings.some(({ id }) => judged.has(id)) ? withVerdicts(result, judged) : result,
  )
}

/** The measures whose numbers a review of a finding changes. */
export function measuresCounting(finding: FindingId, results: readonly CheckResult[]): MeasureRef[] {
  const result = results.find(({ findings }) => findings.some(({ id, isUncounted }) => id === finding && !isUncounted))
  const counting = result?.measures.filter(({ counts, basis }) => counts !== undefined && basis.includes(finding))
  return (counting ?? []).map(({ name }) => `${result?.checkId}#${name}`)
}

function verdictsIn(reviews: readonly AppliedReview[]): Judged {
  const fresh = reviews.filter(({ isStale }) => !isStale)
  return new Map(
    fresh.flatMap(({ decision }) =>
      decision.kind === 'finding' ? [[decision.finding, decision.verdict] as const] : [],
    ),
  )
}

function withVerdicts(result: CheckResult, judged: Judged): CheckResult {
  const measures = result.measures.map((measure) => withCounts(measure, result.findings, judged))
  const findings = result.findings.map((one) => ({ ...one, verdict: judged.get(one.id) ?? one.verdict }))
  return { ...result, measures, findings }
}

/** Each finding that was judged anew moves by one what counts it; nothing falls below zero. */
function withCounts(measure: Measure, findings: readonly Finding[], judged: Judged): Measure {
  const { counts, basis } = measure
  if (counts === undefined) return measure
  const moved = findings.filter(({ id, isUncounted }) => basis.includes(id) && judged.has(id) && !isUncounted)
  const before = moved.map(({ verdict }) => verdict)
  const after = moved.map(({ id }) => judged.get(id))
  const count = (verdicts: readonly (Verdict | undefined)[], wanted: Verdict): number =>
    verdicts.filter((one) => one === wanted).length
  return {
    ...measure,
    value: Math.max(0, measure.value + count(after, counts) - count(before, counts)),
    unknown: Math.max(0, measure.unknown - count(before, 'needs-review')),
  }
}
