import { hash } from 'node:crypto'
import type { CheckResult } from '../store/model/check-result.ts'
import type { AppliedReview, CriterionDecision, Decision, Review } from '../store/model/review.ts'
import type { Criterion, Scheme } from '../store/model/scheme.ts'
import { measuresBefore } from './references.ts'

/** What people decided, and on what. */
export interface Reviewed {
  /** One a subject: the last that was made. */
  reviews: readonly AppliedReview[]
  /** `<scheme>/<criterion>` -> fingerprint of what a person who decides it has before them. */
  fingerprints: ReadonlyMap<string, string>
}

export const unreviewed: Reviewed = { reviews: [], fingerprints: new Map() }

/**
 * The last review of every subject, each held against what this run found: one made on other evidence, or about a finding that
 * is gone, is stale. Those about schemes that are not among `schemes` are left out.
 */
export function reviewedOf(
  reviews: readonly Review[],
  results: readonly CheckResult[],
  schemes: readonly Scheme[],
): Reviewed {
  const numbers = numbersOf(results)
  const fingerprints = new Map(
    schemes.flatMap((scheme) =>
      scheme.criteria.map((one) => [`${scheme.id}/${one.id}`, printOf(one, numbers)] as const),
    ),
  )
  const findings = new Map(
    results.flatMap((result) => result.findings.map((one) => [one.id, one.fingerprint] as const)),
  )
  const isAsked = ({ decision }: Review): boolean =>
    decision.kind === 'finding' || fingerprints.has(`${decision.scheme}/${decision.criterion}`)
  const shown = (decision: Decision): string | undefined =>
    decision.kind === 'finding'
      ? findings.get(decision.finding)
      : fingerprints.get(`${decision.scheme}/${decision.criterion}`)
  const last = new Map(reviews.filter(isAsked).map((review) => [subjectOf(review.decision), review]))
  const applied = [...last.values()].map((one) => ({ ...one, isStale: shown(one.decision) !== one.evidence }))
  return { reviews: applied, fingerprints }
}

/** What two decisions must have in common for the later one to take the place of the earlier one. */
function subjectOf(decision: Decision): string {
  return JSON.stringify(decision.kind === 'finding' ? [decision.finding] : subjectIn(decision))
}

function subjectIn(decision: CriterionDecision): readonly string[] {
  const place = [decision.scheme, decision.criterion]
  switch (decision.kind) {
    case 'part':
      return [...place, 'part', decision.part]
    case 'item':
      return [...place, 'item', decision.item]
    case 'question':
      return [...place, 'question', decision.question]
    default:
      return place
  }
}

/** Reference -> what is known of the measure, and the findings behind it. */
function numbersOf(results: readonly CheckResult[]): ReadonlyMap<string, unknown> {
  const entries = results.flatMap(({ checkId, status, measures }) =>
    measures.map(({ name, value, unknown, outOf, basis }) => {
      return [`${checkId}#${name}`, [status, value, unknown, outOf, [...basis].sort()]] as const
    }),
  )
  return new Map(entries)
}

/** As 16 hexadecimal digits: equal when every number the criterion asks for or shows is, and rests on the same findings. */
function printOf(criterion: Criterion, numbers: ReadonlyMap<string, unknown>): string {
  const known = measuresBefore(criterion).map((ref) => [ref, numbers.get(ref) ?? null])
  return hash('sha256', JSON.stringify([criterion.id, known])).slice(0, 16)
}
