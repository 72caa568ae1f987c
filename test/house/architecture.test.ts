import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { breach, forbiddenNames, pureFolders } from './import-law.ts'
import { identifiersOf, importsOf } from './imports.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const product = /^(store|config|crawler|checks|scoring|reports|fixtures|cli)\/.*\.ts$/
const tops = new Set(
  `crawler checks reports fixtures test config store scoring cli bench docs deploy fleet serve .ci
   package.json package-lock.json tsconfig.json tsconfig.build.json biome.json vitest.config.ts setup.mjs .gitignore
   README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md LICENSE`.split(/\s+/),
)

function tracked(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  return listed.toString('utf8').split('\0').filter(Boolean)
}

const files = tracked().filter((file) => product.test(file))

it('every import keeps the law', () => {
  const breaches = files.flatMap((file) => importsOf(root, file).map(breach)).filter((reason) => reason !== null)
  expect(breaches).toEqual([])
})

it('the law reads every product file, and each has something to read', () => {
  expect(files.length).toBeGreaterThan(30)
  const silent = files.filter((file) => identifiersOf(readFileSync(join(root, file), 'utf8')).size === 0)
  expect(silent).toEqual([])
})

it('no clock, randomness, network or process in checks, scores, reports and nouns', () => {
  const pure = files.filter((file) => pureFolders.some((folder) => file.startsWith(folder)))
  const uses = pure.flatMap((file) => {
    const names = identifiersOf(readFileSync(join(root, file), 'utf8'))
    return forbiddenNames.filter((name) => names.has(name)).map((name) => `${file} uses ${name}`)
  })
  expect(uses).toEqual([])
})

it('no test replaces our own code by a mock, or leaves others out', () => {
  const tests = tracked().filter((file) => /^test\/.*\.ts$/.test(file) && file !== 'test/house/architecture.test.ts')
  const evasions = tests.filter((file) =>
    /vi\.(mock|spyOn|stubGlobal)\(|\b(it|describe|test)\.only\b/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(tests.length).toBeGreaterThan(30)
  expect(evasions).toEqual([])
})

it('nothing stands at the top but what the architecture names', () => {
  const strangers = new Set(tracked().map((file) => file.split('/')[0] ?? file))
  expect([...strangers].filter((name) => !tops.has(name))).toEqual([])
})

it('the law itself tells a breach from what is allowed', () => {
  const ours = (from: string, to: string) => breach({ from, to, isOurs: true })
  const theirs = (from: string, to: string) => breach({ from, to, isOurs: false })
  expect(ours('checks/a/b.ts', 'store/snapshot/snapshot.ts')).toBeNull()
  expect(ours('checks/a/b.ts', 'crawler/crawl.ts')).toMatch(/may import store/)
  expect(ours('store/model/run.ts', 'store/sha256.ts')).toMatch(/nothing of ours/)
  expect(ours('reports/x.ts', 'cli/main.ts')).not.toBeNull()
  expect(theirs('crawler/crawl.ts', 'undici')).toMatch(/only crawler\/fetch/)
  expect(theirs('scoring/x.ts', 'node:fs')).not.toBeNull()
  expect(theirs('store/model/x.ts', 'zod')).toMatch(/nothing at all/)
  expect(identifiersOf('const a = Date.now(); new Date()')).toEqual(new Set(['a', 'Date.now', 'Date', 'new Date(0)']))
  expect(identifiersOf('"Date.now" // Math.random')).toEqual(new Set())
})
