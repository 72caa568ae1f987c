import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { type CheckFiles, registryFaults } from './registry-faults.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder).length + 1))
}

function read(path: string): [string, string] {
  return [path, readFileSync(join(root, 'checks', path), 'utf8')]
}

const files: CheckFiles = {
  sources: new Map(filesUnder('checks').map(read)),
  tests: new Set(filesUnder('test/checks')),
}

it('every check has its line, its page, its test and words for all it says', () => {
  expect(checks.length).toBeGreaterThanOrEqual(5)
  expect(registryFaults(checks, files)).toEqual([])
})

/** A house with one check, in order. */
const check: Check = {
  id: 'links/alive',
  version: 1,
  question: '連結是否有效？',
  needs: [],
  measures: { dead: { title: '失效', unit: 'url' } },
  messages: { dead: '連結失效。' },
  run: () => ({ status: 'undetermined', reason: '' }),
}
const source = "export default defineCheck({ messages: { 'dead': '連結失效。' }, messageId: 'dead' })"
const page = '# links/alive'

function faultsWhen(
  changes: Partial<Check>,
  sources: Record<string, string>,
  tests = ['links/alive.test.ts'],
): string[] {
  return registryFaults([{ ...check, ...changes }], {
    sources: new Map(Object.entries(sources)),
    tests: new Set(tests),
  })
}

it('a house in order has no faults, and files that define no check may lie beside it', () => {
  expect(
    faultsWhen({}, { 'links/alive.ts': source, 'links/alive.md': page, 'links/part.ts': 'export const a = 1' }),
  ).toEqual([])
})

it.each([
  [
    'a check without a line',
    {},
    { 'links/alive.ts': source, 'links/alive.md': page, 'links/b.ts': source },
    'checks/links/b.ts is no line',
  ],
  [
    'a page without a check',
    {},
    { 'links/alive.ts': source, 'links/alive.md': page, 'links/b.md': page },
    'belongs to no check',
  ],
  [
    'an id that is not the path',
    { id: 'links/b' },
    { 'links/alive.ts': source, 'links/alive.md': page },
    'is not the path',
  ],
  ['a check without a page', {}, { 'links/alive.ts': source }, 'has no page'],
  [
    'a check without measures',
    { measures: {} },
    { 'links/alive.ts': source, 'links/alive.md': page },
    'has no measure',
  ],
  [
    'a check without messages',
    { messages: {} },
    { 'links/alive.ts': source, 'links/alive.md': page },
    'has no message',
  ],
  [
    'an empty message',
    { messages: { dead: ' ' } },
    { 'links/alive.ts': source, 'links/alive.md': page },
    'says nothing',
  ],
  [
    'a message nobody uses',
    { messages: { dead: '失效。', slow: '逾時。' } },
    { 'links/alive.ts': `type Message = 'dead' | 'slow'\n${source}`, 'links/alive.md': page },
    'declares the message slow',
  ],
])('%s is a fault', (_, changes, sources, fault) => {
  expect(faultsWhen(changes, sources).join('\n')).toContain(fault)
})

it('a check that reads one which does not stand before it is a fault', () => {
  const [alive, late] = [
    { ...check, reads: ['links/late'] },
    { ...check, id: 'links/late' },
  ]
  const empty = { sources: new Map(), tests: new Set<string>() }
  expect(registryFaults([alive, late], empty).join('\n')).toContain('links/alive reads links/late')
  expect(registryFaults([late, alive], empty).join('\n')).not.toContain('reads')
})

it('a check without a test, and one that stands twice, are faults', () => {
  const sources = new Map(Object.entries({ 'links/alive.ts': source, 'links/alive.md': page }))
  expect(registryFaults([check, check], { sources, tests: new Set() }).join('\n')).toMatch(
    /stands twice[\s\S]*has no test/,
  )
})
