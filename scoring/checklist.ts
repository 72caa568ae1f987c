import type { Adjustment, ChecklistItem, Criterion, Formula } from '../store/model/scheme.ts'
import type {
  AdjustmentLine,
  ChecklistItemLine,
  ChecklistLine,
  FormulaLine,
  Reached,
} from '../store/model/score-sheet.ts'
import { isSettled, type View } from './facts.ts'
import { holds, openHumanQuestions } from './holds.ts'
import { pointOf, type Range } from './range.ts'
import { referencesOfCondition } from './references.ts'
import { truthOf, type World } from './world.ts'

/**
 * How far the items of a checklist are met. `sure`, `partly` and `none` only when nothing unknown could change it; `not-assessed`
 * when nothing was looked at or declared of any item.
 */
export function checkItems(
  { formulas = [], adjustments = [] }: Criterion,
  items: readonly ChecklistItem[],
  view: View,
): { reached: Reached; line: ChecklistLine } {
  const lines = items.map((item) => itemLine(item, view))
  const { certain } = view.worlds
  const line = {
    met: countMet(lines),
    items: lines,
    formulas: formulas.map((formula) => formulaLine(formula, view)),
    adjustments: adjustments.map((adjustment) => adjustmentLine(adjustment, certain)),
  }
  const isAssessed = isSettled(view) || items.some(({ when }) => view.isAssessed(referencesOfCondition(when)))
  return { reached: isAssessed ? reachedBy(line.met) : 'not-assessed', line }
}

function reachedBy({ low, high, outOf }: ChecklistLine['met']): Reached {
  if (low === outOf) return 'sure'
  if (high === 0) return 'none'
  return low > 0 && high < outOf ? 'partly' : 'possible'
}

function countMet(lines: readonly ChecklistItemLine[]): ChecklistLine['met'] {
  const low = lines.filter(({ met }) => met === 'yes').length
  const high = lines.filter(({ met }) => met !== 'no').length
  return { low, high, outOf: lines.length }
}

function itemLine({ id, title, when, openQuestion }: ChecklistItem, view: View): ChecklistItemLine {
  const settled = view.settled.items.get(id)
  const met = settled === undefined ? holds(when, view.worlds.certain) : truthOf(settled)
  const own = openQuestion === undefined ? [] : [openQuestion]
  const openQuestions = met === 'unknown' ? [...own, ...openHumanQuestions(when, view.worlds.certain)] : []
  return { id, title, met, because: view.lookedAt(referencesOfCondition(when)), openQuestions }
}

function formulaLine(formula: Formula, view: View): FormulaLine {
  const { certain } = view.worlds
  if ('growthOf' in formula) {
    const measured = formula.measure === undefined ? null : view.growthOf(formula.measure)
    if (measured !== null) return { title: formula.title, ...measured, isDeclared: false }
    return { title: formula.title, ratio: growth(formula, certain), isDeclared: true }
  }
  const { low, high } = certain.ratioOf(formula.ratio)
  const isOpen = low === 0 && high === 1
  return { title: formula.title, ratio: isOpen ? null : { low, high }, isDeclared: false }
}

/** (This year - last year) / last year; `null` when either was not declared, or last year is zero. */
function growth({ growthOf, since }: { growthOf: string; since: string }, world: World): Range | null {
  const now = pointOf(world.declared(growthOf))
  const before = pointOf(world.declared(since))
  if (now === null || before === null || before === 0) return null
  const rate = (now - before) / before
  return { low: rate, high: rate }
}

function adjustmentLine({ kind, title, when }: Adjustment, world: World): AdjustmentLine {
  return { kind, title, found: holds(when, world) }
}
