import { holds } from '../../../scoring/holds.ts'
import { certainWorld, likelyWorld } from '../../../scoring/world.ts'
import type { Measure } from '../../../store/model/measure.ts'
import type { Condition } from '../../../store/model/scheme.ts'

type Numbers = Pick<Measure, 'value' | 'unknown' | 'outOf'>

/** Numbers no condition of the tests asks more than. */
const most = 7

/** Every state of a measure, with the least number of single steps that lead there: one thing more, one less, or one unknown settled. */
function statesOf(start: Numbers): Map<string, { state: Numbers; steps: number }> {
  const seen = new Map([[keyOf(start), { state: start, steps: 0 }]])
  const queue = [...seen.values()]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { state, steps } = next
    for (const state2 of neighbours(state).filter((one) => isPossible(one, start))) {
      if (seen.has(keyOf(state2))) continue
      const entry = { state: state2, steps: steps + 1 }
      seen.set(keyOf(state2), entry)
      queue.push(entry)
    }
  }
  return seen
}

function keyOf({ value, unknown }: Numbers): string {
  return `${value} ${unknown}`
}

function neighbours({ value, unknown, outOf }: Numbers): Numbers[] {
  return [
    { value: value + 1, unknown, outOf },
    { value: value - 1, unknown, outOf },
    { value: value + 1, unknown: unknown - 1, outOf },
    { value, unknown: unknown - 1, outOf },
  ]
}

function isPossible({ value, unknown, outOf }: Numbers, start: Numbers): boolean {
  const cap = outOf ?? Math.max(most, start.value + start.unknown)
  return value >= 0 && unknown >= 0 && value + unknown <= cap
}

/** The least number of steps that make a condition surely hold, tried one state after another; `null` when none does. */
export function leastSteps(condition: Condition, numbers: Readonly<Record<string, Numbers>>): number | null {
  const states = Object.entries(numbers).map(([ref, start]) =>
    [...statesOf(start).values()].map((one) => ({ ref, ...one })),
  )
  let least: number | null = null
  const walk = (index: number, table: Map<string, Measure>, steps: number): void => {
    if (least !== null && steps >= least) return
    const own = states[index]
    if (own === undefined) {
      const world = { ...certainWorld(table, new Map()), answer: likelyWorld(table, new Map()).answer }
      if (holds(condition, world) === 'yes') least = steps
      return
    }
    for (const { ref, state, steps: more } of own) {
      walk(index + 1, new Map(table).set(ref, { name: ref, unit: '', basis: [], ...state }), steps + more)
    }
  }
  walk(0, new Map(), 0)
  return least
}
