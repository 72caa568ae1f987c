import type { MeasureRef } from '../../store/model/measure.ts'
import type { Condition } from '../../store/model/scheme.ts'
import { holds } from '../holds.ts'
import type { MeasureTable, World } from '../world.ts'
import { atLeast, below, type Demand, isReachable, met, moveTo, shareAtLeast, shareBelow, stepsOf } from './demand.ts'

/** One way to make a condition hold: what measures must come to, what must be declared, what a person must be presumed to say. */
export interface Way {
  measures: ReadonlyMap<MeasureRef, Demand>
  declares: ReadonlyMap<string, Demand>
  presumes: readonly string[]
}

/** Where ways start: the sure numbers, and a world in which questions for a person are answered as the scheme presumes. */
export interface Standpoint {
  measures: MeasureTable
  /** Names that were declared: those stand fast. */
  declared: ReadonlySet<string>
  world: World
}

/** Ways kept at each step of the search; beyond it the cheapest are kept, so that the answer is exact only below. */
const mostWays = 2000

const free: Way = { measures: new Map(), declares: new Map(), presumes: [] }

/** Every way, none of which is contained in another, to make a condition surely hold (or, with `wanted` false, surely fail). */
export function waysTo(condition: Condition, wanted: boolean, from: Standpoint): readonly Way[] {
  if ('not' in condition) return waysTo(condition.not, !wanted, from)
  if ('all' in condition) return wanted ? together(condition.all, wanted, from) : either(condition.all, wanted, from)
  if ('any' in condition) return wanted ? either(condition.any, wanted, from) : together(condition.any, wanted, from)
  return ofLeaf(condition, wanted, from)
}

/** Steps of a way. A number to declare is one step, whatever it is. */
export function costOf({ measures, declares }: Way, { measures: table }: Standpoint): number {
  return [...measures].reduce((sum, [ref, demand]) => {
    const measure = table.get(ref)
    return measure === undefined ? sum : sum + stepsOf(moveTo(demand, measure))
  }, declares.size)
}

function together(members: readonly Condition[], wanted: boolean, from: Standpoint): readonly Way[] {
  return members.reduce<readonly Way[]>(
    (ways, member) => {
      const own = waysTo(member, wanted, from)
      return leastOf(
        ways.flatMap((way) => own.flatMap((other) => joined(way, other))),
        from,
      )
    },
    [free],
  )
}

function either(members: readonly Condition[], wanted: boolean, from: Standpoint): readonly Way[] {
  return leastOf(
    members.flatMap((member) => waysTo(member, wanted, from)),
    from,
  )
}

function joined(one: Way, other: Way): Way[] {
  const measures = merged(one.measures, other.measures)
  const declares = merged(one.declares, other.declares)
  if (measures === null || declares === null) return []
  return [{ measures, declares, presumes: [...new Set([...one.presumes, ...other.presumes])] }]
}

function merged(one: ReadonlyMap<string, Demand>, other: ReadonlyMap<string, Demand>): Map<string, Demand> | null {
  const all = new Map(one)
  for (const [name, demand] of other) {
    const before = all.get(name)
    const both = before === undefined ? demand : met(before, demand)
    if (both === null) return null
    all.set(name, both)
  }
  return all
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

function ofLeaf(leaf: Leaf, wanted: boolean, from: Standpoint): readonly Way[] {
  if ('human' in leaf) return isSo(leaf, wanted, from) ? [{ ...free, presumes: [leaf.human] }] : []
  if ('declared' in leaf && !from.declared.has(leaf.declared)) return [declaring(leaf, wanted)]
  // What was declared, and what a measure is out of, are facts of the agency: nobody mends them.
  if ('declared' in leaf || 'outOfAtLeast' in leaf) return isSo(leaf, wanted, from) ? [free] : []
  const measure = from.measures.get(leaf.measure)
  if (measure === undefined) return isSo(leaf, wanted, from) ? [free] : []
  const demand = demandOf(leaf, wanted, measure)
  if (demand === null || !isReachable(demand, measure)) return []
  return [{ ...free, measures: new Map([[leaf.measure, demand]]) }]
}

function isSo(leaf: Leaf, wanted: boolean, { world }: Standpoint): boolean {
  return holds(leaf, world) === (wanted ? 'yes' : 'no')
}

type Counted = Extract<Leaf, { measure: string }>

function demandOf(
  leaf: Exclude<Counted, { outOfAtLeast: number }>,
  wanted: boolean,
  measure: Parameters<typeof atLeast>[1],
) {
  if ('atLeast' in leaf) return wanted ? atLeast(leaf.atLeast, measure) : below(leaf.atLeast, measure)
  return wanted ? shareAtLeast(leaf.ratioAtLeast, measure) : shareBelow(leaf.ratioAtLeast, measure)
}

function declaring({ declared, atLeast: bound }: Extract<Leaf, { declared: string }>, wanted: boolean): Way {
  const nothing = { value: 0, unknown: 0, outOf: null }
  const demand = wanted ? atLeast(bound, nothing) : below(bound, nothing)
  return { ...free, declares: new Map([[declared, demand]]) }
}

/** Without those that ask for all that another asks for, and more. */
function leastOf(ways: readonly Way[], from: Standpoint): readonly Way[] {
  const byCost = ways.map((way) => ({ way, cost: costOf(way, from) })).sort((a, b) => a.cost - b.cost)
  const kept: Way[] = []
  for (const { way } of byCost.slice(0, mostWays)) {
    if (!kept.some((other) => isWithin(other, way))) kept.push(way)
  }
  return kept
}

function isWithin(less: Way, more: Way): boolean {
  return (
    asksNoMore(less.measures, more.measures) &&
    asksNoMore(less.declares, more.declares) &&
    less.presumes.every((question) => more.presumes.includes(question))
  )
}

function asksNoMore(less: ReadonlyMap<string, Demand>, more: ReadonlyMap<string, Demand>): boolean {
  return [...less].every(([name, { floor, ceiling }]) => {
    const other = more.get(name)
    return other !== undefined && floor <= other.floor && ceiling >= other.ceiling
  })
}
