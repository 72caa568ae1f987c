import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandChances } from '../../../../checks/links/spot-check/band-chances.ts'

it('with every page judged a chance is one number', () => {
  expect(bandChances({ pages: 1000, correct: 950, open: 0 })).toMatchObject({ chance14: { low: 83, high: 83 } })
})

it('a whole site that is right is sure of the best band, one with three faults of fifteen pages of the third', () => {
  const none = { low: 0, high: 0 }
  const sure = { low: 100, high: 100 }
  expect(bandChances({ pages: 20, correct: 20, open: 0 })).toEqual({ chance14: sure, chance13: none, chance12: none })
  expect(bandChances({ pages: 15, correct: 12, open: 0 })).toEqual({ chance14: none, chance13: none, chance12: sure })
})

it('open pages widen a chance to all that they may turn out to be, also where it rises and falls again', () => {
  const { chance14, chance13 } = bandChances({ pages: 20, correct: 0, open: 20 })
  expect(chance14).toEqual({ low: 0, high: 100 })
  expect(chance13.low).toBe(0)
  expect(chance13.high).toBeGreaterThan(30)
})

const census = fc.tuple(fc.integer({ min: 15, max: 120 }), fc.nat(120), fc.nat(120)).map(([pages, correct, open]) => {
  const right = Math.min(pages, correct)
  return { pages, correct: right, open: Math.min(open, pages - right) }
})

it('whatever the open pages turn out to be, the chance lies in the range', () => {
  fc.assert(
    fc.property(census, fc.nat(120), ({ pages, correct, open }, more) => {
      const range = bandChances({ pages, correct, open })
      const settled = bandChances({ pages, correct: correct + Math.min(more, open), open: 0 })
      for (const band of ['chance14', 'chance13', 'chance12'] as const) {
        expect(settled[band].low).toBeGreaterThanOrEqual(range[band].low)
        expect(settled[band].high).toBeLessThanOrEqual(range[band].high)
      }
    }),
    { numRuns: 60 },
  )
})
