import type { Criterion, Scheme } from '../store/model/scheme.ts'
import type { ScoreLine } from '../store/model/score-sheet.ts'
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
    checklist: verdict.checklist,
  }
  return { line, measuredMax: measuredPoints === null ? 0 : (max ?? 0) }
}

/** The highest points of a line that has any; 0 when it was not assessed. */
export function assessedMax({ final, max }: ScoreLine): number {
  return final === null ? 0 : (max ?? 0)
}

function questionsOf(criterion: Criterion, verdict: Verdict, view: View): string[] {
  const isOpen = verdict.reached === 'possible' || verdict.reached === 'not-assessed'
  const own = isOpen && criterion.openQuestion !== undefined ? [criterion.openQuestion] : []
  const asks = verdict.reached === 'not-assessed' ? [] : (criterion.asks ?? [])
  const asked = asks.filter(({ when }) => holds(when, view.worlds.certain) !== 'no').map(({ question }) => question)
  return [...new Set([...own, ...verdict.questions, ...asked])]
}
