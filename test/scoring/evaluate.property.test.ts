import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { PointRange, ScoreSheet } from '../../store/model/score-sheet.ts'
import { anyCondition, anyNumbers, type Numbers, risingCondition, schemesWith } from './arbitrary-scheme.ts'
import { declaration, sheetOf } from './sample-facts.ts'

function resultsOf(numbers: Numbers): CheckResult[] {
  return ['a/x', 'a/y', 'b/z-z'].map((checkId) => {
    const own = Object.entries(numbers).filter(([ref]) => ref.startsWith(`${checkId}#`))
    const measures = own.map(([ref, counted]) => ({
      name: ref.slice(checkId.length + 1),
      unit: 'item',
      basis: [],
      ...counted,
    }))
    return { checkId, checkVersion: 1, status: 'done', reason: null, measures, findings: [], detail: null }
  })
}

const declared = [declaration('cases', 3), declaration('events', 4)]

function rangesOf(sheet: ScoreSheet): PointRange[] {
  const ofLines = sheet.lines.flatMap(({ measured, final, parts }) => [
    measured,
    final,
    ...parts.map(({ points }) => points),
  ])
  return [...ofLines, ...sheet.subtotals.map(({ points }) => points), sheet.measured].filter((range) => range !== null)
}

it('an estimate stands inside its interval', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, fc.boolean(), (scheme, numbers, hasDeclared) => {
      for (const { low, estimate, high } of rangesOf(
        sheetOf(scheme, resultsOf(numbers), hasDeclared ? declared : []),
      )) {
        expect(low).toBeLessThanOrEqual(high)
        if (estimate === null) continue
        expect(estimate).toBeGreaterThanOrEqual(low)
        expect(estimate).toBeLessThanOrEqual(high)
      }
    }),
    { numRuns: 250 },
  )
}, 20_000)

it('what could not be looked at never narrows an interval', () => {
  const blur = fc.record({ down: fc.nat(5), up: fc.nat(5) })
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, blur, (scheme, numbers, { down, up }) => {
      const blurred = Object.entries(numbers).map(([ref, { value, unknown, outOf }]) => {
        const lower = Math.max(0, value - down)
        return [ref, { value: lower, unknown: value + unknown - lower + up, outOf }]
      })
      const [sharp, vague] = [numbers, Object.fromEntries(blurred) as Numbers].map((one) =>
        rangesOf(sheetOf(scheme, resultsOf(one))),
      )
      sharp?.forEach(({ low, high }, index) => {
        expect(vague?.[index]?.low).toBeLessThanOrEqual(low)
        expect(vague?.[index]?.high).toBeGreaterThanOrEqual(high)
      })
    }),
    { numRuns: 250 },
  )
}, 20_000)

it('a check that fell silent never narrows an interval', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, fc.nat(2), (scheme, numbers, silent) => {
      const results = resultsOf(numbers)
      const fewer = results.map(
        (one, at): CheckResult => (at === silent ? { ...one, status: 'undetermined', measures: [] } : one),
      )
      const [known, open] = [rangesOf(sheetOf(scheme, results)), rangesOf(sheetOf(scheme, fewer))]
      known.forEach(({ low, high }, index) => {
        expect(open[index]?.low).toBeLessThanOrEqual(low)
        expect(open[index]?.high).toBeGreaterThanOrEqual(high)
      })
    }),
    { numRuns: 250 },
  )
}, 20_000)

it('a better measure never lowers a line, nor its estimate', () => {
  fc.assert(
    fc.property(
      schemesWith(risingCondition, false),
      anyNumbers,
      fc.integer({ min: 1, max: 5 }),
      (scheme, numbers, more) => {
        const better = Object.entries(numbers).map(([ref, { value, unknown, outOf }]) => {
          const added = outOf === null ? more : Math.min(more, outOf - value - unknown)
          return [ref, { value: value + added, unknown, outOf }]
        })
        const [before, after] = [numbers, Object.fromEntries(better) as Numbers].map((one) =>
          rangesOf(sheetOf(scheme, resultsOf(one))),
        )
        before?.forEach(({ low, estimate, high }, index) => {
          const now = after?.[index]
          expect(now?.low).toBeGreaterThanOrEqual(low)
          expect(now?.high).toBeGreaterThanOrEqual(high)
          if (estimate !== null && typeof now?.estimate === 'number')
            expect(now.estimate).toBeGreaterThanOrEqual(estimate)
        })
      },
    ),
    { numRuns: 250 },
  )
}, 20_000)

it('the order of criteria changes no line, no subtotal and no total', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, (scheme, numbers) => {
      const turned = { ...scheme, criteria: [...scheme.criteria].reverse() }
      const [one, other] = [scheme, turned].map((each) => sheetOf(each, resultsOf(numbers), declared))
      const sorted = (items: readonly unknown[] | undefined): string[] =>
        (items ?? []).map((item) => JSON.stringify(item)).sort()
      expect(sorted(other?.lines)).toEqual(sorted(one?.lines))
      expect(sorted(other?.subtotals)).toEqual(sorted(one?.subtotals))
      expect(other?.measured).toEqual(one?.measured)
      expect(other?.notAssessedMax).toBe(one?.notAssessedMax)
    }),
    { numRuns: 200 },
  )
}, 20_000)

it('assessed and not assessed points together are the points of the scheme', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, fc.subarray([0, 1, 2]), (scheme, numbers, kept) => {
      const results = resultsOf(numbers).filter((_, index) => kept.includes(index))
      const sheet = sheetOf(scheme, results)
      const all = scheme.criteria.reduce((sum, { maxPoints = 0 }) => sum + maxPoints, 0)
      expect(sheet.measured.max + sheet.notAssessedMax).toBe(all)
      for (const line of sheet.lines) expect(line.final === null).toBe(line.reached === 'not-assessed')
    }),
    { numRuns: 200 },
  )
}, 20_000)
