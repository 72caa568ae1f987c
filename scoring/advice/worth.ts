import type { Stake } from '../../store/model/advice.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import type { PointRange, ScoreLine, ScoreSheet } from '../../store/model/score-sheet.ts'
import { evaluate } from '../evaluate.ts'
import type { Facts } from '../facts.ts'
import { referencesOfCriterion } from '../references.ts'
import { isSupposed } from './followed.ts'
import type { Change } from './smallest-change.ts'

/** A scheme with the names each of its criteria asks for. */
export interface IndexedScheme {
  scheme: Scheme
  sha256: string
  /** Criterion id -> references to measures, and names of declarations. */
  asks: ReadonlyMap<string, ReadonlySet<string>>
}

export function indexed({ scheme, sha256 }: { scheme: Scheme; sha256: string }): IndexedScheme {
  const asks = scheme.criteria.map((criterion) => {
    const { measures, declarations } = referencesOfCriterion(criterion)
    return [criterion.id, new Set([...measures, ...declarations])] as const
  })
  return { scheme, sha256, asks: new Map(asks) }
}

/** Measures and declarations a change touches. */
export function touchedBy({ changes, declares }: Change): string[] {
  return [...changes.map(({ measure }) => measure), ...declares.map(({ name }) => name)]
}

/** The sheet of those criteria that ask for any of the names; lines do not depend on one another. */
export function sheetOfTouched(
  { scheme, sha256, asks }: IndexedScheme,
  names: readonly string[],
  facts: Facts,
): ScoreSheet {
  const criteria = scheme.criteria.filter(({ id }) => names.some((name) => asks.get(id)?.has(name) === true))
  return promised({ scheme: { ...scheme, criteria }, sha256, asks }, facts)
}

/** The sheet without estimates that rest on a number nobody declared yet: of it only the least is known. */
export function promised({ scheme, sha256, asks }: IndexedScheme, facts: Facts): ScoreSheet {
  const sheet = evaluate(scheme, sha256, facts)
  const supposed = facts.declarations.filter(isSupposed).map(({ name }) => name)
  if (supposed.length === 0) return sheet
  const lines = sheet.lines.map((line) => {
    const isOpen = supposed.some((name) => asks.get(line.criterionId)?.has(name) === true)
    return isOpen && line.final !== null ? { ...line, final: { ...line.final, estimate: null } } : line
  })
  return { ...sheet, lines }
}

/** What changes between two sheets of the same lines. */
export function stakesBetween(before: ScoreSheet, after: ScoreSheet): Stake[] {
  return after.lines.flatMap((line, index) => {
    const earlier = before.lines[index]
    return earlier === undefined ? [] : stakesOfLine(after.schemeId, earlier, line)
  })
}

function stakesOfLine(schemeId: string, before: ScoreLine, after: ScoreLine): Stake[] {
  const itemsMet = (after.checklist?.met.low ?? 0) - (before.checklist?.met.low ?? 0)
  const isSame = JSON.stringify(before.final) === JSON.stringify(after.final)
  if (itemsMet === 0 && isSame) return []
  const { criterionId, title } = after
  return [{ schemeId, criterionId, title, before: before.final, after: after.final, itemsMet }]
}

/** What a line counts: its estimate, without one what is sure; nothing when nobody assessed it. */
export function worthOf(points: PointRange | null): number {
  return points === null ? 0 : (points.estimate ?? points.low)
}

/** Points gained in a line. */
export function pointsGained({ before, after }: Pick<Stake, 'before' | 'after'>): number {
  return worthOf(after) - worthOf(before)
}

/** Points surely gained. */
export function surelyGained({ before, after }: Pick<Stake, 'before' | 'after'>): number {
  return (after?.low ?? 0) - (before?.low ?? 0)
}
