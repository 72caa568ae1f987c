import type { Advice, Stake } from '../../store/model/advice.ts'
import type { Declarable } from '../../store/model/declaration.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import type { Facts } from '../facts.ts'
import { rounded } from '../points.ts'
import { reviewedResults } from '../reviewed-results.ts'
import { effortOf } from './effort.ts'
import { followed } from './followed.ts'
import { type Goal, goalsOf } from './goals.ts'
import { type Candidate, type Now, nowOf, type Sought, seek } from './seek.ts'
import { type IndexedScheme, indexed, pointsGained, promised, surelyGained, touchedBy, worthOf } from './worth.ts'

interface Total {
  points: number
  isEstimated: boolean
}

/**
 * What to mend first: the smallest changes that lead each line, part and item to its next band and on, one list in the order of points of
 * the first points scheme per step; where they gain none there, of items met in checklists. Each step is worth what it adds to those above it.
 * `declarables` give the titles of numbers to declare. Measures are moved one by one: that mending one thing moves two of them is not known here.
 */
export function advise(
  schemes: readonly { scheme: Scheme; sha256: string }[],
  given: Facts,
  declarables: readonly Pick<Declarable, 'name' | 'title'>[] = [],
): Advice[] {
  const titles = new Map(declarables.map(({ name, title }) => [name, title]))
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
    const advice = adviceOf(best, titles, pointsIn(main, best.stakes))
    list.push({ ...advice, total: totalBetween(main, total, after) })
    total = after
    forget(known, best)
  }
}

/** What people judged is what stands there: advice starts from their verdicts, and what they settled stays settled. */
function asReviewed({ results, reviewed, ...given }: Facts): Facts {
  const reviews = reviewed.reviews.filter(({ decision }) => decision.kind !== 'finding')
  return { ...given, results: reviewedResults(results, reviewed.reviews), reviewed: { ...reviewed, reviews } }
}

function totalOf(main: IndexedScheme | undefined, facts: Facts): Total | null {
  if (main === undefined) return null
  const { lines } = promised(main, facts)
  const assessed = lines.flatMap(({ final }) => (final === null ? [] : [final]))
  const points = rounded(assessed.reduce((sum, range) => sum + worthOf(range), 0))
  return { points, isEstimated: assessed.every(({ estimate }) => estimate !== null) }
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
  titles: ReadonlyMap<string, string>,
  points: number,
): Omit<Advice, 'total'> {
  return {
    id: band === null ? goal.id : `${goal.id}@${band.join('-')}`,
    schemeId: goal.schemeId,
    criterionId: goal.criterionId,
    title: goal.title,
    band,
    ...change,
    declares: change.declares.map((one) => ({ ...one, title: titles.get(one.name) ?? one.name })),
    effort: effortOf(change.changes),
    points,
    stakes,
  }
}

/** Points that stakes add in the first points scheme. */
function pointsIn(main: IndexedScheme | undefined, stakes: readonly Stake[]): number {
  const own = stakes.filter(({ schemeId }) => schemeId === main?.scheme.id)
  return rounded(own.reduce((sum, stake) => sum + pointsGained(stake), 0))
}

function totalBetween(main: IndexedScheme | undefined, before: Total | null, after: Total | null): Advice['total'] {
  if (main === undefined || before === null || after === null) return null
  const isEstimated = before.isEstimated && after.isEstimated
  return { schemeId: main.scheme.id, before: before.points, after: after.points, isEstimated }
}
