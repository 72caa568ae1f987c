import type { ScoreSheet } from '../../store/model/score-sheet.ts'

/**
 * Points of some criteria together, as an official writes them: a whole number, rounded once; `null` (blank, never 0) when one of them was
 * not assessed or has no estimate.
 */
export function pointsOf(sheet: ScoreSheet, criteria: readonly string[]): number | null {
  const estimates = criteria.map((id) => {
    return sheet.lines.find(({ criterionId }) => criterionId === id)?.final?.estimate ?? null
  })
  if (estimates.length === 0 || estimates.includes(null)) return null
  return Math.round(estimates.reduce<number>((sum, estimate) => sum + (estimate ?? 0), 0))
}
