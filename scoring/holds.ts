import type { Condition } from '../store/model/scheme.ts'
import { isAtLeast } from './range.ts'
import { allOf, anyOf, opposite, type Truth } from './truth.ts'
import type { World } from './world.ts'

/** Whether a condition holds in a world. */
export function holds(condition: Condition, world: World): Truth {
  if ('all' in condition) return allOf(condition.all.map((inner) => holds(inner, world)))
  if ('any' in condition) return anyOf(condition.any.map((inner) => holds(inner, world)))
  if ('not' in condition) return opposite(holds(condition.not, world))
  if ('human' in condition) return world.answer(condition)
  if ('declared' in condition) return isAtLeast(world.declared(condition.declared), condition.atLeast)
  if ('ratioAtLeast' in condition) return isAtLeast(world.ratioOf(condition.measure), condition.ratioAtLeast)
  if ('outOfAtLeast' in condition) return isAtLeast(world.outOf(condition.measure), condition.outOfAtLeast)
  return isAtLeast(world.valueOf(condition.measure), condition.atLeast)
}

/**
 * The questions for a person that keep a condition from being settled; empty when it is settled without them. A question takes
 * the facts beside it for granted ("no forum was seen: may a message board stand in?"), so it waits until those are settled.
 */
export function openHumanQuestions(condition: Condition, world: World): string[] {
  if (holds(condition, world) !== 'unknown') return []
  if ('all' in condition) return questionsAmong(condition.all, world)
  if ('any' in condition) return questionsAmong(condition.any, world)
  if ('not' in condition) return openHumanQuestions(condition.not, world)
  return 'human' in condition ? [condition.human] : []
}

function questionsAmong(members: readonly Condition[], world: World): string[] {
  const isSettled = members.every((member) => 'human' in member || holds(member, world) !== 'unknown')
  const asking = members.filter((member) => isSettled || !('human' in member))
  return asking.flatMap((member) => openHumanQuestions(member, world))
}
