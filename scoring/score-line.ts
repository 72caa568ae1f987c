import type { AppliedReview } from '../store/model/review.ts'
import type { Criterion, Scheme } from '../store/model/scheme.ts'
import type { ScoreLine } from '../store/model/score-sheet.ts'
import { type Facts, reviewedView, type View } from './facts.ts'
import { holds } from './holds.ts'
import { type LineReviews, reviewsOn, settledBy, wholeDecision } from './line-reviews.ts'
import { referencesOfCriterion } from './references.ts'
import { scoreCriterion, settledVerdict, type Verdict } from './score-criterion.ts'

/** The ways of asking the facts. */
export interface Views {
  measured: View
  declared: View
  /** Names of what was declared. */
  declarations: ReadonlySet<string>
  facts: Facts
  reviews: LineReviews
}

/** A line, and the highest points of what the site alone could show of it. */
export interface ScoredLine {
  line: ScoreLine
  measuredMax: number
}

/** One criterion as it comes out of one way of asking. */
interface Outcome {
  view: View
  verdict: Verdict
}

/** From the site alone, with what was declared, and as people decided; `null` where that was not done. */
interface Outcomes {
  measured: Outcome
  declared: Outcome | null
  reviewed: Outcome | null
}

/** The line of one criterion. On a checklist it has no points, only how far it is reached. */
export function scoreLine(criterion: Criterion, { id: schemeId, scale }: SchemeHead, views: Views): ScoredLine {
  const place = `${schemeId}/${criterion.id}`
  const asked = referencesOfCriterion(criterion)
  const reviews = reviewsOn(place, asked.measures, views.reviews)
  const isDeclared = asked.declarations.some((name) => views.declarations.has(name))
  const outcomes: Outcomes = {
    measured: outcomeOf(criterion, views.measured),
    declared: isDeclared ? outcomeOf(criterion, views.declared) : null,
    reviewed: decidedOutcome(criterion, reviews, views),
  }
  const { view, verdict } = outcomes.reviewed ?? outcomes.declared ?? outcomes.measured
  const isPoints = scale.kind === 'points'
  const max = isPoints ? (criterion.maxPoints ?? null) : null
  const points = pointsOf(outcomes, isPoints)
  const line: ScoreLine = {
    criterionId: criterion.id,
    path: criterion.path,
    title: criterion.title,
    max,
    ...points,
    reached: verdict.reached,
    because: view.lookedAt(asked),
    ...siteEvidenceOf(criterion, view),
    openQuestions: questionsOf(criterion, verdict, view),
    assumption: criterion.assumption ?? null,
    ...chancesOf(criterion, views.measured),
    ...printOf(views.facts.reviewed.fingerprints.get(place)),
    ...(reviews.length === 0 ? {} : { reviews }),
    ...(isPoints ? {} : { reachedBy: reachedByOf(outcomes) }),
    parts: verdict.parts,
    checklist: verdict.checklist,
  }
  return { line, measuredMax: points.measured === null ? 0 : (max ?? 0) }
}

type SchemeHead = Pick<Scheme, 'id' | 'scale'>

/** The highest points of a line that has any; 0 when it was not assessed. */
export function assessedMax({ final, max }: ScoreLine): number {
  return final === null ? 0 : (max ?? 0)
}

function outcomeOf(criterion: Criterion, view: View): Outcome {
  return { view, verdict: scoreCriterion(criterion, view) }
}

/** `null` when no decision counts: nobody made one, or all are stale. */
function decidedOutcome(criterion: Criterion, reviews: readonly AppliedReview[], { facts }: Views): Outcome | null {
  if (reviews.every(({ isStale }) => isStale)) return null
  const { view, verdict } = outcomeOf(criterion, reviewedView(facts, settledBy(reviews)))
  const whole = wholeDecision(reviews)
  return { view, verdict: whole === null ? verdict : settledVerdict(verdict, whole) }
}

function pointsOf(
  { measured, declared, reviewed }: Outcomes,
  isPoints: boolean,
): Pick<ScoreLine, 'measured' | 'declared' | 'reviewed' | 'final'> {
  if (!isPoints) return { measured: null, declared: null, reviewed: null, final: null }
  const points = {
    measured: measured.verdict.points,
    declared: declared?.verdict.points ?? null,
    reviewed: reviewed?.verdict.points ?? null,
  }
  return { ...points, final: points.reviewed ?? points.declared ?? points.measured }
}

function reachedByOf({ measured, declared, reviewed }: Outcomes): NonNullable<ScoreLine['reachedBy']> {
  return {
    measured: measured.verdict.reached,
    declared: declared?.verdict.reached ?? null,
    reviewed: reviewed?.verdict.reached ?? null,
  }
}

/** Nothing where the scheme names no chance, or none was counted. */
function chancesOf({ bands }: Criterion, { worlds: { certain } }: View): Pick<ScoreLine, 'chances'> {
  const chances = bands.flatMap(({ points, place }) => {
    const range = place?.chance === undefined ? null : certain.valueOf(place.chance)
    return range === null || range.high > 100 ? [] : [{ points, low: range.low, high: range.high }]
  })
  return chances.length === 0 ? {} : { chances }
}

function siteEvidenceOf({ siteEvidence = [] }: Criterion, view: View): Pick<ScoreLine, 'siteEvidence'> {
  const shown = view.lookedAt({ measures: siteEvidence, declarations: [] })
  return shown.length === 0 ? {} : { siteEvidence: shown }
}

function printOf(fingerprint: string | undefined): Pick<ScoreLine, 'fingerprint'> {
  return fingerprint === undefined ? {} : { fingerprint }
}

function questionsOf(criterion: Criterion, verdict: Verdict, view: View): string[] {
  const isOpen = verdict.reached === 'possible' || verdict.reached === 'not-assessed'
  const own = isOpen && criterion.openQuestion !== undefined ? [criterion.openQuestion] : []
  const asks = verdict.reached === 'not-assessed' ? [] : (criterion.asks ?? [])
  const asked = asks.filter(({ when }) => holds(when, view.worlds.certain) !== 'no').map(({ question }) => question)
  const questions = [...new Set([...own, ...verdict.questions, ...asked])]
  return questions.filter((question) => !view.settled.answers.has(question))
}
