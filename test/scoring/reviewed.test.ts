import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reviewedOf } from '../../scoring/reviewed.ts'
import { measuresCounting, reviewedResults } from '../../scoring/reviewed-results.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Finding, Verdict } from '../../store/model/finding.ts'
import type { AppliedReview, CriterionDecision, Decision, Review } from '../../store/model/review.ts'
import type { Condition, Criterion, Scheme } from '../../store/model/scheme.ts'
import { criterionOf, declaration, lineOf, schemeOf, sheetOf } from './sample-facts.ts'

function finding(id: string, verdict: Verdict, more: Partial<Finding> = {}): Finding {
  const head = {
    id,
    checkId: 'a/b',
    key: [id],
    messageId: 'm',
    values: {},
    verdict,
    url: '',
    pages: 1,
    inferredPages: 0,
  }
  const evidence = [{ kind: 'absence', lookedFor: '', pageIds: [] }] as const
  return { ...head, evidence, fingerprint: `print-${id}`, ...more }
}

/** A check whose measure `good` counts the findings that conform. */
function judged(...findings: Finding[]): CheckResult {
  const count = (verdict: Verdict): number => findings.filter((one) => one.verdict === verdict).length
  const measure = { name: 'good', unit: 'item', basis: findings.map(({ id }) => id), outOf: findings.length }
  const measures = [
    { ...measure, value: count('conforms'), unknown: count('needs-review'), counts: 'conforms' as const },
  ]
  return { checkId: 'a/b', checkVersion: 1, status: 'done', reason: null, measures, findings, detail: null }
}

const two = criterionOf([
  { points: [6, 10], when: { measure: 'a/b#good', atLeast: 2 }, place: { at: 8 } },
  { points: [1, 5], when: { measure: 'a/b#good', atLeast: 1 }, place: { at: 3 } },
])
const results = [judged(finding('f1', 'conforms'), finding('f2', 'needs-review'), finding('f3', 'violates'))]

function review(decision: Decision, evidence: string, reviewedAt = '2026-11-27T02:00:00.000Z'): Review {
  return { decision, evidence, reviewer: '王小明', reviewedAt, reason: '已查證' }
}

function onFinding(id: string, verdict: 'conforms' | 'violates', evidence = `print-${id}`): Review {
  return review({ kind: 'finding', finding: id, verdict }, evidence)
}

/** A review of the only criterion, made on what these results show. */
function onLine(scheme: Scheme, decision: DecisionOnly, given: readonly CheckResult[] = results): Review {
  const place = `${scheme.id}/${scheme.criteria[0]?.id}`
  const print = reviewedOf([], given, [scheme]).fingerprints.get(place) ?? ''
  return review({ scheme: scheme.id, criterion: scheme.criteria[0]?.id ?? '', ...decision }, print)
}
type DecisionOnly = CriterionDecision extends infer One
  ? One extends unknown
    ? Omit<One, 'scheme' | 'criterion'>
    : never
  : never

const scheme = schemeOf(two)
const lineWith = (reviews: readonly Review[], given: readonly CheckResult[] = results, of = scheme) =>
  lineOf(sheetOf(of, given, [], reviews), 'one')

it('a finding that a person judges moves the numbers that count it, and the line shows both', () => {
  const line = lineWith([onFinding('f2', 'conforms')])
  expect(line.measured).toEqual({ low: 1, estimate: 3, high: 10 })
  expect(line.reviewed).toEqual({ low: 6, estimate: 8, high: 10 })
  expect(line.final).toEqual(line.reviewed)
  expect(line.reviews).toMatchObject([{ reviewer: '王小明', reason: '已查證', isStale: false }])
})

it('one that a person finds wrong is unknown no longer', () => {
  expect(lineWith([onFinding('f2', 'violates')]).reviewed).toEqual({ low: 1, estimate: 3, high: 5 })
})

it('an accusation that a person takes back counts for the site', () => {
  expect(lineWith([onFinding('f3', 'conforms')]).reviewed?.low).toBe(6)
})

it('a review made on other evidence is shown as stale and changes nothing', () => {
  const line = lineWith([onFinding('f2', 'conforms', 'print-of-last-month')])
  expect([line.reviewed, line.final]).toEqual([null, line.measured])
  expect(line.reviews).toMatchObject([{ isStale: true }])
})

it('a finding that no measure counts is judged without a number', () => {
  const given = [judged(finding('f1', 'conforms'), finding('f2', 'needs-review', { isUncounted: true }))]
  expect(lineWith([onFinding('f2', 'conforms')], given)).toMatchObject({ reviewed: null })
  expect(measuresCounting('f2', given)).toEqual([])
  expect(measuresCounting('f1', given)).toEqual(['a/b#good'])
})

it('of several reviews of one thing the last counts', () => {
  const both = [onFinding('f2', 'violates'), onFinding('f2', 'conforms')]
  expect(lineWith(both).reviewed?.low).toBe(6)
  expect(lineWith([...both].reverse()).reviewed?.high).toBe(5)
})

it('a person who gives points settles the line, whatever was measured or declared', () => {
  const line = lineWith([onLine(scheme, { kind: 'points', points: 7 })])
  expect(line).toMatchObject({ reviewed: { low: 7, estimate: 7, high: 7 }, reached: 'sure', openQuestions: [] })
  expect(lineWith([onLine(scheme, { kind: 'points', points: 0 })]).reached).toBe('none')
})

it('points given on numbers that have changed are stale', () => {
  const before = onLine(scheme, { kind: 'points', points: 7 })
  const now = [judged(finding('f1', 'conforms'), finding('f2', 'needs-review'), finding('f9', 'violates'))]
  expect(lineWith([before], now)).toMatchObject({ reviewed: null, reviews: [{ isStale: true }] })
})

it('a criterion that only people can assess counts once one did, and leaves the points that nobody assessed', () => {
  const human = schemeOf(criterionOf([], { assess: 'human' }))
  const plain = sheetOf(human, [])
  const sheet = sheetOf(human, [], [], [onLine(human, { kind: 'points', points: 9 }, [])])
  expect([plain.notAssessedMax, sheet.notAssessedMax]).toEqual([10, 0])
  expect(lineOf(sheet, 'one')).toMatchObject({ measured: null, reviewed: { low: 9 }, final: { low: 9 } })
  expect(sheet.subtotals[0]?.points.low).toBe(9)
  expect(sheet.measured.max).toBe(0)
})

it('a part that a person settles stands beside those that were measured', () => {
  const parts = ['p', 'q'].map((id) => ({
    id,
    title: id,
    maxPoints: 5,
    bands: [{ points: [5, 5] as const, when: { measure: id === 'p' ? 'a/b#good' : 'c/d#none', atLeast: 1 } }],
  }))
  const divided = schemeOf(criterionOf([], { parts, assumption: '自訂' }))
  const line = lineWith([onLine(divided, { kind: 'part', part: 'q', points: 2 })], results, divided)
  expect(line.measured).toEqual({ low: 5, estimate: null, high: 10 })
  expect(line.reviewed).toEqual({ low: 7, estimate: 7, high: 7 })
  expect(line.parts.map(({ points }) => points?.low)).toEqual([5, 2])
})

const question = '是否以留言版充任？'
const asking: Condition = { all: [{ measure: 'a/b#good', atLeast: 1 }, { human: question }] }

it('an answered question is asked no more, and what it kept open is settled', () => {
  const human = schemeOf(criterionOf([{ points: [6, 10], when: asking, place: { at: 8 } }]))
  expect(lineWith([], results, human)).toMatchObject({ reached: 'possible', openQuestions: [question] })
  const answered = (answer: boolean) =>
    lineWith([onLine(human, { kind: 'question', question, answer })], results, human)
  expect(answered(true)).toMatchObject({ reviewed: { low: 6, estimate: 8, high: 10 }, openQuestions: [] })
  expect(answered(false)).toMatchObject({ reviewed: { low: 0, estimate: 0, high: 0 }, openQuestions: [] })
})

function checklist(...whens: Condition[]): Scheme {
  const items = whens.map((when, index) => ({ id: `item-${index}`, title: '事項', when }))
  const { maxPoints: _, ...criterion }: Criterion = criterionOf([], { items })
  return { ...schemeOf(), id: 'list', scale: { kind: 'checklist' }, criteria: [criterion] }
}

it('on a checklist a person settles an item, or the whole, and never gives points', () => {
  const list = checklist({ measure: 'a/b#good', atLeast: 1 }, { human: question })
  const decided = (decision: DecisionOnly) => lineWith([onLine(list, decision)], results, list)
  expect(lineWith([], results, list).reached).toBe('possible')
  expect(decided({ kind: 'item', item: 'item-1', isMet: true })).toMatchObject({
    reached: 'sure',
    reachedBy: { measured: 'possible', declared: null, reviewed: 'sure' },
    checklist: { met: { low: 2, high: 2 } },
    reviewed: null,
    final: null,
  })
  expect(decided({ kind: 'item', item: 'item-1', isMet: false }).reached).toBe('partly')
  expect(decided({ kind: 'reached', reached: 'none' })).toMatchObject({
    reached: 'none',
    reachedBy: { measured: 'possible', reviewed: 'none' },
  })
})

it('what is declared and what is reviewed stand side by side, and the review counts', () => {
  const declared = schemeOf(
    criterionOf([{ points: [1, 10], when: { declared: 'cases', atLeast: 1 }, place: { at: 4 } }]),
  )
  const reviews = [onLine(declared, { kind: 'points', points: 6 }, [])]
  const line = lineOf(sheetOf(declared, [], [declaration('cases', 3)], reviews), 'one')
  expect([line.declared?.estimate, line.reviewed?.estimate, line.final?.estimate]).toEqual([4, 6, 6])
})

it('reviews of other schemes and of findings that are gone touch no line', () => {
  const other: Decision = { kind: 'points', scheme: 'other', criterion: 'one', points: 3 }
  const line = lineWith([review(other, 'x'), onFinding('gone', 'conforms')])
  expect([line.reviewed, line.reviews]).toEqual([null, undefined])
})

const verdicts = fc.constantFrom<Verdict>('conforms', 'violates', 'needs-review')
const decisions = fc.constantFrom<'conforms' | 'violates'>('conforms', 'violates')

it('whatever people decide of findings, the numbers are those that counting the verdicts anew would give', () => {
  fc.assert(
    fc.property(
      fc.array(verdicts, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(7), decisions), { maxLength: 8 }),
      (given, said) => {
        const before = judged(...given.map((verdict, index) => finding(`f${index}`, verdict)))
        const reviews = said.map(([index, verdict]): AppliedReview => {
          return { ...onFinding(`f${index}`, verdict), isStale: false }
        })
        const [after] = reviewedResults([before], reviews)
        const last = new Map(said)
        const anew = judged(...given.map((verdict, index) => finding(`f${index}`, last.get(index) ?? verdict)))
        expect(after?.measures).toEqual(anew.measures)
      },
    ),
  )
})

it('points given beside what the site showed are stale when it shows something else', () => {
  const people = schemeOf(criterionOf([], { assess: 'human', siteEvidence: ['a/b#good'] }))
  const given = onLine(people, { kind: 'points', points: 7 })
  expect(lineWith([given], results, people)).toMatchObject({ final: { low: 7, estimate: 7, high: 7 } })
  const now = [judged(finding('f1', 'violates'), finding('f2', 'needs-review'), finding('f3', 'violates'))]
  expect(lineWith([given], now, people)).toMatchObject({ final: null, reviews: [{ isStale: true }] })
})
