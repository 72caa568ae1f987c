import type { MeasureRef } from '../store/model/measure.ts'
import type { AppliedReview, CriterionDecision } from '../store/model/review.ts'
import type { Facts, Settled } from './facts.ts'
import { measuresCounting } from './reviewed-results.ts'
import type { WholeDecision } from './score-criterion.ts'

/** Reviews by what they bear on. */
export interface LineReviews {
  /** `<scheme>/<criterion>` -> reviews of that line. */
  ofLine: ReadonlyMap<string, readonly AppliedReview[]>
  /** Reviews of findings, with the measures they change. */
  ofFindings: readonly { review: AppliedReview; measures: readonly MeasureRef[] }[]
}

/** Sorts what people decided, once for all lines of a sheet. */
export function reviewsByCriterion({ reviewed: { reviews }, results }: Facts): LineReviews {
  const ofLine = new Map<string, AppliedReview[]>()
  for (const review of reviews) {
    if (review.decision.kind === 'finding') continue
    const place = `${review.decision.scheme}/${review.decision.criterion}`
    ofLine.set(place, [...(ofLine.get(place) ?? []), review])
  }
  const ofFindings = reviews.flatMap((review) => {
    const { decision } = review
    if (decision.kind !== 'finding') return []
    const measures = measuresCounting(decision.finding, results)
    return measures.length === 0 ? [] : [{ review, measures }]
  })
  return { ofLine, ofFindings }
}

/** What bears on one line: decisions on it, and on findings whose measures it asks for. */
export function reviewsOn(place: string, asked: readonly MeasureRef[], reviews: LineReviews): AppliedReview[] {
  const touching = reviews.ofFindings.filter(({ measures }) => measures.some((ref) => asked.includes(ref)))
  return [...(reviews.ofLine.get(place) ?? []), ...touching.map(({ review }) => review)]
}

/** What decisions that count settle of one criterion, short of the whole. */
export function settledBy(reviews: readonly AppliedReview[]): Settled {
  const decisions = freshDecisions(reviews)
  return {
    parts: new Map(decisions.flatMap((one) => (one.kind === 'part' ? [[one.part, one.points] as const] : []))),
    items: new Map(decisions.flatMap((one) => (one.kind === 'item' ? [[one.item, one.isMet] as const] : []))),
    answers: new Map(
      decisions.flatMap((one) => (one.kind === 'question' ? [[one.question, one.answer] as const] : [])),
    ),
  }
}

/** The decision that settles the whole criterion; `null` when there is none. */
export function wholeDecision(reviews: readonly AppliedReview[]): WholeDecision | null {
  return freshDecisions(reviews).find((one) => one.kind === 'points' || one.kind === 'reached') ?? null
}

function freshDecisions(reviews: readonly AppliedReview[]): CriterionDecision[] {
  const decisions = reviews.filter(({ isStale }) => !isStale).map(({ decision }) => decision)
  return decisions.flatMap((one) => (one.kind === 'finding' ? [] : [one]))
}
