import { expect, it } from 'vitest'
import { FocusTrail } from '../../../crawler/browser/focus-trail.ts'

/** What a walk over these stops ends with, and after how many. */
function endOf(stops: readonly number[], mayHoldStops = false): [string | null, number] {
  const trail = new FocusTrail()
  for (const [count, index] of stops.entries()) {
    const said = trail.next(index, mayHoldStops)
    if (said !== null) return [said, count + 1]
  }
  return [null, stops.length]
}

it('a walk ends where nothing has the focus, or at the first stop again', () => {
  expect(endOf([0, 1, 2, -1, 0])).toEqual(['complete', 4])
  expect(endOf([0, 1, 2, 0, 1])).toEqual(['complete', 4])
  expect(endOf([-1])).toEqual(['complete', 1])
})

it('a focus that stays is told after three more presses, in a frame after forty-one', () => {
  expect(endOf([0, 1, 1, 1, 1])).toEqual(['stays', 5])
  expect(endOf([0, ...Array.from({ length: 60 }, () => 1)], true)).toEqual(['inside', 43])
})

it('a round through some of the stops is a loop once it came twice', () => {
  const round = Array.from({ length: 10 }, () => [2, 3]).flat()
  expect(endOf([0, 1, ...round])[0]).toBe('loop')
})

it('turning back once, as a script may, is no loop', () => {
  expect(endOf([0, 1, 2, 1, 2, 3, 4, 5, -1])).toEqual(['complete', 9])
})
