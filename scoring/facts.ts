import type { CheckResult } from '../store/model/check-result.ts'
import type { Declaration } from '../store/model/declaration.ts'
import type { YearBefore } from '../store/model/history.ts'
import type { MeasureRef } from '../store/model/measure.ts'
import type { Worlds } from './bands.ts'
import { declarationTable } from './declaration-table.ts'
import { type Growth, growthOfMeasure } from './growth.ts'
import { checkIdOf, type References } from './references.ts'
import type { Reviewed } from './reviewed.ts'
import { reviewedResults } from './reviewed-results.ts'
import { certainWorld, type DeclarationTable, likelyWorld, type MeasureTable } from './world.ts'

/** What a score sheet is made from. */
export interface Facts {
  run: { id: string; toolVersion: string }
  results: readonly CheckResult[]
  declarations: readonly Declaration[]
  reviewed: Reviewed
  /** What was measured a year before; `null` when the history does not reach back. */
  yearBefore: YearBefore | null
}

/** The facts as one may ask them: from the site alone, or with what the agency declared. */
export interface View {
  worlds: Worlds
  /** Whether anything at all was looked at or declared of what a rule asks for. */
  isAssessed(references: References): boolean
  /** The measures whose checks ran, whatever they answered. */
  lookedAt(references: References): MeasureRef[]
  /** How a measure grew since the year before; `null` when it cannot be told. */
  growthOf(ref: MeasureRef): Growth | null
  /** What people settled of the criterion in question. */
  settled: Settled
}

/** Parts with their points, items with whether they are met, questions with their answers. */
export interface Settled {
  parts: ReadonlyMap<string, number>
  items: ReadonlyMap<string, boolean>
  answers: ReadonlyMap<string, boolean>
}

/** What the site alone shows; every declaration stays open. */
export function measuredView({ results, yearBefore }: Facts): View {
  return viewOf(results, new Map(), nothingSettled, yearBefore)
}

/** What the site shows and the agency declared. */
export function declaredView({ results, declarations, yearBefore }: Facts): View {
  return viewOf(results, declarationTable(declarations), nothingSettled, yearBefore)
}

/** What the site shows and the agency declared, as people judged it, with what they settled of one criterion. */
export function reviewedView({ results, declarations, reviewed, yearBefore }: Facts, settled: Settled): View {
  return viewOf(reviewedResults(results, reviewed.reviews), declarationTable(declarations), settled, yearBefore)
}

/** Whether a person settled a question or an item. */
export function isSettled({ settled: { items, answers } }: View): boolean {
  return items.size > 0 || answers.size > 0
}

const nothingSettled: Settled = { parts: new Map(), items: new Map(), answers: new Map() }

function viewOf(
  results: readonly CheckResult[],
  declared: DeclarationTable,
  settled: Settled,
  yearBefore: YearBefore | null,
): View {
  const measures = measureTable(results)
  const ids = new Set(results.map(({ checkId }) => checkId))
  const lookedAt = (asked: References): MeasureRef[] => asked.measures.filter((ref) => ids.has(checkIdOf(ref)))
  return {
    worlds: {
      certain: certainWorld(measures, declared, settled.answers),
      likely: likelyWorld(measures, declared, settled.answers),
    },
    isAssessed: (asked) => lookedAt(asked).length > 0 || asked.declarations.some((name) => declared.has(name)),
    lookedAt,
    settled,
    growthOf: (ref) => growthOfMeasure(ref, results, yearBefore),
  }
}

/** Advice asks what the same results are worth hundreds of times. */
const tables = new WeakMap<readonly CheckResult[], MeasureTable>()

/** Only of checks that are done: `undetermined`, `crashed` and `not-applicable` leave a measure open, for a person decides what does not apply. */
export function measureTable(results: readonly CheckResult[]): MeasureTable {
  const table = tables.get(results) ?? newTable(results)
  tables.set(results, table)
  return table
}

function newTable(results: readonly CheckResult[]): MeasureTable {
  const done = results.filter(({ status }) => status === 'done')
  return new Map(
    done.flatMap(({ checkId, measures }) => measures.map((one) => [`${checkId}#${one.name}`, one] as const)),
  )
}
