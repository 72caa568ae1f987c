import { declaredView, type Facts, measureTable } from '../facts.ts'
import type { World } from '../world.ts'
import type { Standpoint } from './ways.ts'

/**
 * Where advice starts: what is certain of measures and declarations, and questions for a person answered as the scheme presumes
 * (one without presumption stays open, so that nothing is promised on it).
 */
export function standpointOf(facts: Facts): Standpoint {
  const { certain, likely } = declaredView(facts).worlds
  const world: World = { ...certain, answer: likely.answer }
  return { measures: measureTable(facts.results), declared: new Set(facts.declarations.map(({ name }) => name)), world }
}
