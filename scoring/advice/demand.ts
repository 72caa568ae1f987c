import type { Measure } from '../../store/model/measure.ts'

/** What a number must surely be: at least `floor`, at most `ceiling`. */
export interface Demand {
  floor: number
  ceiling: number
}

/** What has to be done to a measure so that it meets a demand; the new numbers, and how many of the steps only settle what is unknown. */
export interface Move {
  value: number
  unknown: number
  raised: number
  lowered: number
  settles: number
}

type Counted = Pick<Measure, 'value' | 'unknown' | 'outOf'>

/** Both demands at once; `null` when no number can meet them. */
export function met(one: Demand, other: Demand): Demand | null {
  const both = { floor: Math.max(one.floor, other.floor), ceiling: Math.min(one.ceiling, other.ceiling) }
  return both.floor <= both.ceiling && both.ceiling >= 0 ? both : null
}

/** Whether whole steps can bring a measure there: not above what it is out of, nor below nothing. */
export function isReachable({ floor, ceiling }: Demand, { outOf }: Counted): boolean {
  return floor <= ceiling && ceiling >= 0 && floor <= (outOf ?? Number.POSITIVE_INFINITY)
}

/** The least steps from a measure to a demand it can reach. One step adds, mends, takes away or settles one thing. */
export function moveTo({ floor, ceiling }: Demand, measure: Counted): Move {
  const { value, unknown, outOf } = measure
  const raised = Math.max(0, floor - value)
  const lowered = Math.max(0, value + unknown - ceiling)
  if (lowered === 0) {
    // What is known to be missing is mended first; where it is not known how many there should be, what may be there is settled first.
    const room = Math.min(ceiling, outOf ?? ceiling) - value - unknown
    const settles = outOf === null ? Math.min(raised, unknown) : raised - Math.min(raised, Math.max(0, room))
    return { value: value + raised, unknown: unknown - settles, raised, lowered, settles }
  }
  if (raised > 0) return { value: floor, unknown: ceiling - floor, raised, lowered, settles: raised + lowered }
  const removed = Math.min(lowered, value - Math.max(0, floor))
  const settles = lowered - removed
  return { value: value - removed, unknown: unknown - settles, raised, lowered, settles }
}

/** Steps of a move. */
export function stepsOf({ raised, lowered }: Pick<Move, 'raised' | 'lowered'>): number {
  return raised + lowered
}

/** The demand "surely at least `bound`" in whole steps from the value of a measure. */
export function atLeast(bound: number, { value }: Counted): Demand {
  return {
    floor: value + wholeSteps((step) => value + step >= bound, bound - value),
    ceiling: Number.POSITIVE_INFINITY,
  }
}

/** The demand "surely below `bound`" in whole steps from the highest a measure may be. */
export function below(bound: number, { value, unknown }: Counted): Demand {
  const high = value + unknown
  return { floor: Number.NEGATIVE_INFINITY, ceiling: high - wholeSteps((step) => high - step < bound, high - bound) }
}

/** The same of the share `value / outOf`; `null` when there is nothing to divide by. */
export function shareAtLeast(bound: number, measure: Counted): Demand | null {
  const { value, outOf } = measure
  if (outOf === null || outOf <= 0) return null
  const step = wholeSteps((steps) => (value + steps) / outOf >= bound, bound * outOf - value)
  return { floor: value + step, ceiling: Number.POSITIVE_INFINITY }
}

export function shareBelow(bound: number, measure: Counted): Demand | null {
  const { value, unknown, outOf } = measure
  if (outOf === null || outOf <= 0) return null
  const high = value + unknown
  const step = wholeSteps((steps) => (high - steps) / outOf < bound, high - bound * outOf)
  return { floor: Number.NEGATIVE_INFINITY, ceiling: high - step }
}

/** The smallest whole number for which `holds`, near a first guess that rounding may have put one off. */
function wholeSteps(holds: (steps: number) => boolean, guess: number): number {
  let steps = Math.floor(guess) - 1
  while (!holds(steps)) steps += 1
  return steps
}
