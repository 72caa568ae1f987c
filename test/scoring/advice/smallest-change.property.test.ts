import fc from 'fast-check'
import { expect, it } from 'vitest'
import { followed } from '../../../scoring/advice/followed.ts'
import { smallestChange } from '../../../scoring/advice/smallest-change.ts'
import { standpointOf } from '../../../scoring/advice/standpoint.ts'
import type { Facts } from '../../../scoring/facts.ts'
import { holds } from '../../../scoring/holds.ts'
import { unreviewed } from '../../../scoring/reviewed.ts'
import type { CheckResult } from '../../../store/model/check-result.ts'
import type { Condition } from '../../../store/model/scheme.ts'
import { leastSteps } from './brute-force.ts'

const ref = fc.constantFrom('a/x#one', 'a/x#two')
const bound = fc.oneof(fc.nat(5), fc.constantFrom(0.5, 2.25, 4.999))
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { arbitrary: fc.record({ measure: ref, atLeast: bound }), weight: 4 },
  { arbitrary: fc.record({ measure: ref, ratioAtLeast: fc.constantFrom(0.3, 0.5, 0.9, 1, 1 / 3) }), weight: 3 },
  { arbitrary: fc.record({ measure: ref, outOfAtLeast: fc.nat(6) }), weight: 1 },
  { arbitrary: fc.record({ human: fc.constant('請認定'), presume: fc.boolean() }), weight: 1 },
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

const counted = fc
  .tuple(fc.nat(5), fc.nat(2), fc.option(fc.nat(3), { nil: null }))
  .map(([value, unknown, more]) => ({ value, unknown, outOf: more === null ? null : value + unknown + more }))
const numbers = fc.record({ 'a/x#one': counted, 'a/x#two': counted })

function factsOf(given: Record<string, { value: number; unknown: number; outOf: number | null }>): Facts {
  const measures = Object.entries(given).map(([name, own]) => ({
    name: name.slice(4),
    unit: 'item',
    basis: [],
    ...own,
  }))
  const result: CheckResult = {
    checkId: 'a/x',
    checkVersion: 1,
    status: 'done',
    reason: null,
    measures,
    findings: [],
    detail: null,
  }
  return {
    run: { id: 'r', toolVersion: '0' },
    results: [result],
    declarations: [],
    reviewed: unreviewed,
    yearBefore: null,
  }
}

it('no shorter way to make a condition hold exists than the one that is advised', () => {
  fc.assert(
    fc.property(condition, numbers, (wanted, given) => {
      const change = smallestChange(wanted, standpointOf(factsOf(given)), new Map())
      expect(change?.steps ?? null).toBe(leastSteps(wanted, given))
    }),
    { numRuns: 1500 },
  )
}, 60_000)

it('the condition holds once the advice is followed, and what is unknown never grows', () => {
  fc.assert(
    fc.property(condition, numbers, (wanted, given) => {
      const facts = factsOf(given)
      const change = smallestChange(wanted, standpointOf(facts), new Map())
      if (change === null) return
      expect(holds(wanted, standpointOf(followed(facts, change)).world)).toBe('yes')
      for (const { from, to, outOf, steps, settles } of change.changes) {
        expect(steps).toBeGreaterThan(0)
        expect(to.value).toBeGreaterThanOrEqual(0)
        expect(to.unknown).toBe(from.unknown - settles)
        expect(to.unknown).toBeGreaterThanOrEqual(0)
        if (outOf !== null) expect(to.value + to.unknown).toBeLessThanOrEqual(outOf)
      }
    }),
    { numRuns: 1500 },
  )
}, 60_000)
