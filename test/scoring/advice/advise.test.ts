import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSchemes } from '../../../config/read-scheme.ts'
import { advise } from '../../../scoring/advice/advise.ts'
import type { Facts } from '../../../scoring/facts.ts'
import { unreviewed } from '../../../scoring/reviewed.ts'
import type { Advice } from '../../../store/model/advice.ts'
import type { CheckResult } from '../../../store/model/check-result.ts'
import type { Scheme } from '../../../store/model/scheme.ts'
import { anyCondition, anyNumbers, schemesWith } from '../arbitrary-scheme.ts'
import { type Counted, criterionOf, declaration, done, schemeOf, sheetOf, without } from '../sample-facts.ts'

function factsOf(results: readonly CheckResult[], declarations: Facts['declarations'] = []): Facts {
  return {
    run: { id: '20261122T020304Z-x7k2q9', toolVersion: '0.1.0' },
    results,
    declarations,
    reviewed: unreviewed,
    yearBefore: null,
  }
}

function adviceFor(
  scheme: Scheme | readonly Scheme[],
  results: readonly CheckResult[],
  declarations = factsOf([]).declarations,
) {
  const schemes = (Array.isArray(scheme) ? scheme : [scheme]) as Scheme[]
  return advise(
    schemes.map((one) => ({ scheme: one, sha256: 'f'.repeat(64) })),
    factsOf(results, declarations),
  )
}

const ladder = criterionOf([
  { points: [6, 10], when: { measure: 'a/b#n', atLeast: 5 }, place: { at: 8 } },
  { points: [1, 5], when: { measure: 'a/b#n', atLeast: 2 }, place: { at: 3 } },
])

it('a line is led to its next band, then on to the best', () => {
  const [first, second, ...more] = adviceFor(schemeOf(ladder), [done('a/b', { n: [1] })])
  expect(first).toMatchObject({ id: 'sample#one@1-5', band: [1, 5], steps: 1, points: 3 })
  expect(first?.changes).toMatchObject([
    { measure: 'a/b#n', from: { value: 1 }, to: { value: 2 }, steps: 1, settles: 0 },
  ])
  expect(second).toMatchObject({ id: 'sample#one@6-10', band: [6, 10], steps: 3, points: 5 })
  expect(more).toEqual([])
})

it('the total is told before and after, each step on top of those above it', () => {
  const list = adviceFor(schemeOf(ladder), [done('a/b', { n: [1] })])
  expect(list.map(({ total }) => [total?.before, total?.after])).toEqual([
    [0, 3],
    [3, 8],
  ])
})

it('what gains most for each thing to mend comes first', () => {
  const cheap = criterionOf([{ points: [9, 9], when: { measure: 'a/b#m', atLeast: 3 } }], { id: 'cheap' })
  const dear = criterionOf([{ points: [10, 10], when: { measure: 'a/b#n', atLeast: 5 } }], { id: 'dear' })
  const list = adviceFor(schemeOf(dear, cheap), [done('a/b', { n: [0], m: [0] })])
  expect(list.map(({ criterionId }) => criterionId)).toEqual(['cheap', 'dear'])
})

it('what nobody could look at is to be settled, not mended', () => {
  const all = criterionOf([{ points: [10, 10], when: { measure: 'a/b#n', ratioAtLeast: 1 } }])
  const [advice] = adviceFor(schemeOf(all), [done('a/b', { n: [3, 2, 5] })])
  expect(advice).toMatchObject({ steps: 2, effort: 'answer', changes: [{ steps: 2, settles: 2 }] })
})

it('a measure that no check could take gives no advice: there is nothing known to mend', () => {
  expect(adviceFor(schemeOf(ladder), [without('a/b', 'undetermined')])).toEqual([])
  expect(adviceFor(schemeOf(ladder), [])).toEqual([])
})

it('a band that hangs on a question nobody presumes is never promised', () => {
  const asks = criterionOf([
    { points: [5, 10], when: { all: [{ measure: 'a/b#n', atLeast: 1 }, { human: '請認定' }] } },
  ])
  expect(adviceFor(schemeOf(asks), [done('a/b', { n: [0] })])).toEqual([])
})

it('a question taken to be answered as the scheme presumes stands beside the advice', () => {
  const asks = criterionOf([
    {
      points: [5, 10],
      when: {
        all: [
          { measure: 'a/b#n', atLeast: 1 },
          { human: '請認定', presume: true },
        ],
      },
      place: { at: 7 },
    },
  ])
  expect(adviceFor(schemeOf(asks), [done('a/b', { n: [0] })])).toMatchObject([{ presumes: ['請認定'], points: 7 }])
})

it('a number that only the agency knows is asked for, once and for its sure points', () => {
  const declares = criterionOf([{ points: [1, 10], when: { declared: 'cases', atLeast: 1 } }])
  const [advice, ...more] = adviceFor(schemeOf(declares), [])
  expect(advice).toMatchObject({ declares: [{ name: 'cases', atLeast: 1 }], steps: 1, effort: 'answer', points: 1 })
  expect(more).toEqual([])
  expect(adviceFor(schemeOf(declares), [], [declaration('cases', 0)])).toEqual([])
})

it('a number nobody declared yet promises the floor of its band, never a place in it', () => {
  const place = { declared: 'cases', outOf: 'all', from: 0, to: 1 }
  const both = {
    all: [
      { declared: 'cases', atLeast: 1 },
      { declared: 'all', atLeast: 1 },
    ],
  }
  const use = criterionOf([{ points: [1, 10], when: both, place }])
  const [advice] = adviceFor(schemeOf(use), [])
  expect(advice).toMatchObject({ steps: 2, points: 1, total: { before: 0, after: 1, isEstimated: false } })
})

it('what may be there already is settled before anything is added, where nobody knows how many there should be', () => {
  const [advice] = adviceFor(schemeOf(ladder), [done('a/b', { n: [0, 3] })])
  expect(advice).toMatchObject({ effort: 'answer', changes: [{ steps: 2, settles: 2, to: { value: 2, unknown: 1 } }] })
})

it('an offence is taken away where the scheme asks that there be none', () => {
  const clean = criterionOf([{ points: [10, 10], when: { not: { measure: 'links/dead#dead', atLeast: 1 } } }])
  const [advice] = adviceFor(schemeOf(clean), [done('links/dead', { dead: [3] })])
  expect(advice).toMatchObject({ steps: 3, effort: 'edit', changes: [{ to: { value: 0, unknown: 0 } }] })
})

it('parts that a bound keeps down gain once what lifts it is mended', () => {
  const when = (name: string) => ({ measure: `search/s#${name}`, atLeast: 1 })
  const part = (id: string, points: number) => {
    return { id, title: id, maxPoints: points, bands: [{ points: [points, points] as const, when: when(id) }] }
  }
  const search = criterionOf([], {
    maxPoints: 30,
    parts: [part('works', 10), part('ways', 20)],
    bounds: [{ when: { not: when('works') }, points: [0, 5] }],
  })
  const list = adviceFor(schemeOf(search), [done('search/s', { works: [0], ways: [0] })])
  expect(list.map(({ id, points }) => [id, points])).toEqual([
    ['sample#one/works@10-10', 10],
    ['sample#one/ways@20-20', 20],
  ])
})

it('one step serves every scheme that asks for the same measure, and checklists count items', () => {
  const list: Scheme = {
    ...schemeOf(criterionOf([], { items: [{ id: 'i', title: '事項', when: { measure: 'a/b#n', atLeast: 2 } }] })),
    id: 'list',
    scale: { kind: 'checklist' },
  }
  const [advice] = adviceFor([schemeOf(ladder), list], [done('a/b', { n: [1] })])
  expect(advice?.stakes.map(({ schemeId, itemsMet }) => [schemeId, itemsMet])).toEqual([
    ['sample', 0],
    ['list', 1],
  ])
})

it('findings that accuse come before questions, and those that conform are not named', () => {
  const finding = (id: string, verdict: 'violates' | 'needs-review' | 'conforms') => {
    const evidence = [{ kind: 'absence', lookedFor: '', pageIds: [] }] as const
    return {
      id,
      checkId: 'a/b',
      key: [id],
      messageId: 'm',
      values: {},
      verdict,
      url: 'https://a.test/',
      pages: 1,
      inferredPages: 0,
      fingerprint: '',
      evidence,
    }
  }
  const result = done('a/b', { n: [1] })
  const measures = result.measures.map((one) => ({ ...one, basis: ['f1', 'f2', 'f3'] }))
  const findings = [
    finding('f1', 'needs-review'),
    finding('f2', 'conforms'),
    finding('f3', 'violates'),
    finding('f4', 'violates'),
  ]
  const [advice] = adviceFor(schemeOf(ladder), [{ ...result, measures, findings }])
  expect(advice?.changes[0]?.findings).toEqual(['f3', 'f1'])
})

const wra: Record<string, Record<string, Counted>> = {
  'disclosure/article7-items': { published: [9, 0, 12], chapters: [8, 0, 10], notApplicable: [0, 0, 12] },
  'disclosure/section-present': { sections: [1] },
  'documents/editable-offered-as-odf': { editable: [8], share: [3, 0, 8] },
}

it('under wra-105 the disclosure line is led from nothing to its two bands', () => {
  const [scheme] = readSchemes().filter(({ scheme: { id } }) => id === 'wra-105')
  const results = Object.entries(wra).map(([id, measures]) => done(id, measures))
  const own = advise(scheme === undefined ? [] : [scheme], factsOf(results)).filter(
    ({ criterionId }) => criterionId === 'disclosure-ratio',
  )
  expect(own.map(({ band, steps, changes }) => [band, steps, changes.map(({ measure }) => measure)])).toEqual([
    [[1, 10], 2, ['disclosure/article7-items#published']],
    [[11, 20], 1, ['disclosure/article7-items#published']],
  ])
  expect(own[1]?.presumes).toHaveLength(1)
})

function resultsOf(numbers: Readonly<Record<string, { value: number; unknown: number; outOf: number | null }>>) {
  const counted = (checkId: string) =>
    Object.entries(numbers).flatMap(([ref, { value, unknown, outOf }]) => {
      const own: Counted = outOf === null ? [value, unknown] : [value, unknown, outOf]
      return ref.startsWith(`${checkId}#`) ? [[ref.slice(checkId.length + 1), own] as const] : []
    })
  return ['a/x', 'a/y', 'b/z-z'].map((id) => done(id, Object.fromEntries(counted(id))))
}

it('whatever the scheme, the list ends, loses nothing and adds up', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), anyNumbers, (scheme, numbers) => {
      const results = resultsOf(numbers)
      const list: Advice[] = adviceFor(scheme, results)
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      list.forEach(({ total, points, steps, stakes }, index) => {
        expect(steps).toBeGreaterThan(0)
        expect(points).toBeGreaterThanOrEqual(0)
        expect((total?.after ?? 0) - (total?.before ?? 0)).toBeCloseTo(points)
        if (index > 0) expect(total?.before).toBe(list[index - 1]?.total?.after)
        expect(stakes.length).toBeGreaterThan(0)
      })
      const own = sheetOf(scheme, results).lines.map(({ final }) => final?.estimate ?? final?.low ?? 0)
      if (list[0] !== undefined) expect(list[0].total?.before).toBeCloseTo(own.reduce((sum, one) => sum + one, 0))
    }),
    { numRuns: 150 },
  )
}, 30_000)
