import type { Advice, MeasureChange } from '../../store/model/advice.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { MeasureRef } from '../../store/model/measure.ts'
import type { Condition } from '../../store/model/scheme.ts'
import { checkIdOf } from '../references.ts'
import { type Demand, type Move, moveTo, stepsOf } from './demand.ts'
import { type Standpoint, type Way, waysTo } from './ways.ts'

/** What has to be done, without what it is worth. */
export interface Change extends Pick<Advice, 'changes' | 'presumes' | 'steps'> {
  declares: readonly { name: string; atLeast: number }[]
}

/**
 * The least that makes a condition surely hold, questions for a person answered as the scheme presumes; `null` when nothing that can
 * be mended does. Of several equally short ways the one that takes nothing away, then the one that settles least.
 */
export function smallestChange(
  condition: Condition,
  from: Standpoint,
  results: ReadonlyMap<string, CheckResult>,
): Change | null {
  const ranked = waysTo(condition, true, from).map((way) => ({ way, rank: rankOf(way, from) }))
  const [best] = ranked.sort((a, b) => compareRanks(a.rank, b.rank))
  return best === undefined ? null : changeOf(best.way, from, results)
}

type Rank = readonly [steps: number, lowered: number, settles: number, name: string]

function rankOf(way: Way, from: Standpoint): Rank {
  const moves = movesOf(way, from).map(({ move }) => move)
  const sum = (count: (move: Move) => number): number => moves.reduce((total, move) => total + count(move), 0)
  const name = [...way.measures.keys(), ...way.declares.keys(), ...way.presumes].sort().join(' ')
  return [sum(stepsOf) + way.declares.size, sum(({ lowered }) => lowered), sum(({ settles }) => settles), name]
}

function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1)
}

function movesOf({ measures }: Way, { measures: table }: Standpoint): { ref: MeasureRef; move: Move }[] {
  return [...measures].flatMap(([ref, demand]) => {
    const measure = table.get(ref)
    const move = measure === undefined ? null : moveTo(demand, measure)
    return move === null || stepsOf(move) === 0 ? [] : [{ ref, move }]
  })
}

function changeOf(way: Way, from: Standpoint, results: ReadonlyMap<string, CheckResult>): Change {
  const changes = movesOf(way, from).map(({ ref, move }) => measureChange(ref, move, from, results))
  const declares = [...way.declares].map(([name, demand]) => ({ name, atLeast: leastIn(demand) }))
  const steps = changes.reduce((sum, change) => sum + change.steps, declares.length)
  return { changes: changes.sort((a, b) => (a.measure < b.measure ? -1 : 1)), declares, presumes: way.presumes, steps }
}

function leastIn({ floor }: Demand): number {
  return Math.max(0, floor)
}

function measureChange(
  ref: MeasureRef,
  move: Move,
  { measures }: Standpoint,
  results: ReadonlyMap<string, CheckResult>,
): MeasureChange {
  const { value = 0, unknown = 0, outOf = null, unit = '', basis = [] } = measures.get(ref) ?? {}
  const behind = new Set(basis)
  const own = (results.get(checkIdOf(ref))?.findings ?? []).filter(({ id }) => behind.has(id))
  const findings = (['violates', 'needs-review'] as const).flatMap((verdict) => {
    return own.filter((finding) => finding.verdict === verdict).map(({ id }) => id)
  })
  const to = { value: move.value, unknown: move.unknown }
  const steps = stepsOf(move)
  return { measure: ref, from: { value, unknown }, to, outOf, unit, steps, settles: move.settles, findings }
}
