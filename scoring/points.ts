import type { PointRange } from '../store/model/score-sheet.ts'

/** To two decimals, so that the order of a sum leaves no trace. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

/** The sum of ranges; its estimate is `null` when one of them has none, and when there is nothing to sum. */
export function sumOf(ranges: readonly PointRange[]): PointRange {
  const estimates = ranges.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]))
  const total = (numbers: readonly number[]): number => rounded(numbers.reduce((sum, number) => sum + number, 0))
  return {
    low: total(ranges.map(({ low }) => low)),
    estimate: ranges.length > 0 && estimates.length === ranges.length ? total(estimates) : null,
    high: total(ranges.map(({ high }) => high)),
  }
}
