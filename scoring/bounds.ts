import type { Bound } from '../store/model/scheme.ts'
import type { PointRange } from '../store/model/score-sheet.ts'
import type { Worlds } from './bands.ts'
import { holds } from './holds.ts'
import type { Truth } from './truth.ts'
import type { World } from './world.ts'

/** The range after every bound: one that surely holds cuts it, one that may hold widens it by what the cut would leave. */
export function bounded(points: PointRange, bounds: readonly Bound[], worlds: Worlds): PointRange {
  return bounds.reduce((range, bound) => cut(range, bound, worlds), points)
}

/** Whether it is known of every bound if it holds. */
export function areSettled(bounds: readonly Bound[], { certain }: Worlds): boolean {
  return bounds.every((bound) => truthOf(bound, certain) !== 'unknown')
}

function truthOf({ when }: Bound, world: World): Truth {
  return when === undefined ? 'yes' : holds(when, world)
}

function cut({ low, estimate, high }: PointRange, bound: Bound, { certain, likely }: Worlds): PointRange {
  const truth = truthOf(bound, certain)
  const presumed = truthOf(bound, likely)
  const [lows, highs] = [choices(low, bound, truth), choices(high, bound, truth)]
  return { low: Math.min(...lows), estimate: estimateOf(estimate, bound, presumed), high: Math.max(...highs) }
}

function estimateOf(estimate: number | null, bound: Bound, truth: Truth): number | null {
  if (estimate === null) return null
  const [first, second] = choices(estimate, bound, truth)
  return second === undefined || second === first ? (first ?? null) : null
}

function choices(points: number, { points: [floor, ceiling] }: Bound, truth: Truth): number[] {
  const within = Math.min(ceiling, Math.max(floor, points))
  if (truth === 'yes') return [within]
  return truth === 'no' ? [points] : [points, within]
}
