import type { Truth } from './truth.ts'

/** Where a number lies, ends included; a point when both are equal. */
export interface Range {
  low: number
  high: number
}

/** A count of which nothing is known. */
export const anyCount: Range = { low: 0, high: Number.POSITIVE_INFINITY }

/** A share of which nothing is known. */
export const anyShare: Range = { low: 0, high: 1 }

/** The range of one known number. */
export function exactly(value: number): Range {
  return { low: value, high: value }
}

/** Whether the number is at least `bound`. */
export function isAtLeast(range: Range, bound: number): Truth {
  if (range.low >= bound) return 'yes'
  return range.high < bound ? 'no' : 'unknown'
}

/** The number itself when it is known, else `null`. */
export function pointOf(range: Range): number | null {
  return range.low === range.high ? range.low : null
}
