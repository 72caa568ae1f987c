import { expect, it } from 'vitest'
import { holds, openHumanQuestions } from '../../scoring/holds.ts'
import { anyCount, anyShare, exactly } from '../../scoring/range.ts'
import { certainWorld, likelyWorld, type MeasureTable } from '../../scoring/world.ts'

function table(counted: Record<string, { value: number; unknown?: number; outOf?: number }>): MeasureTable {
  const rows = Object.entries(counted).map(([name, { value, unknown = 0, outOf }]) => {
    return [`a/b#${name}`, { name, value, unknown, outOf: outOf ?? null, unit: 'item', basis: [] }] as const
  })
  return new Map(rows)
}

const measures = table({
  known: { value: 3, outOf: 4 },
  partly: { value: 8, unknown: 2, outOf: 12 },
  unseen: { value: 0, unknown: 12, outOf: 12 },
  none: { value: 0, outOf: 0 },
  count: { value: 2, unknown: 3 },
  silent: { value: 0, unknown: 1 },
  over: { value: 5, unknown: 1, outOf: 4 },
})
const declared = new Map<string, number | string | boolean>([
  ['cases', 30],
  ['all', 60],
  ['nothing', 0],
  ['yes', true],
  ['text', '很多'],
])
const certain = certainWorld(measures, declared)
const likely = likelyWorld(measures, declared)

it('for certain a number lies between what was seen and all that might be', () => {
  expect(certain.valueOf('a/b#known')).toEqual(exactly(3))
  expect(certain.valueOf('a/b#partly')).toEqual({ low: 8, high: 10 })
  expect(certain.ratioOf('a/b#partly')).toEqual({ low: 8 / 12, high: 10 / 12 })
  expect(certain.ratioOf('a/b#unseen')).toEqual({ low: 0, high: 1 })
  expect(certain.outOf('a/b#partly')).toEqual(exactly(12))
})

it('likely the unseen is as the seen: eight of ten looked at are eight tenths of all', () => {
  expect(likely.ratioOf('a/b#partly')).toEqual(exactly(0.8))
  expect(likely.valueOf('a/b#partly')).toEqual(exactly(9.6))
  expect(likely.valueOf('a/b#count')).toEqual(exactly(2))
})

it('where nothing was looked at nothing is likely', () => {
  expect(likely.valueOf('a/b#unseen')).toEqual({ low: 0, high: 12 })
  expect(likely.ratioOf('a/b#unseen')).toEqual({ low: 0, high: 1 })
  expect(likely.valueOf('a/b#silent')).toEqual({ low: 0, high: 1 })
})

it('nothing to divide by is no share at all', () => {
  expect(certain.ratioOf('a/b#none')).toEqual(anyShare)
  expect(likely.ratioOf('a/b#none')).toEqual(anyShare)
  expect(certain.ratioOf('a/b#count')).toEqual(anyShare)
  expect(certain.declaredRatio('cases', 'nothing')).toEqual(anyShare)
})

it('a measure that is not there may be anything', () => {
  expect(certain.valueOf('a/b#absent')).toEqual(anyCount)
  expect(certain.ratioOf('a/b#absent')).toEqual(anyShare)
  expect(certain.outOf('a/b#absent')).toEqual(anyCount)
  expect(certain.declared('absent')).toEqual(anyCount)
})

it('more than all stays what was counted', () => {
  expect(certain.ratioOf('a/b#over')).toEqual({ low: 1.25, high: 1.25 })
  expect(likely.ratioOf('a/b#over')).toEqual(exactly(1.25))
})

it('declared numbers and facts count, declared prose does not', () => {
  expect(certain.declared('cases')).toEqual(exactly(30))
  expect(certain.declared('yes')).toEqual(exactly(1))
  expect(certain.declared('text')).toEqual(anyCount)
  expect(certain.declaredRatio('cases', 'all')).toEqual(exactly(0.5))
})

it('a condition is asked of the number it names', () => {
  expect(holds({ measure: 'a/b#known', atLeast: 3 }, certain)).toBe('yes')
  expect(holds({ measure: 'a/b#known', ratioAtLeast: 0.76 }, certain)).toBe('no')
  expect(holds({ measure: 'a/b#known', outOfAtLeast: 4 }, certain)).toBe('yes')
  expect(holds({ declared: 'cases', atLeast: 31 }, certain)).toBe('no')
  expect(holds({ not: { measure: 'a/b#partly', atLeast: 9 } }, certain)).toBe('unknown')
  expect(holds({ not: { measure: 'a/b#partly', atLeast: 9 } }, likely)).toBe('no')
})

it('a question for a person is open for certain, and presumed only where the scheme says so', () => {
  expect(holds({ human: '?', presume: true }, certain)).toBe('unknown')
  expect(holds({ human: '?', presume: true }, likely)).toBe('yes')
  expect(holds({ human: '?', presume: false }, likely)).toBe('no')
  expect(holds({ human: '?' }, likely)).toBe('unknown')
})

it('only questions that still matter are asked', () => {
  const met = { measure: 'a/b#known', atLeast: 1 }
  const missed = { measure: 'a/b#known', atLeast: 9 }
  expect(openHumanQuestions({ any: [met, { human: '甲' }] }, certain)).toEqual([])
  expect(openHumanQuestions({ all: [missed, { human: '甲' }] }, certain)).toEqual([])
  expect(
    openHumanQuestions({ all: [met, { any: [missed, { human: '甲' }] }, { not: { human: '乙' } }] }, certain),
  ).toEqual(['甲', '乙'])
})

it('a question waits until the facts it takes for granted are settled', () => {
  const open = { measure: 'a/b#silent', atLeast: 1 }
  expect(openHumanQuestions({ any: [open, { human: '甲' }] }, certain)).toEqual([])
  expect(openHumanQuestions({ all: [open, { any: [{ human: '甲' }, { human: '乙' }] }] }, certain)).toEqual([
    '甲',
    '乙',
  ])
})
