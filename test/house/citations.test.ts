import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readSchemes } from '../../config/read-scheme.ts'
import type { Citation } from '../../store/model/scheme.ts'
import { citationFaults, citationsOf, rewordedTitles } from './citation-faults.ts'

const seeds = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/seeds')
const isAbsent = !existsSync(seeds)
const because = isAbsent ? ' (skipped: ../shared/seeds is not here)' : ''

function readSeed(file: string): Buffer | null {
  const path = join(seeds, file)
  return existsSync(path) ? readFileSync(path) : null
}

it.skipIf(isAbsent)(`every citation of every scheme stands in its source, in those lines${because}`, () => {
  const cited = readSchemes().flatMap(({ scheme }) => citationsOf(scheme))
  expect(cited.length).toBeGreaterThan(100)
  expect(cited.flatMap((one) => citationFaults(one, readSeed))).toEqual([])
})

it.skipIf(isAbsent)(`a wrong hash, a wrong line and a term that stands elsewhere are each reported${because}`, () => {
  const cited = readSchemes().flatMap(({ scheme }) => citationsOf(scheme))
  const right = cited.find(({ where }) => where === 'wra-105/disclosure-ratio#0')
  if (right === undefined) throw new Error('no citation to spoil')
  const spoilt = (change: Partial<Citation>): string[] =>
    citationFaults({ ...right, citation: { ...right.citation, ...change } }, readSeed)
  expect(spoilt({})).toEqual([])
  expect(spoilt({ sha256: '0'.repeat(64) })).toEqual([expect.stringMatching(/another SHA-256/)])
  expect(spoilt({ lines: [1, 100_000] })).toEqual([expect.stringMatching(/lines, not 100000/)])
  expect(spoilt({ lines: [121, 121] }).length).toBeGreaterThan(3)
  expect(spoilt({ mentions: ['比例達95%以上'] })).toEqual([expect.stringMatching(/does not say 「比例達95%以上」/)])
  expect(spoilt({ file: '009_none.txt' })).toEqual([expect.stringMatching(/is no seed/)])
})

it.skipIf(isAbsent)(`official titles stand in the original, and a reworded one is reported${because}`, () => {
  const schemes = readSchemes().map(({ scheme }) => scheme)
  expect(schemes.flatMap((scheme) => rewordedTitles(scheme, readSeed))).toEqual([])
  const [scheme] = schemes
  const criteria = (scheme?.criteria ?? []).map((criterion) => ({ ...criterion, title: '線上服務的能力' }))
  if (scheme !== undefined) expect(rewordedTitles({ ...scheme, criteria }, readSeed)).toHaveLength(criteria.length)
})

it('compatibility ideographs, full-width signs and broken table cells do not hide a term, and another term is missed', () => {
  const bytes = Buffer.from('第一行\n不\uF9B5行　（２０ 分）\n')
  const citation: Citation = { file: 'a.txt', lines: [2, 2], sha256: '', mentions: ['不例行(20分)', '第一行'] }
  const faults = citationFaults({ where: 'x', citation }, () => bytes)
  expect(faults).toEqual(['x: a.txt has another SHA-256', 'x: a.txt:2-2 does not say 「第一行」'])
})
