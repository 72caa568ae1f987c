import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packagePath } from '../../config/package-file.ts'
import { readStandard, readStandardFile, readStandards } from '../../config/read-standards.ts'
import { levelOf, meaningOfCode } from '../../store/model/accessibility-standard.ts'

const shipped = readFileSync(packagePath('config/accessibility/110.07.yaml'), 'utf8')

function readChanged(from: string | RegExp, to: string, name = '110.07.yaml') {
  const changed = shipped.replace(from, to)
  if (changed === shipped) throw new Error(`${from} does not stand in the file`)
  const path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), name)
  writeFileSync(path, changed)
  return readStandardFile(path)
}

it('both versions are there, with the criteria of the WCAG they adopt', () => {
  expect(readStandards().map(({ version, wcag }) => [version, wcag])).toEqual([
    ['110.07', '2.1'],
    ['115.11', '2.2'],
  ])
  const counted = readStandards().map(({ criteria }) => Object.values(criteria).flat().length)
  expect(counted).toEqual([78, 86])
})

it('WCAG 2.2 brings target size and takes parsing away', () => {
  const [old, now] = [readStandard('110.07'), readStandard('115.11')]
  expect([levelOf(old, '2.5.8'), levelOf(now, '2.5.8')]).toEqual([null, 'AA'])
  expect([levelOf(old, '4.1.1'), levelOf(now, '4.1.1')]).toEqual(['A', null])
})

it('a code says its level, its criterion and who checks it', () => {
  expect(meaningOfCode('HM1110100C')).toEqual({ level: 'A', criterion: '1.1.1', isMachine: true })
  expect(meaningOfCode('GN2141009E')).toEqual({ level: 'AA', criterion: '1.4.10', isMachine: false })
  expect(meaningOfCode('HM1130103C_1')).toMatchObject({ criterion: '1.3.1' })
  for (const none of ['', 'H309204', 'HM4110100C', 'HM1110100X', ' HM1110100C', 'HM1110100C_12']) {
    expect(meaningOfCode(none), none).toBeNull()
  }
})

it('the 32 rules of the official tool are named under 110.07, none of them as official', () => {
  const { codes } = readStandard('110.07')
  expect(codes).toHaveLength(32)
  expect(new Set(codes.map(({ mark }) => mark))).toEqual(new Set(['secondary']))
})

it('of 115.11 what others quote and what is taken to go on are told apart, and nothing is official', () => {
  const { codes, counts, sources } = readStandard('115.11')
  const marked = (mark: string) => codes.filter((code) => code.mark === mark).map(({ code }) => code)
  expect(marked('official')).toEqual([])
  expect(marked('secondary')).toEqual(expect.arrayContaining(['HM1130104C', 'HM1130105C', 'CS2250800E', 'FA1220102E']))
  expect(marked('unconfirmed').filter((code) => /E$/.test(code))).toEqual([])
  expect(codes.map(({ code }) => code)).not.toContain('HM1410100C')
  expect([counts.mark, ...sources.map(({ mark }) => mark)]).not.toContain('official')
})

it.each([
  ['a code that is none', 'code: HM1110100C', 'code: HM1910100C', '不是檢測碼'],
  ['a code of a criterion that the version has not', 'code: HM1110100C', 'code: CS2250800E', '2.5.8'],
  ['a code at another level than its criterion', 'code: HM1110100C', 'code: HM2110100C', '1.1.1（AA）'],
  ['a code that stands twice', 'HM1110101C', 'HM1110100C', '重複'],
  ['a criterion that stands twice', "'1.2.4'", "'1.1.1'", '重複'],
  ['a field nobody knows', 'wcag:', 'extra: 1\nwcag:', '不認得的欄位'],
  ['a mark nobody knows', 'mark: secondary, says', 'mark: hearsay, says', 'sources'],
  ['a day that is none', 'inForceFrom: null', 'inForceFrom: "2026-02-30"', 'inForceFrom'],
])('%s is refused', (_, from, to, reason) => {
  expect(() => readChanged(from, to)).toThrow(reason)
})

it('a file under the name of another version is refused', () => {
  expect(() => readChanged('title:', 'title: ', '115.11.yaml')).toThrow('須與檔名相同')
})
