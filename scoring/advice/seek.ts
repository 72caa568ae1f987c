import type { Advice, Stake } from '../../store/model/advice.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Facts } from '../facts.ts'
import { followed } from './followed.ts'
import { type Goal, levelsAbove } from './goals.ts'
import { type Change, smallestChange } from './smallest-change.ts'
import { standpointOf } from './standpoint.ts'
import type { Standpoint } from './ways.ts'
import { type IndexedScheme, pointsGained, sheetOfTouched, stakesBetween, surelyGained, touchedBy } from './worth.ts'

/** The next step of a goal, and what it is worth in its place. */
export interface Candidate {
  goal: Goal
  band: Advice['band']
  change: Change
  stakes: readonly Stake[]
}

/** What was found for a goal, and the names of measures and declarations that could change it. */
export interface Sought {
  candidate: Candidate | null
  dependsOn: ReadonlySet<string>
}

/** The facts of the moment, as the search asks them. */
export interface Now {
  facts: Facts
  from: Standpoint
  results: ReadonlyMap<string, CheckResult>
}

/** Facts, made ready to be asked. */
export function nowOf(facts: Facts): Now {
  const results = new Map(facts.results.map((result) => [result.checkId, result]))
  return { facts, from: standpointOf(facts), results }
}

/** The step to the nearest better level that is worth something. */
export function seek(goal: Goal, all: readonly IndexedScheme[], now: Now): Sought {
  const touched: string[] = []
  for (const { points, when } of levelsAbove(goal, now.from.world)) {
    const change = smallestChange(when, now.from, now.results)
    if (change === null) continue
    touched.push(...touchedBy(change))
    const stakes = stakesOf(change, all, now.facts)
    if (isWorthIt(stakes)) {
      return { candidate: { goal, band: points, change, stakes }, dependsOn: dependenciesOf(goal, touched, all) }
    }
  }
  return { candidate: null, dependsOn: dependenciesOf(goal, touched, all) }
}

function stakesOf(change: Change, all: readonly IndexedScheme[], facts: Facts): Stake[] {
  const names = touchedBy(change)
  const then = followed(facts, change)
  return all.flatMap((one) => stakesBetween(sheetOfTouched(one, names, facts), sheetOfTouched(one, names, then)))
}

/** Something is gained somewhere, and nothing is lost. */
function isWorthIt(stakes: readonly Stake[]): boolean {
  const gains = stakes.flatMap((stake) => [pointsGained(stake), surelyGained(stake), stake.itemsMet])
  return gains.some((gain) => gain > 0) && gains.every((gain) => gain >= 0)
}

/** All that is asked by the goal's own line, and by every line a change touches. */
function dependenciesOf(goal: Goal, touched: readonly string[], all: readonly IndexedScheme[]): Set<string> {
  const asked = all.flatMap(({ scheme, asks }) => {
    const isOwn = (id: string): boolean => scheme.id === goal.schemeId && id === goal.criterionId
    return [...asks].filter(([id, own]) => isOwn(id) || touched.some((name) => own.has(name))).map(([, own]) => own)
  })
  return new Set(asked.flatMap((own) => [...own]))
}
