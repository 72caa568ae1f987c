import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packagePath } from '../../config/package-file.ts'
import { parseScheme, printScheme, readScheme, readSchemes } from '../../config/read-scheme.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'
import { anyCondition, schemesWith } from '../scoring/arbitrary-scheme.ts'

const valid = `id: tiny
title: 小表
issuer: 某署
year: 2016
scale: { kind: points, max: 20 }
criteria:
  - id: one
    path: [構面, 項目]
    title: 甲
    assess: measured
    maxPoints: 20
    cites:
      - file: 002_a.txt
        lines: [1, 2]
        sha256: ${'a'.repeat(64)}
        mentions: [甲]
    bands:
      - points: [11, 20]
        when: { measure: 'a/b#m', ratioAtLeast: 1 }
        place: { by: 'a/b#m', from: 0, to: 1 }
      - points: [1, 10]
        when: { measure: 'a/b#m', ratioAtLeast: 0.9 }
`

function refusal(text: string): ExpectedError {
  try {
    parseScheme(text, 'tiny.yaml')
  } catch (error) {
    if (error instanceof ExpectedError) return error
    throw error
  }
  throw new Error('was not refused')
}

const secondCriterion = valid.slice(valid.indexOf('  - id: one'))
const parts = (first: number, second: number) => `    assumption: 自訂
    parts:
      - { id: p, title: 甲, maxPoints: ${first}, bands: [{ points: [1, 1], when: { measure: 'a/b#m', atLeast: 1 } }] }
      - { id: q, title: 乙, maxPoints: ${second}, bands: [{ points: [1, 1], when: { measure: 'a/b#m', atLeast: 1 } }] }
`
const withoutBands = valid.slice(0, valid.indexOf('    bands:'))

it('a scheme is read with the hash of its bytes', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'tiny.yaml')
  writeFileSync(path, `\uFEFF${valid}`)
  const read = readScheme(path)
  expect(read.scheme).toMatchObject({
    id: 'tiny',
    criteria: [{ id: 'one', bands: [{ points: [11, 20] }, { points: [1, 10] }] }],
  })
  expect(read.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
})

it('the schemes that ship are valid, have distinct ids, and are read back from their own print', () => {
  const schemes = readSchemes().map(({ scheme }) => scheme)
  expect(schemes.map(({ id }) => id)).toEqual(['campus-plan', 'leap-106', 'moe-105', 'moe-107', 'wra-105'])
  expect(new Set(schemes.map(({ id }) => id)).size).toBe(schemes.length)
  for (const scheme of schemes) expect(parseScheme(printScheme(scheme), 'printed')).toEqual(scheme)
})

it('the hash of the scheme that ships is that of its file', () => {
  const path = packagePath('config/schemes/wra-105.yaml')
  expect(readScheme(path).sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
})

it.each([
  ['a key nobody knows', ['year: 2016', 'year: 2016\ncolour: red'], /第 5 行 colour：不認得的欄位/],
  [
    'a key nobody knows deep inside',
    ['ratioAtLeast: 1 }', 'ratioAtLeast: 1, x: 2 }'],
    /第 19 行 criteria\[0\]\.bands\[0\]\.when/,
  ],
  [
    'bands in the wrong order',
    ['points: [1, 10]', 'points: [21, 30]'],
    /bands\[1\]\.points：級距須由高至低排列且不得重疊/,
  ],
  [
    'bands that overlap',
    ['points: [1, 10]', 'points: [1, 11]'],
    /第 21 行 criteria\[0\]\.bands\[1\]\.points：級距須由高至低/,
  ],
  [
    'points above the most',
    ['points: [11, 20]', 'points: [11, 21]'],
    /第 18 行 criteria\[0\]\.bands\[0\]\.points：超過滿分 20 分/,
  ],
  ['points turned round', ['points: [11, 20]', 'points: [20, 11]'], /下限不得大於上限/],
  ['half points', ['points: [11, 20]', 'points: [11, 19.5]'], /bands\[0\]\.points\[1\]：/],
  ['no citation', [/ {4}cites:[\s\S]+?mentions.+\n/, '    cites: []\n'], /第 12 行 criteria\[0\]\.cites/],
  ['a citation without terms', ['mentions: [甲]', 'mentions: []'], /cites\[0\]\.mentions/],
  ['a citation that ends before it begins', ['lines: [1, 2]', 'lines: [3, 2]'], /起行不得大於迄行/],
  ['a hash cut short', ['a'.repeat(64), 'a'.repeat(63)], /cites\[0\]\.sha256/],
  [
    'a place that goes nowhere',
    ['from: 0, to: 1 }', 'from: 1, to: 1 }'],
    /第 20 行 criteria\[0\]\.bands\[0\]\.place\.to：from 與 to 不得相同/,
  ],
  ['a place outside its band', ["{ by: 'a/b#m', from: 0, to: 1 }", '{ at: 3 }'], /place\.at：須在級距之內/],
  ['places that do not rise', ['from: 0, to: 1 }', 'through: [[2, 12], [1, 13]] }'], /through\[1\]：須由小至大排列/],
  [
    'a measure without a check',
    ["'a/b#m', ratioAtLeast: 1 ", "'m', ratioAtLeast: 1 "],
    /when\.measure：量測值須寫成「area\/check#measure」/,
  ],
  ['a measure in words', ["by: 'a/b#m'", 'by: 公開比例'], /place\.by：量測值須寫成/],
  ['no points on a points scheme', ['    maxPoints: 20\n', ''], /criteria\[0\]：缺少 maxPoints/],
  ['points on a checklist', ['kind: points, max: 20', 'kind: checklist'], /maxPoints：檢核表不計分/],
  ['more points than there are', ['max: 20 }', 'max: 19 }'], /scale\.max：各項滿分合計 20 分，超過總分 19 分/],
  ['a human line with bands', ['assess: measured', 'assess: human'], /人工審認項目不設級距/],
  ['a title of spaces', ['title: 甲', 'title: "  "'], /criteria\[0\]\.title：不可空白/],
  ['a year in words', ['year: 2016', 'year: 一百零五'], /第 4 行 year：/],
  [
    'bands on a checklist',
    ['kind: points, max: 20', 'kind: checklist'],
    /criteria\[0\]\.bands：檢核表以 items 列出檢核事項，不設級距及配分/,
  ],
  [
    'items on a points scheme',
    ['    bands:\n', '    items: [{ id: x, title: 甲, when: { declared: x, atLeast: 1 } }]\n    bands:\n'],
    /criteria\[0\]\.items：僅檢核表可列，本表計分/,
  ],
  [
    'a formula without numbers',
    ['    bands:\n', '    formulas: [{ title: 甲 }]\n    bands:\n'],
    /formulas\[0\]\.ratio：缺少此欄位/,
  ],
  [
    'evidence beside what the site alone decides',
    ['    bands:\n', "    siteEvidence: ['a/b#m']\n    bands:\n"],
    /第 17 行 criteria\[0\]\.siteEvidence：僅供人工審認之項目列出/,
  ],
  [
    'evidence in words',
    ['assess: measured\n', 'assess: partly\n    siteEvidence: [網站所載流程]\n'],
    /第 11 行 criteria\[0\]\.siteEvidence\[0\]：量測值須寫成「area\/check#measure」/,
  ],
  [
    'evidence named twice',
    ['assess: measured\n', "assess: partly\n    siteEvidence: ['a/b#n', 'a/b#n']\n"],
    /第 11 行 criteria\[0\]\.siteEvidence\[1\]：量測值「a\/b#n」重複/,
  ],
  [
    'evidence of nothing',
    ['assess: measured\n', 'assess: partly\n    siteEvidence: []\n'],
    /第 11 行 criteria\[0\]\.siteEvidence：/,
  ],
  ['bounds without parts', ['    bands:\n', '    bounds: [{ points: [1, 2] }]\n    bands:\n'], /bounds：僅配分/],
] as const)('%s is refused with path and line', (_, [from, to], message) => {
  const text = valid.replace(from, to)
  expect(text).not.toBe(valid)
  const error = refusal(text)
  expect(error).toMatchObject({ fault: 'operator', code: 'scheme/invalid', place: { file: 'tiny.yaml' } })
  expect(error.message).toMatch(message)
})

it('one id for two criteria is refused', () => {
  const error = refusal(valid.replace('max: 20 }', 'max: 40 }') + secondCriterion)
  expect(error.message).toBe('tiny.yaml 內容有誤：第 23 行 criteria[1].id：代號「one」重複')
})

it('parts must add up, stand alone and say that they are ours', () => {
  expect(parseScheme(withoutBands + parts(12, 8), 'tiny.yaml').criteria[0]?.parts).toHaveLength(2)
  expect(refusal(withoutBands + parts(12, 9)).message).toMatch(/parts：配分合計 21 分，與滿分 20 不符/)
  expect(refusal(valid + parts(12, 8)).message).toMatch(/bands 與 parts 只能擇一/)
  expect(refusal(withoutBands + parts(12, 8).replace('    assumption: 自訂\n', '')).message).toMatch(
    /須載明 assumption/,
  )
  expect(refusal(withoutBands + parts(12, 8).replace('id: q', 'id: p')).message).toMatch(/代號「p」重複/)
})

it('all problems stand in one message', () => {
  const error = refusal(valid.replace('points: [11, 20]', 'points: [20, 11]').replace('year: 2016', 'year: old'))
  expect(error.message.split('；')).toHaveLength(2)
})

it.each(['', '[]', '3', '- a', 'criteria: 3', 'null'])('%j is no scheme', (text) => {
  expect(refusal(text).code).toBe('scheme/invalid')
})

it('a scheme is read back from its own print, whatever it says', () => {
  fc.assert(
    fc.property(schemesWith(anyCondition), (scheme) => {
      expect(parseScheme(printScheme(scheme), 'printed')).toEqual(scheme)
    }),
    { numRuns: 60 },
  )
}, 20_000)

it('a scheme with any value put in any place is read or refused, never a crash', () => {
  const paths = valid.split('\n').flatMap((line, index) => (line.includes(':') ? [index] : []))
  const junk = fc.constantFrom(
    '{}',
    '[]',
    '-1',
    '1e999',
    '.nan',
    'null',
    'true',
    '""',
    '[[[]]]',
    '{a: {b: []}}',
    '"\\0"',
    '~',
    '0x1F',
  )
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, (index, value) => {
      const text = valid.split('\n').map((line, at) => (at === index ? line.replace(/:.*/, `: ${value}`) : line))
      try {
        parseScheme(text.join('\n'), 'tiny.yaml')
      } catch (error) {
        expect(error).toBeInstanceOf(ExpectedError)
      }
    }),
    { numRuns: 150 },
  )
}, 20_000)
