import type { Advice, Stake } from '../../store/model/advice.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import type { PointRange } from '../../store/model/score-sheet.ts'
import { evaluate } from '../evaluate.ts'
import type { Facts } from '../facts.ts'
import { rounded, sumOf } from '../points.ts'
import { reviewedResults } from '../reviewed-results.ts'
import { effortOf } from './effort.ts'
import { followed } from './followed.ts'
import { type Goal, goalsOf, levelsAbove } from './goals.ts'
import { type Change, smallestChange } from './smallest-change.ts'
import { standpointOf } from './standpoint.ts'
import type { Standpoint } from './ways.ts'
import {
  type IndexedScheme,
  indexed,
  pointsGained,
  sheetOfTouched,
  stakesBetween,
  surelyGained,
  touchedBy,
} from './worth.ts'

/** The next step of a goal, and what it is worth in its place. */
interface Candidate {
  goal: Goal
  band: Advice['band']
  change: Change
  stakes: readonly Stake[]
}

/** What was found for a goal, and the names of measures and declarations that could change it. */
interface Sought {
  candidate: Candidate | null
  dependsOn: ReadonlySet<string>
}

/** The facts of the moment, as the search asks them. */
interface Now {
  facts: Facts
  from: Standpoint
  results: ReadonlyMap<string, CheckResult>
}

/**
 * What to mend first: the smallest changes that lead each line, part and item to its next band and on, one list in the order of points of
 * the first points scheme per step; where they gain none there, of items met in checklists. Each step is worth what it adds to those above it.
 * Measures are moved one by one: that mending one thing moves two of them is not known here.
 */
export function advise(schemes: readonly { scheme: Scheme; sha256: string }[], given: Facts): Advice[] {
  const all = schemes.map(indexed)
  const main = all.find(({ scheme }) => scheme.scale.kind === 'points')
  const goals = all.flatMap(({ scheme }) => goalsOf(scheme))
  const known = new Map<Goal, Sought>()
  const list: Advice[] = []
  let facts = asReviewed(given)
  let total = totalOf(main, facts)
  for (;;) {
    const best = bestOf(goals, known, all, nowOf(facts))
    if (best === null) return list
    facts = followed(facts, best.change)
    const after = totalOf(main, facts)
    list.push(adviceOf(best, main, total, after))
    total = after
    forget(known, best)
  }
}

/** What people judged is what stands there: advice starts from their verdicts, and what they settled stays settled. */
function asReviewed({ results, reviewed, ...given }: Facts): Facts {
  const reviews = reviewed.reviews.filter(({ decision }) => decision.kind !== 'finding')
  return { ...given, results: reviewedResults(results, reviewed.reviews), reviewed: { ...reviewed, reviews } }
}

function nowOf(facts: Facts): Now {
  const results = new Map(facts.results.map((result) => [result.checkId, result]))
  return { facts, from: standpointOf(facts), results }
}

function totalOf(main: IndexedScheme | undefined, facts: Facts): PointRange | null {
  if (main === undefined) return null
  return sumOf(evaluate(main.scheme, main.sha256, facts).lines.flatMap(({ final }) => (final === null ? [] : [final])))
}

function bestOf(
  goals: readonly Goal[],
  known: Map<Goal, Sought>,
  all: readonly IndexedScheme[],
  now: Now,
): Candidate | null {
  for (const goal of goals) if (!known.has(goal)) known.set(goal, seek(goal, all, now))
  const candidates = [...known.values()].flatMap(({ candidate }) => (candidate === null ? [] : [candidate]))
  const order = inOrder(all.find(({ scheme }) => scheme.scale.kind === 'points'))
  return candidates.sort(order)[0] ?? null
}

/** The step to the nearest better level that is worth something. */
function seek(goal: Goal, all: readonly IndexedScheme[], now: Now): Sought {
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

/** What the step just taken may have changed is sought anew. */
function forget(known: Map<Goal, Sought>, { goal, change }: Candidate): void {
  const names = touchedBy(change)
  for (const [other, { dependsOn }] of known) {
    if (other === goal || names.some((name) => dependsOn.has(name))) known.delete(other)
  }
}

function inOrder(main: IndexedScheme | undefined): (a: Candidate, b: Candidate) => number {
  const rank = ({ stakes, change }: Candidate): number[] => {
    const own = stakes.filter(({ schemeId }) => schemeId === main?.scheme.id)
    const perStep = (gain: (stake: Stake) => number, of: readonly Stake[]): number =>
      of.reduce((sum, stake) => sum + gain(stake), 0) / change.steps
    return [perStep(pointsGained, own), perStep(surelyGained, own), perStep(({ itemsMet }) => itemsMet, stakes)]
  }
  return (a, b) => {
    const [first, second] = [rank(a), rank(b)]
    const at = first.findIndex((value, index) => value !== second[index])
    if (at >= 0) return (second[at] ?? 0) - (first[at] ?? 0)
    const isMain = ({ goal }: Candidate): number => Number(goal.schemeId === main?.scheme.id)
    return a.change.steps - b.change.steps || isMain(b) - isMain(a) || (a.goal.id < b.goal.id ? -1 : 1)
  }
}

function adviceOf(
  { goal, band, change, stakes }: Candidate,
  main: IndexedScheme | undefined,
  before: PointRange | null,
  after: PointRange | null,
): Advice {
  const own = stakes.filter(({ schemeId }) => schemeId === main?.scheme.id)
  const hasTotal = main !== undefined && before !== null && after !== null
  return {
    id: band === null ? goal.id : `${goal.id}@${band.join('-')}`,
    schemeId: goal.schemeId,
    criterionId: goal.criterionId,
    title: goal.title,
    band,
    ...change,
    effort: effortOf(change.changes),
    points: rounded(own.reduce((sum, stake) => sum + pointsGained(stake), 0)),
    total: hasTotal ? { schemeId: main.scheme.id, before, after } : null,
    stakes,
  }
}
