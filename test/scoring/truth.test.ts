import { expect, it } from 'vitest'
import { anyCount, anyShare, exactly, isAtLeast } from '../../scoring/range.ts'
import { allOf, anyOf, opposite, type Truth } from '../../scoring/truth.ts'

const truths: Truth[] = ['yes', 'no', 'unknown']

it('one no settles all, one yes settles any, whatever else is unknown', () => {
  expect(allOf(['yes', 'unknown', 'no'])).toBe('no')
  expect(allOf(['yes', 'unknown'])).toBe('unknown')
  expect(allOf(['yes', 'yes'])).toBe('yes')
  expect(anyOf(['no', 'unknown', 'yes'])).toBe('yes')
  expect(anyOf(['no', 'unknown'])).toBe('unknown')
  expect(anyOf(['no', 'no'])).toBe('no')
})

it('turning a statement round twice changes nothing, and the unknown stays unknown', () => {
  for (const truth of truths) expect(opposite(opposite(truth))).toBe(truth)
  expect(opposite('yes')).toBe('no')
  expect(opposite('unknown')).toBe('unknown')
})

it('a number reaches a bound for sure, surely not, or perhaps', () => {
  expect(isAtLeast({ low: 3, high: 5 }, 3)).toBe('yes')
  expect(isAtLeast({ low: 3, high: 5 }, 5)).toBe('unknown')
  expect(isAtLeast({ low: 3, high: 5 }, 5.1)).toBe('no')
  expect(isAtLeast(exactly(0.9), 0.9)).toBe('yes')
  expect(isAtLeast(anyCount, 1e9)).toBe('unknown')
  expect(isAtLeast(anyShare, 1)).toBe('unknown')
})
