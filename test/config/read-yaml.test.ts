import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { checkedYaml, readYaml } from '../../config/read-yaml.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'

const anything = z.unknown()
const shop = z.strictObject({ name: z.string(), goods: z.array(z.strictObject({ price: z.number().min(1) })) })

function refusal(text: string, schema: z.ZodType = anything): ExpectedError {
  try {
    checkedYaml(text, schema, 'a.yaml')
  } catch (error) {
    if (error instanceof ExpectedError) return error
    throw error
  }
  throw new Error('was not refused')
}

function folderOf(files: Record<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  return folder
}

it('a file of the right shape is its content', () => {
  const text = '# 註解\nname: 店\ngoods:\n  - price: 3\n'
  expect(checkedYaml(text, shop, 'a.yaml')).toEqual({ name: '店', goods: [{ price: 3 }] })
})

it('every problem is told with its line, its path and a reason, in the order of the file', () => {
  const error = refusal('name: 3\ngoods:\n  - price: 0\n  - price: 2\n    colour: red\n', shop)
  expect(error).toMatchObject({ fault: 'operator', code: 'config/invalid', place: { file: 'a.yaml', path: 'name' } })
  const [first, second, third] = error.message.split('；')
  expect(first).toMatch(/^a\.yaml 內容有誤：第 1 行 name：.+string/)
  expect(second).toMatch(/^第 3 行 goods\[0\]\.price：/)
  expect(third).toBe('第 5 行 goods[1].colour：不認得的欄位')
})

it('a key that is missing is told by its path, on the line of what should hold it', () => {
  expect(refusal('name: a\ngoods:\n  - {}\n', shop).message).toBe('a.yaml 內容有誤：第 3 行 goods[0].price：缺少此欄位')
})

it('a long list of problems is cut and the rest counted', () => {
  const error = refusal(`name: a\ngoods:\n${'  - price: 0\n'.repeat(15)}`, shop)
  expect(error.message).toMatch(/；另有 3 處$/)
})

it.each([
  ['a tab as indentation', 'a:\n\tb: 1', /第 2 行：縮排不可使用 Tab/],
  ['a key given twice', 'a: 1\nb: 2\na: 3', /第 3 行：欄位重複/],
  ['two documents', 'a: 1\n---\nb: 2', /第 2 行：一檔只能有一份文件/],
  ['an open bracket', 'a: [1, 2', /第 1 行/],
  ['an alias', 'a: &x [1]\nb: *x', /不支援/],
  ['an alias that leads nowhere', 'a: *nope', /第 1 行：不支援別名/],
  ['a circle', 'a: &a [*a]', /不支援/],
  ['a tag', 'a: !!binary aGk=', /不支援標籤/],
  ['a tag of nobody', 'a: !shell ls', /不支援標籤/],
  ['a list as a key', '? [1, 2]\n: 3', /欄位名稱須為文字/],
  ['depth that nobody writes', `a: ${'['.repeat(60)}${']'.repeat(60)}`, /巢狀層次過深/],
])('%s is refused with its line', (_, text, message) => {
  expect(refusal(text).message).toMatch(message)
})

it('a bomb of aliases is refused at once', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)
  const started = process.hrtime.bigint()
  expect(refusal(`a0: &a0 [x]\n${rows.join('\n')}`).message).toMatch(/不支援/)
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(4000)
})

it('thousands of open brackets end in a refusal, not on the stack', () => {
  expect(refusal('['.repeat(10_000)).code).toBe('config/invalid')
  expect(refusal('- '.repeat(5000)).code).toBe('config/invalid')
  expect(refusal(`a: 1\n${'- '.repeat(200_000)}`).message).toMatch(/第 2 行：此行過長/)
})

it('a key named __proto__ is an unknown key and nothing more', () => {
  expect(refusal('__proto__: {price: 1}\nname: a\ngoods: []', shop).message).toMatch(/__proto__：不認得的欄位/)
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

it('an empty file is nothing, and nothing has no shape', () => {
  expect(checkedYaml('', anything, 'a.yaml')).toBeNull()
  expect(refusal('', shop).message).toMatch(/^a\.yaml 內容有誤：.+object/)
})

it('of several forms the one most likely meant is told', () => {
  const either = z.union([
    z.strictObject({ all: z.array(z.string()) }),
    z.strictObject({ one: z.number(), of: z.number() }),
  ])
  expect(refusal('one: x\nof: 3', either).message).toMatch(/第 1 行 one：/)
})

it('missing, oversized and Big5 files are refused by name', () => {
  const folder = folderOf({
    'big5.yaml': Uint8Array.of(0x6e, 0x3a, 0x20, 0xa4, 0xa4),
    'long.yaml': new Uint8Array(600_000),
  })
  expect(() => readYaml(join(folder, 'none.yaml'), anything)).toThrow(/無法讀取檔案：.*none\.yaml/)
  expect(() => readYaml(join(folder, 'big5.yaml'), anything)).toThrow(/不是 UTF-8/)
  expect(() => readYaml(join(folder, 'long.yaml'), anything)).toThrow(/檔案過大/)
  expect(() => readYaml(folder, anything)).toThrow(ExpectedError)
})

it('any text is read or refused, never a crash', () => {
  const pieces = fc.constantFrom(
    'a: ',
    '- ',
    '\n',
    '  ',
    '\t',
    '{',
    '}',
    '[',
    ']',
    '&a',
    '*a',
    '!!x',
    '? ',
    ': ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%YAML',
    '---',
    '中',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const outcome = (): unknown => checkedYaml(parts.join(''), anything, 'a.yaml')
      try {
        outcome()
      } catch (error) {
        expect(error).toBeInstanceOf(ExpectedError)
      }
    }),
    { numRuns: 300 },
  )
}, 20_000)
