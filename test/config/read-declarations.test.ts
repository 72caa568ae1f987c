import fc from 'fast-check'
import { expect, it } from 'vitest'
import { declaredExemptions, parseDeclarations, readDeclarations } from '../../config/read-declarations.ts'
import { readDeclarables } from '../../config/read-terms.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'

const today = '2026-11-27'

/** One entry, with other lines in the place of some of its own. */
function entry(changes: Readonly<Record<string, string>> = {}): string {
  const said = {
    name: 'cases-online',
    value: '1200',
    unit: '件',
    period: '2025',
    source: 'https://agency.test/report.pdf',
    declaredBy: '秘書室王小明',
    declaredOn: '2026-02-01',
    ...changes,
  }
  const lines = Object.entries(said).filter(([, value]) => value !== '')
  return lines.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('')
}

function parse(...entries: string[]) {
  return parseDeclarations(`declarations:\n${entries.join('')}`, 'wra.yaml', today)
}

it('a declaration keeps value, unit, period, source, name and day, and is named by what and when', () => {
  expect(parse(entry())).toEqual([
    {
      id: 'cases-online:2025',
      name: 'cases-online',
      title: '線上申辦案件數',
      value: 1200,
      unit: '件',
      period: { from: '2025-01-01', to: '2025-12-31' },
      source: 'https://agency.test/report.pdf',
      declaredBy: '秘書室王小明',
      declaredOn: '2026-02-01',
    },
  ])
})

it.each([
  ['114年', { from: '2025-01-01', to: '2025-12-31' }],
  ['民國114年', { from: '2025-01-01', to: '2025-12-31' }],
  ['2025-01-01/2025-06-30', { from: '2025-01-01', to: '2025-06-30' }],
])('a period may be written %s', (period, expected) => {
  expect(parse(entry({ period }))[0]?.period).toEqual(expected)
})

it.each([
  ['an unknown key', entry({ colour: 'red' }), /第 9 行 declarations\[0\]\.colour：不認得的欄位/],
  ['an unknown name', entry({ name: 'cases-onlin' }), /第 2 行.*沒有可申報之項目「cases-onlin」/],
  ['a wrong unit', entry({ unit: '項' }), /第 4 行 declarations\[0\]\.unit：單位須為「件」/],
  ['a missing unit', entry({ unit: '' }), /單位須為「件」/],
  ['a unit where nothing is counted', entry({ name: 'form-management', value: 'true' }), /本項不填單位/],
  ['a negative count', entry({ value: '-1' }), /第 3 行 declarations\[0\]\.value：須為 0 或正整數/],
  ['half a case', entry({ value: '1.5' }), /須為 0 或正整數/],
  ['a count in words', entry({ value: '一千' }), /須為 0 或正整數/],
  ['a count that is no number', entry({ value: '.nan' }), /value/],
  ['a count without end', entry({ value: '.inf' }), /value/],
  ['more than all of it', entry({ name: 'promotion-satisfaction', value: '101', unit: '％' }), /0 至 100/],
  ['a word for a flag', entry({ name: 'form-management', value: '有', unit: '' }), /true 或 false/],
  ['a number of a badge that is no text', entry({ name: 'badge-number', value: '12', unit: '' }), /須為文字/],
  ['a day still to come', entry({ declaredOn: '2026-11-28' }), /第 8 行.*日期不可晚於今日（2026-11-27）/],
  ['a day that is in no calendar', entry({ declaredOn: '2026-02-30' }), /declaredOn：須為日期/],
  ['a year still to come', entry({ period: '2027' }), /第 5 行.*期間尚未開始/],
  ['a period that ends before it begins', entry({ period: '2025-06-30/2025-01-01' }), /期間須寫成/],
  ['a period that is none', entry({ period: '去年' }), /期間須寫成/],
  ['an address of another kind', entry({ source: 'ftp://a.test/x' }), /來源網址/],
  ['no source', entry({ source: '' }), /source：缺少此欄位/],
  ['nobody who says it', entry({ declaredBy: "' '" }), /declaredBy：不可空白/],
  ['a list that is none', '  colour: red\n', /declarations/],
])('%s is told in one line with file, line and reason', (_, text, reason) => {
  const fault = expect.objectContaining({ fault: 'operator', code: 'declarations/invalid' })
  expect(() => parse(text)).toThrow(fault)
  const message = messageOf(() => parse(text))
  expect(message).toMatch(reason)
  expect(message).toMatch(/^wra\.yaml/)
  expect(message).not.toContain('\n')
})

function messageOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof ExpectedError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

it('more cases online than in all are refused, of the same period only', () => {
  const all = entry({ name: 'cases-all', value: '1000' })
  expect(messageOf(() => parse(entry(), all))).toMatch(/第 3 行 declarations\[0\]\.value：.*1200 不可大於.*1000/)
  expect(parse(entry({ value: '1000' }), all)).toHaveLength(2)
  expect(parse(entry({ period: '2024' }), all)).toHaveLength(2)
})

it('one thing is declared once a period', () => {
  expect(messageOf(() => parse(entry(), entry()))).toMatch(/第 9 行.*重複申報/)
  expect(parse(entry(), entry({ period: '2024' }))).toHaveLength(2)
})

it('an item of Article 7 that does not apply is declared with its reason', () => {
  const origin = 'source: 組織條例\n    declaredBy: 秘書室\n    declaredOn: 2026-02-01\n'
  const read = parseDeclarations(`notApplicable:\n  - item: "10"\n    reason: 首長制\n    ${origin}`, 'a.yaml', today)
  expect(read).toMatchObject([{ id: 'not-applicable-10', value: '首長制', unit: null, period: null }])
  expect(declaredExemptions(read)).toEqual({ '10': '首長制' })
  const wrong = `notApplicable:\n  - item: "11"\n    reason: 無\n    ${origin}`
  expect(messageOf(() => parseDeclarations(wrong, 'a.yaml', today))).toMatch(/第 2 行/)
})

it('an agency without a file declares nothing, and a file that is named must be there', () => {
  expect(readDeclarations('no-such-agency', today)).toEqual([])
  const unreadable = expect.objectContaining({ fault: 'operator', code: 'config/unreadable' })
  expect(() => readDeclarations('any', today, '/no/such/file.yaml')).toThrow(unreadable)
})

it('whatever the file holds, it is read or refused in one line', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string().map((text) => `declarations:\n  - ${text}`),
  )
  fc.assert(
    fc.property(junk, (text) => {
      try {
        parseDeclarations(text, 'wra.yaml', today)
      } catch (error) {
        expect(error).toBeInstanceOf(ExpectedError)
        expect((error as ExpectedError).message).not.toMatch(/\n/)
      }
    }),
    { numRuns: 300 },
  )
})

it('what is part of something, is part of something that can be declared in the same unit', () => {
  const declarables = readDeclarables()
  for (const { within, unit } of declarables.filter((one) => one.within !== undefined)) {
    expect(declarables.find(({ name }) => name === within)?.unit).toBe(unit)
  }
})
