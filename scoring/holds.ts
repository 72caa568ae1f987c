import type { Condition } from '../store/model/scheme.ts'
import { isAtLeast } from './range.ts'
import { allOf, anyOf, opposite, type Truth } from './truth.ts'
import type { World } from './world.ts'

/** Whether a condition holds in a world. */
export function holds(condition: Condition, world: World): Truth {
  if ('all' in condition) return allOf(condition.all.map((inner) => holds(inner, world)))
  if ('any' in condition) return anyOf(condition.any.map((inner) => holds(inner, world)))
  if ('not' in condition) return opposite(holds(condition.not, world))
  if ('human' in condition) return world.answer(condition.presume)
  if ('declared' in condition) return isAtLeast(world.declared(condition.declared), condition.atLeast)
  if ('ratioAtLeast' in condition) return isAtLeast(world.ratioOf(condition.measure), condition.ratioAtLeast)
  if ('outOfAtLeast' in condition) return isAtLeast(world.outOf(condition.measure), condition.outOfAtLeast)
  return isAtLeast(world.valueOf(condition.measure), condition.atLeast)
}

/** The questions for a person that keep a condition from being settled; empty when it is settled without them. */
export function openHumanQuestions(condition: Condition, world: World): string[] {
  if (holds(condition, world) !== 'unknown') return []
  if ('all' in condition) return condition.all.flatMap((inner) => openHumanQuestions(inner, world))
  if ('any' in condition) return condition.any.flatMap((inner) => openHumanQuestions(inner, world))
  if ('not' in condition) return openHumanQuestions(condition.not, world)
  return 'human' in condition ? [condition.human] : []
}
