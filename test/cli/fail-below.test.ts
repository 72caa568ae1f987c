import { expect, it } from 'vitest'
import { isBelow } from '../../cli/fail-below.ts'
import type { PointRange } from '../../store/model/score-sheet.ts'
import { criterionOf, done, schemeOf, sheetOf } from '../scoring/sample-facts.ts'

const criterion = criterionOf([{ points: [1, 10], when: { measure: 'a/b#n', atLeast: 1 }, place: { at: 7 } }])
const sheet = sheetOf(schemeOf(criterion, { ...criterion, id: 'two' }), [done('a/b', { n: [1] })])

function withFinal(...finals: (PointRange | null)[]) {
  return { ...sheet, lines: sheet.lines.map((line, index) => ({ ...line, final: finals[index] ?? null })) }
}

it('the estimate is compared with the target, which itself is reached', () => {
  expect([13, 14, 15].map((target) => isBelow([sheet], target))).toEqual([false, false, true])
})

it('points that a person decided count, lines that nobody assessed do not', () => {
  const reviewed = { low: 10, estimate: 10, high: 10 }
  expect(isBelow([withFinal(reviewed, reviewed)], 20)).toBe(false)
  expect(isBelow([withFinal(reviewed, null)], 10)).toBe(false)
})

it('the first scheme with points counts, checklists are passed over', () => {
  const list = { scale: { kind: 'checklist' as const }, lines: [] }
  expect(isBelow([list, sheet, withFinal()], 14)).toBe(false)
})

it('without an estimate there is nothing to compare, and the operator is told', () => {
  const fault = expect.objectContaining({ fault: 'operator', code: 'usage/no-estimate' })
  const open = withFinal({ low: 1, estimate: null, high: 10 }, { low: 7, estimate: 7, high: 7 })
  expect(() => isBelow([open], 1)).toThrow(fault)
  expect(() => isBelow([], 1)).toThrow(fault)
  expect(() => isBelow([withFinal()], 1)).toThrow(fault)
})
