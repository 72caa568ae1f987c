import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseScheme, printScheme } from '../../config/read-scheme.ts'
import type { ChecklistItem, Condition, Criterion, Scheme } from '../../store/model/scheme.ts'
import type { ScoreLine } from '../../store/model/score-sheet.ts'
import { anyCondition } from './arbitrary-scheme.ts'
import { type Counted, criterionOf, declaration, done, lineOf, sheetOf, without } from './sample-facts.ts'

const names = ['a', 'b', 'c'] as const
const atLeastOne = (name: string): Condition => ({ measure: `x/y#${name}`, atLeast: 1 })
const three: ChecklistItem[] = names.map((name) => ({ id: name, title: name, when: atLeastOne(name) }))

function checklist(items: readonly ChecklistItem[], more: Partial<Criterion> = {}): Scheme {
  const { maxPoints: _, ...criterion } = criterionOf([], { items, ...more })
  const scale = { kind: 'checklist' } as const
  return { id: 'list', title: '表', issuer: '署', year: null, scale, criteria: [criterion] }
}

function lineFor(items: readonly ChecklistItem[], measures: Readonly<Record<string, Counted>>): ScoreLine {
  return lineOf(sheetOf(checklist(items), [done('x/y', measures)]), 'one')
}

const yes: Counted = [1]
const no: Counted = [0]
const unknown: Counted = [0, 1]

it.each([
  ['every item met', [yes, yes, yes], 'sure', [3, 3]],
  ['no item met', [no, no, no], 'none', [0, 0]],
  ['one met, two not', [yes, no, no], 'partly', [1, 1]],
  ['one met, one not, one unknown', [yes, no, unknown], 'partly', [1, 2]],
  ['two met, one unknown: met in full or in part', [yes, yes, unknown], 'possible', [2, 3]],
  ['two missed, one unknown: missed or met in part', [no, no, unknown], 'possible', [0, 1]],
  ['nothing known', [unknown, unknown, unknown], 'possible', [0, 3]],
] as const)('%s', (_, [a, b, c], reached, [low, high]) => {
  const line = lineFor(three, { a, b, c })
  expect(line).toMatchObject({ reached, checklist: { met: { low, high, outOf: 3 } } })
  expect(line).toMatchObject({ max: null, measured: null, declared: null, final: null, parts: [] })
})

it('a checklist has neither points nor subtotals, however much of it is met', () => {
  expect(sheetOf(checklist(three), [done('x/y', { a: yes, b: yes, c: yes })])).toMatchObject({
    subtotals: [],
    measured: { low: 0, estimate: null, high: 0, max: 0 },
    notAssessedMax: 0,
  })
})

it('what nobody looked at is not assessed, and a check that crashed leaves it open', () => {
  expect(lineOf(sheetOf(checklist(three), []), 'one').reached).toBe('not-assessed')
  expect(lineOf(sheetOf(checklist(three), [without('x/y', 'crashed')]), 'one').reached).toBe('possible')
})

it('an item that no check measures, or only a person can settle, keeps the line from being called met', () => {
  const human: ChecklistItem = { id: 'h', title: '版面', when: { human: '版面配置是否方便？' } }
  const other: ChecklistItem = {
    id: 'o',
    title: '服務',
    when: { measure: 'z/w#m', atLeast: 1 },
    openQuestion: '有無？',
  }
  const line = lineFor([...three, human, other], { a: yes, b: yes, c: yes })
  expect(line).toMatchObject({ reached: 'possible', checklist: { met: { low: 3, high: 5, outOf: 5 } } })
  expect(line.checklist?.items.map(({ openQuestions }) => openQuestions)).toEqual([
    [],
    [],
    [],
    ['版面配置是否方便？'],
    ['有無？'],
  ])
})

it('an official ratio is shown as far as it is certain, and not at all when nothing is known of it', () => {
  const scheme = checklist(three, { formulas: [{ title: '已公開÷應公開', ratio: 'x/y#a' }] })
  const ratio = (a: Counted) =>
    lineOf(sheetOf(scheme, [done('x/y', { a, b: no, c: no })]), 'one').checklist?.formulas[0]?.ratio
  expect(ratio([9, 0, 12])).toEqual({ low: 0.75, high: 0.75 })
  expect(ratio([6, 3, 12])).toEqual({ low: 0.5, high: 0.75 })
  expect(ratio([0, 12, 12])).toBeNull()
  expect(ratio([0, 0, 0])).toBeNull()
  expect(ratio([3])).toBeNull()
})

it('a growth rate needs both years, and a base that is not zero', () => {
  const item: ChecklistItem = { id: 'use', title: '使用', when: { declared: 'cases', atLeast: 1 } }
  const scheme = checklist([item], { formulas: [{ title: '成長率', growthOf: 'cases', since: 'cases-before' }] })
  const growth = (...declared: Parameters<typeof declaration>[]) => {
    const sheet = sheetOf(
      scheme,
      [],
      declared.map((one) => declaration(...one)),
    )
    return lineOf(sheet, 'one').checklist?.formulas[0]
  }
  expect(growth(['cases', 15], ['cases-before', 12])).toMatchObject({ ratio: { low: 0.25, high: 0.25 } })
  expect(growth(['cases', 9], ['cases-before', 12])).toMatchObject({ ratio: { low: -0.25, high: -0.25 } })
  expect(growth(['cases', 15], ['cases-before', 0])?.ratio).toBeNull()
  expect(growth(['cases', 15])?.ratio).toBeNull()
  expect(growth(['cases-before', 12])?.ratio).toBeNull()
})

it('growth is counted from the run a year before where the same check counted both, else from what is declared', () => {
  const item: ChecklistItem = { id: 'use', title: '使用', when: atLeastOne('a') }
  const formula = { title: '成長率', growthOf: 'items', since: 'items-last-year', measure: 'x/y#a' as const }
  const scheme = checklist([item], { formulas: [formula] })
  const growth = (now: Counted, before: readonly [number, number] | null, checkVersion = 1) => {
    const measures = before === null ? [] : [{ ref: 'x/y#a', checkVersion, status: 'done' as const, outOf: null }]
    const counted = measures.map((one) => ({ ...one, value: before?.[0] ?? 0, unknown: before?.[1] ?? 0 }))
    const yearBefore = { runId: 'r0', date: '2025-11-22', measures: counted }
    const declared = [declaration('items', 30), declaration('items-last-year', 20)]
    const sheet = sheetOf(scheme, [done('x/y', { a: now, b: no, c: no })], declared, [], yearBefore)
    return lineOf(sheet, 'one').checklist?.formulas[0]
  }
  const since = { runId: 'r0', date: '2025-11-22' }
  expect(growth([15], [12, 0])).toEqual({ title: '成長率', ratio: { low: 0.25, high: 0.25 }, isDeclared: false, since })
  expect(growth([10, 5], [10, 10])?.ratio).toEqual({ low: -0.5, high: 0.5 })
  const declared = { title: '成長率', ratio: { low: 0.5, high: 0.5 }, isDeclared: true }
  expect(growth([15], [0, 0])).toEqual(declared)
  expect(growth([15], null)).toEqual(declared)
  expect(growth([15], [12, 0], 2)).toEqual(declared)
})

it('evidence for a bonus is named, changes no verdict and carries no amount', () => {
  const bonus = { kind: 'bonus' as const, title: '另有其他系統', when: atLeastOne('c') }
  const facts = [done('x/y', { a: yes, b: no, c: yes })]
  const [first, second] = three
  if (first === undefined || second === undefined) throw new Error('no items')
  const [with_, plain] = [checklist([first, second], { adjustments: [bonus] }), checklist([first, second])].map(
    (scheme) => lineOf(sheetOf(scheme, facts), 'one'),
  )
  expect(with_?.checklist?.adjustments).toEqual([{ kind: 'bonus', title: '另有其他系統', found: 'yes' }])
  expect([with_?.reached, with_?.checklist?.met, with_?.final]).toEqual([plain?.reached, plain?.checklist?.met, null])
})

const anyCounts = fc.record({
  a: fc.tuple(fc.nat(2), fc.nat(2)),
  b: fc.tuple(fc.nat(2), fc.nat(2)),
  c: fc.tuple(fc.nat(2), fc.nat(2)),
})
const leaf = fc.constantFrom(...names).map(atLeastOne)
const rising: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
)
const anyItems = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<ChecklistItem[]> =>
  fc
    .array(condition, { minLength: 1, maxLength: 5 })
    .map((conditions) => conditions.map((when, at) => ({ id: `item-${at}`, title: '事項', when })))
const either = fc.oneof(
  rising,
  rising.map((condition): Condition => ({ not: condition })),
)

it('more unknown never narrows the share met, and never turns one verdict into another', () => {
  fc.assert(
    fc.property(anyItems(either), anyCounts, fc.nat(2), fc.nat(2), (items, counts, down, up) => {
      const blurred = Object.entries(counts).map(([name, [value, open]]) => {
        const low = Math.max(0, value - down)
        return [name, [low, value + open - low + up]] as const
      })
      const [sharp, vague] = [lineFor(items, counts), lineFor(items, Object.fromEntries(blurred))]
      expect(vague.checklist?.met.low).toBeLessThanOrEqual(sharp.checklist?.met.low ?? Number.NaN)
      expect(vague.checklist?.met.high).toBeGreaterThanOrEqual(sharp.checklist?.met.high ?? Number.NaN)
      expect([sharp.reached, 'possible']).toContain(vague.reached)
    }),
    { numRuns: 300 },
  )
})

it('a better measure never lowers the share met of a checklist that asks only for more', () => {
  fc.assert(
    fc.property(anyItems(rising), anyCounts, fc.constantFrom(...names), (items, counts, name) => {
      const [value, open] = counts[name]
      const [before, after] = [lineFor(items, counts), lineFor(items, { ...counts, [name]: [value + 1, open] })]
      expect(after.checklist?.met.low).toBeGreaterThanOrEqual(before.checklist?.met.low ?? Number.NaN)
      expect(after.checklist?.met.high).toBeGreaterThanOrEqual(before.checklist?.met.high ?? Number.NaN)
    }),
    { numRuns: 300 },
  )
})

it('the order of items changes neither the verdict nor the share met', () => {
  fc.assert(
    fc.property(anyItems(either), anyCounts, (items, counts) => {
      const [one, other] = [lineFor(items, counts), lineFor([...items].reverse(), counts)]
      expect([other.reached, other.checklist?.met]).toEqual([one.reached, one.checklist?.met])
    }),
    { numRuns: 200 },
  )
})

it('a checklist is read back from its own print', () => {
  const formulas = fc.constantFrom(
    { title: '比例', ratio: 'x/y#a' as const },
    { title: '成長率', growthOf: 'cases', since: 'cases-before' },
  )
  const adjustment = fc.record({
    kind: fc.constantFrom('bonus' as const, 'deduction' as const),
    title: fc.constant('事證'),
    when: anyCondition,
  })
  fc.assert(
    fc.property(anyItems(anyCondition), formulas, adjustment, (items, formula, one) => {
      const scheme = checklist(items, { formulas: [formula], adjustments: [one] })
      expect(parseScheme(printScheme(scheme), 'printed')).toEqual(scheme)
    }),
    { numRuns: 100 },
  )
})
