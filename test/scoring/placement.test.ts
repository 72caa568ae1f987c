import { expect, it } from 'vitest'
import { placedIn } from '../../scoring/placement.ts'
import { likelyWorld } from '../../scoring/world.ts'
import type { Placement } from '../../store/model/scheme.ts'
import { criterionOf, done, lineOf, schemeOf, sheetOf } from './sample-facts.ts'

const always = { any: [{ measure: 'a/b#m', atLeast: 0 }] }

function placed(place: Placement | undefined, value: number, outOf: number | null = null, unknown = 0): number | null {
  const measure = { name: 'm', value, unknown, outOf, unit: 'item', basis: [] }
  const declared = new Map([
    ['cases', 30],
    ['all', 60],
  ])
  const band = { points: [10, 20] as const, when: always }
  return placedIn(place === undefined ? band : { ...band, place }, likelyWorld(new Map([['a/b#m', measure]]), declared))
}

it('between two values of a measure the estimate rises evenly from floor to ceiling, and stays there', () => {
  const place = { by: 'a/b#m', from: 2, to: 6 }
  expect([0, 2, 3, 5, 6, 99].map((value) => placed(place, value))).toEqual([10, 10, 12.5, 17.5, 20, 20])
})

it('a measure of which less is better is placed by turning the ends round', () => {
  const place = { by: 'a/b#m', from: 8, to: 0 }
  expect([0, 2, 8, 9].map((value) => placed(place, value))).toEqual([20, 17.5, 10, 10])
})

it('a share places by value out of all, and an empty one by what the scheme says of it', () => {
  const place = { by: 'a/b#m', ratio: true, from: 0, to: 1 }
  expect(placed(place, 1, 4)).toBe(12.5)
  expect(placed(place, 0, 0)).toBeNull()
  expect(placed({ ...place, whenEmpty: 1 }, 0, 0)).toBe(20)
})

it('given points are joined by straight lines', () => {
  const place = {
    by: 'a/b#m',
    through: [
      [2, 13],
      [3, 17],
      [4, 20],
    ] as const,
  }
  expect([1, 2, 2.5, 3, 4, 7].map((value) => placed(place, value))).toEqual([13, 13, 15, 17, 20, 20])
})

it('points for every condition that holds are added to a base, within the band', () => {
  const add = [
    { points: 4, when: { measure: 'a/b#m', atLeast: 1 } },
    { points: 9, when: { measure: 'a/b#m', atLeast: 2 } },
  ]
  expect([0, 1, 2].map((value) => placed({ base: 11, add }, value))).toEqual([11, 15, 20])
  expect(placed({ base: 11, add }, 0, null, 5)).toBeNull()
})

it('declared numbers place too', () => {
  expect(placed({ declared: 'cases', outOf: 'all', from: 0, to: 1 }, 0)).toBe(15)
  expect(placed({ declared: 'cases', from: 0, to: 40 }, 0)).toBe(17.5)
  expect(placed({ declared: 'absent', from: 0, to: 40 }, 0)).toBeNull()
})

it('nothing places an estimate where nothing was looked at or nothing is said', () => {
  expect(placed({ by: 'a/b#m', from: 0, to: 5 }, 0, null, 3)).toBeNull()
  expect(placed(undefined, 3)).toBeNull()
  expect(placed({ at: 12 }, 3)).toBe(12)
})

it('the chance of a band is shown beside the line, places nothing, and stays away while it is not counted', () => {
  const band = {
    points: [6, 10] as const,
    when: { measure: 'a/b#n', atLeast: 2 },
    place: { at: 8, chance: 'a/b#chance' },
  }
  const lineWith = (measures: Parameters<typeof done>[1]) =>
    lineOf(sheetOf(schemeOf(criterionOf([band])), [done('a/b', measures)]), 'one')
  expect(lineWith({ n: [2], chance: [70, 13] })).toMatchObject({
    final: { low: 6, estimate: 8, high: 10 },
    chances: [{ points: [6, 10], low: 70, high: 83 }],
  })
  expect(lineWith({ n: [2] }).chances).toBeUndefined()
})
