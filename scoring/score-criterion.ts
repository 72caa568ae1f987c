import type { CriterionDecision } from '../store/model/review.ts'
import type { ChecklistItem, Criterion, Part } from '../store/model/scheme.ts'
import type { ChecklistLine, PointRange, Reached, ScorePart } from '../store/model/score-sheet.ts'
import { type Standing, standingOf } from './bands.ts'
import { areSettled, bounded } from './bounds.ts'
import { checkItems } from './checklist.ts'
import { isSettled, type View } from './facts.ts'
import { sumOf } from './points.ts'
import { referencesOfBands } from './references.ts'

/** A criterion in one view of the facts; `points` is `null` when nothing was looked at. */
export interface Verdict {
  points: PointRange | null
  reached: Reached
  questions: readonly string[]
  parts: readonly ScorePart[]
  checklist: ChecklistLine | null
}

/** Scores one criterion from its bands, or from the sum of its parts. */
export function scoreCriterion(criterion: Criterion, view: View): Verdict {
  if (criterion.items !== undefined) return scoreItems(criterion, criterion.items, view)
  if (criterion.parts !== undefined) return scoreParts(criterion, criterion.parts, view)
  if (!isSettled(view) && !view.isAssessed(referencesOfBands(criterion.bands))) return notAssessed([])
  return { ...standingOf(criterion.bands, view.worlds), parts: [], checklist: null }
}

/** The items of a checklist; its points stay `null`. */
function scoreItems(criterion: Criterion, items: readonly ChecklistItem[], view: View): Verdict {
  const { reached, line } = checkItems(criterion, items, view)
  return { points: null, reached, questions: [], parts: [], checklist: line }
}

/** The sum over the parts, within the bounds; one that nobody measures may be worth nothing or all of its points. */
function scoreParts(criterion: Criterion, parts: readonly Part[], view: View): Verdict {
  const scored = parts.map((part) => scorePart(part, view))
  const lines = scored.map(({ line }) => line)
  const standings = scored.flatMap(({ standing }) => (standing === null ? [] : [standing]))
  if (standings.length === 0) return notAssessed(lines)
  const sum = sumOf(scored.map(({ line, standing }) => standing?.points ?? anywhereUpTo(line.maxPoints)))
  const bounds = criterion.bounds ?? []
  const points = bounded(sum, bounds, view.worlds)
  const isWhole = standings.length === parts.length && standings.every(({ reached }) => reached !== 'possible')
  const reached = reachedBy(points, isWhole && areSettled(bounds, view.worlds))
  return { points, reached, questions: [], parts: lines, checklist: null }
}

function anywhereUpTo(maxPoints: number): PointRange {
  return { low: 0, estimate: null, high: maxPoints }
}

function reachedBy({ high }: PointRange, isSettled: boolean): Reached {
  if (!isSettled) return 'possible'
  return high === 0 ? 'none' : 'sure'
}

function scorePart(part: Part, view: View): { line: ScorePart; standing: Standing | null } {
  const { id, title, maxPoints, bands } = part
  const asked = referencesOfBands(bands)
  const settled = view.settled.parts.get(id)
  const measured = view.isAssessed(asked) ? standingOf(bands, view.worlds) : null
  const standing = settled === undefined ? measured : settledAt(settled)
  const isOpen = standing === null || standing.reached === 'possible'
  const own = isOpen && part.openQuestion !== undefined ? [part.openQuestion] : []
  const openQuestions = [...own, ...(standing?.questions ?? [])]
  const because = view.lookedAt(asked)
  return { line: { id, title, maxPoints, points: standing?.points ?? null, because, openQuestions }, standing }
}

/** Points a person gave. */
function settledAt(points: number): Standing {
  return { points: exactlyThose(points), reached: points > 0 ? 'sure' : 'none', questions: [] }
}

function exactlyThose(points: number): PointRange {
  return { low: points, estimate: points, high: points }
}

/** A criterion as a person settled it as a whole: with points, or on a checklist with how far it is reached. */
export function settledVerdict(verdict: Verdict, decision: WholeDecision): Verdict {
  if (decision.kind === 'reached') return { ...verdict, reached: decision.reached, questions: [] }
  return { ...verdict, ...settledAt(decision.points) }
}

/** What settles a whole criterion. */
export type WholeDecision = Extract<CriterionDecision, { kind: 'points' | 'reached' }>

function notAssessed(parts: readonly ScorePart[]): Verdict {
  return { points: null, reached: 'not-assessed', questions: [], parts, checklist: null }
}
