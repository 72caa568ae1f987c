import { expect, it } from 'vitest'
import type { Band } from '../../store/model/scheme.ts'
import { criterionOf, declaration, done, lineOf, schemeOf, sheetOf, without } from './sample-facts.ts'

const bands: Band[] = [
  { points: [6, 10], when: { measure: 'a/b#m', atLeast: 5 }, place: { by: 'a/b#m', from: 5, to: 9 } },
  { points: [2, 4], when: { measure: 'a/b#m', atLeast: 1 } },
]
const scheme = schemeOf(criterionOf(bands, { openQuestion: '請確認。' }))
const lineFor = (value: number, unknown = 0) => lineOf(sheetOf(scheme, [done('a/b', { m: [value, unknown] })]), 'one')

it('a band that surely holds gives its points, placed inside', () => {
  expect(lineFor(7)).toMatchObject({ measured: { low: 6, estimate: 8, high: 10 }, reached: 'sure', openQuestions: [] })
})

it('a band that places nothing has an interval and no estimate', () => {
  expect(lineFor(3)).toMatchObject({ measured: { low: 2, estimate: null, high: 4 }, reached: 'sure' })
})

it('between a band that holds and a better one that may, the interval spans both and a person is asked', () => {
  expect(lineFor(3, 4)).toMatchObject({
    measured: { low: 2, high: 10 },
    reached: 'possible',
    openQuestions: ['請確認。'],
  })
})

it('no band at all is nought, and sure', () => {
  expect(lineFor(0)).toMatchObject({ measured: { low: 0, estimate: 0, high: 0 }, reached: 'none', openQuestions: [] })
})

it('a measure that its check does not know leaves the line open, a check that is not there leaves it out', () => {
  const open = lineOf(sheetOf(scheme, [done('a/b', { other: [1] })]), 'one')
  expect(open).toMatchObject({ measured: { low: 0, estimate: null, high: 10 }, reached: 'possible' })
  const out = lineOf(sheetOf(scheme, [done('c/d', { m: [9] })]), 'one')
  expect(out).toMatchObject({
    measured: null,
    final: null,
    reached: 'not-assessed',
    because: [],
    openQuestions: ['請確認。'],
  })
})

it('the measure that places an estimate is named beside those that decide the band', () => {
  const place = { by: 'c/d#n', from: 0, to: 4 }
  const placed = criterionOf([{ points: [6, 10], when: { measure: 'a/b#m', atLeast: 5 }, place }])
  const line = lineOf(sheetOf(schemeOf(placed), [done('a/b', { m: [9] }), done('c/d', { n: [1] })]), 'one')
  expect(line).toMatchObject({ measured: { estimate: 7 }, because: ['a/b#m', 'c/d#n'] })
})

it('a sum has no estimate when a summed line has none, and a line that is not assessed does not spoil it', () => {
  const one = criterionOf(bands)
  const two = criterionOf([{ points: [3, 3], when: { measure: 'c/d#m', atLeast: 1 } }], { id: 'two' })
  const three = criterionOf(bands.slice(1), { id: 'three', path: ['構面', '項目', '其他'] })
  const sheet = (first: number) => sheetOf(schemeOf(one, two, three), [done('a/b', { m: [first] })])
  expect(sheet(3).measured).toEqual({ low: 4, estimate: null, high: 8, max: 20 })
  const sure = sheetOf(schemeOf(one, two), [done('a/b', { m: [7] })])
  expect(sure.measured).toEqual({ low: 6, estimate: 8, high: 10, max: 10 })
  expect(sure.notAssessedMax).toBe(10)
})

it('lines that share the head of a path are summed under it', () => {
  const other = criterionOf([{ points: [3, 3], when: { measure: 'a/b#m', atLeast: 1 } }], {
    id: 'two',
    path: ['構面', '別項'],
  })
  const sheet = sheetOf(schemeOf(criterionOf(bands), other), [done('a/b', { m: [7] })])
  expect(sheet.subtotals).toEqual([
    { path: ['構面'], points: { low: 9, estimate: 11, high: 13 }, max: 20, notAssessedMax: 0 },
    { path: ['構面', '項目'], points: { low: 6, estimate: 8, high: 10 }, max: 10, notAssessedMax: 0 },
    { path: ['構面', '項目', '指標'], points: { low: 6, estimate: 8, high: 10 }, max: 10, notAssessedMax: 0 },
    { path: ['構面', '別項'], points: { low: 3, estimate: 3, high: 3 }, max: 10, notAssessedMax: 0 },
  ])
})

it('three estimates of a tenth sum without a trace of binary fractions', () => {
  const third: Band = {
    points: [0, 1],
    when: { measure: 'a/b#m', atLeast: 1 },
    place: { by: 'a/b#m', from: 0, to: 10 },
  }
  const criteria = ['one', 'two', 'three'].map((id) => criterionOf([third], { id }))
  expect(sheetOf(schemeOf(...criteria), [done('a/b', { m: [1] })]).measured.estimate).toBe(0.3)
})

it('of two declarations of one name the later counts, in whatever order they come', () => {
  const own = criterionOf([{ points: [1, 1], when: { declared: 'cases', atLeast: 5 } }])
  const [older, newer] = [declaration('cases', 9, '2025-06-01'), declaration('cases', 2, '2026-06-01')]
  expect(lineOf(sheetOf(schemeOf(own), [], [newer, older]), 'one').reached).toBe('none')
  expect(lineOf(sheetOf(schemeOf(own), [], [older, newer]), 'one').reached).toBe('none')
})

it('a line for people is listed with its points and never guessed', () => {
  const human = criterionOf([], { assess: 'human', maxPoints: 600, openQuestion: '請人員評定。' })
  const sheet = sheetOf(schemeOf(human), [done('a/b', { m: [9] })])
  expect(lineOf(sheet, 'one')).toMatchObject({
    final: null,
    max: 600,
    reached: 'not-assessed',
    openQuestions: ['請人員評定。'],
  })
  expect(sheet.notAssessedMax).toBe(600)
})

it('a question with a condition is asked as long as the condition may hold', () => {
  const asking = criterionOf(bands, {
    asks: [{ when: { not: { measure: 'a/b#m', outOfAtLeast: 10 } }, question: '不足十項？' }],
  })
  const asked = (outOf: number) =>
    lineOf(sheetOf(schemeOf(asking), [done('a/b', { m: [7, 0, outOf] })]), 'one').openQuestions
  expect(asked(9)).toEqual(['不足十項？'])
  expect(asked(10)).toEqual([])
})

it('such a question is asked too while its condition is unknown, but not of a line that nobody looked at', () => {
  const asking = criterionOf(bands, { asks: [{ when: { measure: 'a/b#m', atLeast: 5 }, question: '五項？' }] })
  expect(lineOf(sheetOf(schemeOf(asking), [done('a/b', { m: [4, 3] })]), 'one').openQuestions).toEqual(['五項？'])
  expect(lineOf(sheetOf(schemeOf(asking), []), 'one').openQuestions).toEqual([])
})

it('questions of a lower band are not asked once a better one surely holds', () => {
  const lower: Band = { points: [1, 1], when: { human: '可否從寬？' } }
  const line = (value: number) =>
    lineOf(sheetOf(schemeOf(criterionOf([...bands, lower])), [done('a/b', { m: [value] })]), 'one')
  expect(line(7)).toMatchObject({ reached: 'sure', openQuestions: [] })
  expect(line(0)).toMatchObject({ reached: 'possible', openQuestions: ['可否從寬？'] })
})

it('numbers left behind by a check that crashed do not count', () => {
  const crashed = { ...done('a/b', { m: [9] }), status: 'crashed' as const, reason: 'stack' }
  expect(lineOf(sheetOf(scheme, [crashed]), 'one').measured).toEqual({ low: 0, estimate: null, high: 10 })
})

it('a part that nobody measures may be worth nothing or all it has, so the line is wide and has no estimate', () => {
  const part = (id: string, ref: string) => ({
    id,
    title: id,
    maxPoints: 5,
    openQuestion: `${id}？`,
    bands: [{ points: [5, 5] as const, when: { measure: ref, atLeast: 1 } }],
  })
  const split = criterionOf([], { parts: [part('first', 'a/b#m'), part('second', 'c/d#m')], assumption: '自訂' })
  const sheet = sheetOf(schemeOf(split), [done('a/b', { m: [1] })])
  expect(lineOf(sheet, 'one')).toMatchObject({
    measured: { low: 5, estimate: null, high: 10 },
    reached: 'possible',
    parts: [
      { id: 'first', points: { low: 5, estimate: 5, high: 5 }, because: ['a/b#m'], openQuestions: [] },
      { id: 'second', points: null, because: [], openQuestions: ['second？'] },
    ],
  })
  expect(sheet).toMatchObject({ measured: { max: 10 }, notAssessedMax: 0 })
})

it('parts that are all surely missed are surely nothing', () => {
  const part = {
    id: 'p',
    title: '甲',
    maxPoints: 10,
    bands: [{ points: [5, 5] as const, when: { measure: 'a/b#m', atLeast: 1 } }],
  }
  const split = criterionOf([], { parts: [part], assumption: '自訂' })
  expect(lineOf(sheetOf(schemeOf(split), [done('a/b', { m: [0] })]), 'one').reached).toBe('none')
})

it('a bound that may hold lowers only what it might cut', () => {
  const whole = {
    id: 'all',
    title: '全',
    maxPoints: 10,
    bands: [{ points: [8, 8] as const, when: { measure: 'a/b#m', atLeast: 1 } }],
  }
  const bounds = [{ when: { not: { measure: 'c/d#m', atLeast: 1 } }, points: [1, 3] as const }]
  const bounded = criterionOf([], { parts: [whole], bounds, assumption: '自訂' })
  const range = (...more: Parameters<typeof sheetOf>[1][number][]) => {
    const { measured, reached } = lineOf(sheetOf(schemeOf(bounded), [done('a/b', { m: [1] }), ...more]), 'one')
    return [measured?.low, measured?.estimate, measured?.high, reached]
  }
  expect(range()).toEqual([3, null, 8, 'possible'])
  expect(range(done('c/d', { m: [0] }))).toEqual([3, 3, 3, 'sure'])
  expect(range(done('c/d', { m: [1] }))).toEqual([8, 8, 8, 'sure'])
})

const human = criterionOf([], { assess: 'human', siteEvidence: ['a/b#m', 'c/d#n', 'e/f#o'] })

it('what the site shows beside a line that people assess stands there and gives no points', () => {
  const sheet = sheetOf(schemeOf(human), [done('a/b', { m: [5] }), without('c/d', 'undetermined')])
  expect(lineOf(sheet, 'one')).toMatchObject({ reached: 'not-assessed', final: null, because: [] })
  expect(lineOf(sheet, 'one').siteEvidence).toEqual(['a/b#m', 'c/d#n'])
  expect(sheet).toMatchObject({ notAssessedMax: 10, checkVersions: { 'a/b': 1, 'c/d': 1 } })
  expect(lineOf(sheetOf(schemeOf(human), []), 'one')).not.toHaveProperty('siteEvidence')
})

it('beside a line that is measured in part it changes nothing', () => {
  const results = [done('a/b', { m: [7] }), done('c/d', { n: [3] })]
  const plain = lineOf(sheetOf(scheme, results), 'one')
  const shown = schemeOf(criterionOf(bands, { assess: 'partly', openQuestion: '請確認。', siteEvidence: ['c/d#n'] }))
  const { siteEvidence, fingerprint, ...line } = lineOf(sheetOf(shown, results), 'one')
  expect(siteEvidence).toEqual(['c/d#n'])
  expect(fingerprint).not.toBe(plain.fingerprint)
  expect({ ...line, fingerprint: plain.fingerprint }).toEqual(plain)
})
