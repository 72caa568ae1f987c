import type { Criterion, Scheme } from '../store/model/scheme.ts'
import type { PointRange, ScoreLine, ScorePart } from '../store/model/score-sheet.ts'
import type { View } from './facts.ts'
import { holds } from './holds.ts'
import { referencesOfCriterion } from './references.ts'
import { scoreCriterion, type Verdict } from './score-criterion.ts'

/** Both ways of asking the facts. */
export interface Views {
  measured: View
  declared: View
  /** Names of what was declared. */
  declarations: ReadonlySet<string>
}

/** A line, and the highest points of what the site alone could show of it. */
export interface ScoredLine {
  line: ScoreLine
  measuredMax: number
}

/** The line of one criterion. On a checklist it has no points, only how far it is reached. */
export function scoreLine(criterion: Criterion, scale: Scheme['scale'], views: Views): ScoredLine {
  const asked = referencesOfCriterion(criterion)
  const isDeclared = asked.declarations.some((name) => views.declarations.has(name))
  const view = isDeclared ? views.declared : views.measured
  const verdict = scoreCriterion(criterion, view)
  const measured = isDeclared ? scoreCriterion(criterion, views.measured) : verdict
  const isPoints = scale.kind === 'points'
  const declaredPoints = isPoints && isDeclared ? verdict.points : null
  const measuredPoints = isPoints ? measured.points : null
  const max = isPoints ? (criterion.maxPoints ?? null) : null
  const line: ScoreLine = {
    criterionId: criterion.id,
    path: criterion.path,
    title: criterion.title,
    max,
    measured: measuredPoints,
    declared: declaredPoints,
    reviewed: null,
    final: declaredPoints ?? measuredPoints,
    reached: verdict.reached,
    because: view.lookedAt(asked),
    openQuestions: questionsOf(criterion, verdict, view),
    assumption: criterion.assumption ?? null,
    parts: verdict.parts,
  }
  return { line, measuredMax: lookedMax(measuredPoints, max, measured.parts) }
}

/** The highest points of what stands in `final`: without the parts that nobody measured. */
export function assessedMax({ final, max, parts }: ScoreLine): number {
  return lookedMax(final, max, parts)
}

function lookedMax(points: PointRange | null, max: number | null, parts: readonly ScorePart[]): number {
  if (points === null) return 0
  return (max ?? 0) - parts.reduce((sum, part) => (part.points === null ? sum + part.maxPoints : sum), 0)
}

function questionsOf(criterion: Criterion, verdict: Verdict, view: View): string[] {
  const isOpen = verdict.reached === 'possible' || verdict.reached === 'not-assessed'
  const own = isOpen && criterion.openQuestion !== undefined ? [criterion.openQuestion] : []
  const asks = verdict.reached === 'not-assessed' ? [] : (criterion.asks ?? [])
  const asked = asks.filter(({ when }) => holds(when, view.worlds.certain) !== 'no').map(({ question }) => question)
  return [...new Set([...own, ...verdict.questions, ...asked])]
}
