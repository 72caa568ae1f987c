import { evaluate } from '../../scoring/evaluate.ts'
import { reviewedOf } from '../../scoring/reviewed.ts'
import type { CheckResult, CheckStatus } from '../../store/model/check-result.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import type { YearBefore } from '../../store/model/history.ts'
import type { Measure } from '../../store/model/measure.ts'
import type { Review } from '../../store/model/review.ts'
import type { Band, Criterion, Scheme } from '../../store/model/scheme.ts'
import type { ScoreLine, ScoreSheet } from '../../store/model/score-sheet.ts'

/** `[value]`, `[value, unknown]` or `[value, unknown, outOf]`. */
export type Counted = readonly [value: number, unknown?: number, outOf?: number]

/** A check that is done, from the numbers it found. */
export function done(checkId: string, measures: Readonly<Record<string, Counted>>): CheckResult {
  const rows = Object.entries(measures).map(([name, [value, unknown = 0, outOf]]): Measure => {
    return { name, value, unknown, outOf: outOf ?? null, unit: 'item', basis: [] }
  })
  return { checkId, checkVersion: 1, status: 'done', reason: null, measures: rows, findings: [], detail: null }
}

/** A check that gave no numbers. */
export function without(checkId: string, status: Exclude<CheckStatus, 'done'>): CheckResult {
  return { checkId, checkVersion: 1, status, reason: '無法查核', measures: [], findings: [], detail: null }
}

/** Declared of a year, else of no time at all. */
export function declaration(
  name: string,
  value: Declaration['value'],
  declaredOn = '2026-01-01',
  year?: number,
): Declaration {
  const period = year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` }
  const said = { source: 'https://agency.test/report', declaredBy: '秘書室', declaredOn }
  return { id: `${name}-${year ?? declaredOn}`, name, title: name, value, unit: null, period, ...said }
}

export function sheetOf(
  scheme: Scheme,
  results: readonly CheckResult[],
  declarations: readonly Declaration[] = [],
  reviews: readonly Review[] = [],
  yearBefore: YearBefore | null = null,
): ScoreSheet {
  return evaluate(scheme, 'f'.repeat(64), {
    run: { id: '20261122T020304Z-x7k2q9', toolVersion: '0.1.0' },
    results,
    declarations,
    reviewed: reviewedOf(reviews, results, [scheme]),
    yearBefore,
  })
}

export function lineOf(sheet: ScoreSheet, criterionId: string): ScoreLine {
  const line = sheet.lines.find((one) => one.criterionId === criterionId)
  if (line === undefined) throw new Error(`no line ${criterionId}`)
  return line
}

/** A criterion of ten points with bands over `a/b`, unless told otherwise. */
export function criterionOf(bands: readonly Band[], more: Partial<Criterion> = {}): Criterion {
  const cites = [{ file: 'a.txt', lines: [1, 1], sha256: '0'.repeat(64), mentions: ['甲'] }] as const
  return {
    id: 'one',
    path: ['構面', '項目', '指標'],
    title: '標題',
    assess: 'measured',
    maxPoints: 10,
    cites,
    bands,
    ...more,
  }
}

export function schemeOf(...criteria: Criterion[]): Scheme {
  return { id: 'sample', title: '表', issuer: '署', year: 2016, scale: { kind: 'points', max: 1000 }, criteria }
}
