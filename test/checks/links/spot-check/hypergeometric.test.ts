import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  chanceOf,
  chanceOfAtLeast,
  choose,
  type Fraction,
  percentOf,
} from '../../../../checks/links/spot-check/hypergeometric.ts'

it.each([
  [52, 5, 2_598_960n],
  [49, 6, 13_983_816n],
  [5, 0, 1n],
  [5, 5, 1n],
  [5, 6, 0n],
  [5, -1, 0n],
  [100, 50, 100_891_344_545_564_193_334_812_497_256n],
])('there are as many ways to choose %i, %i at a time, as tables say', (things, taken, ways) => {
  expect(choose(things, taken)).toBe(ways)
})

/** Published odds of draws without putting back. */
it.each([
  ['three of six winning numbers among 49', 3, { population: 49, marked: 6, drawn: 6 }, 246_820n, 13_983_816n],
  ['all six of them', 6, { population: 49, marked: 6, drawn: 6 }, 1n, 13_983_816n],
  ['two aces in five cards', 2, { population: 52, marked: 4, drawn: 5 }, 103_776n, 2_598_960n],
  ['no ace in five cards', 0, { population: 52, marked: 4, drawn: 5 }, 1_712_304n, 2_598_960n],
  ['four green marbles of five when ten are drawn from fifty', 4, { population: 50, marked: 5, drawn: 10 }, null, null],
])('the chance of %s is exact', (_, found, draw, over, under) => {
  const chance = chanceOf(found, draw)
  if (over !== null) expect(chance).toEqual({ over, under })
  else expect(Number((chance.over * 10n ** 9n) / chance.under) / 1e9).toBeCloseTo(0.003964583, 8)
})

it('two pair of the yardsticks of the scheme: 950 and 900 right pages of 1000', () => {
  const atLeast = (marked: number) => percentOf(chanceOfAtLeast(14, { population: 1000, marked, drawn: 15 }))
  expect([Math.round(atLeast(950)), Math.round(atLeast(900))]).toEqual([83, 55])
})

it('lower bounds of one draw are the sum of their parts, and of nothing at all certain', () => {
  const draw = { population: 40, marked: 33, drawn: 15 }
  const { under } = chanceOf(0, draw)
  expect(chanceOfAtLeast(0, draw)).toEqual({ over: under, under })
  expect(chanceOfAtLeast(14, draw).over).toBe(chanceOf(14, draw).over + chanceOf(15, draw).over)
  expect(chanceOfAtLeast(16, draw).over).toBe(0n)
})

const draws = fc
  .record({ population: fc.integer({ min: 15, max: 4000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ population, share }) => ({ population, marked: Math.round(population * share), drawn: 15 }))

it('the chances of all that can be found add up to one exactly', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const sum = Array.from({ length: 16 }, (_, found) => chanceOf(found, draw).over).reduce((a, b) => a + b, 0n)
      expect(sum).toBe(choose(draw.population, 15))
    }),
  )
})

it('one more right page never makes a good draw less likely', () => {
  fc.assert(
    fc.property(draws, fc.integer({ min: 1, max: 15 }), (draw, least) => {
      fc.pre(draw.marked < draw.population)
      const [before, after] = [draw.marked, draw.marked + 1].map((marked) =>
        chanceOfAtLeast(least, { ...draw, marked }),
      )
      expect(after?.over).toBeGreaterThanOrEqual(before?.over ?? 0n)
    }),
  )
})

it('a chance in per cent is the nearest tenth, halves upwards', () => {
  const per = (over: bigint, under: bigint): Fraction => ({ over, under })
  expect([percentOf(per(1n, 3n)), percentOf(per(1n, 2000n)), percentOf(per(1n, 1n)), percentOf(per(0n, 7n))]).toEqual([
    33.3, 0.1, 100, 0,
  ])
})
