import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import type { RunReport } from '../../store/model/run-report.ts'
import { canonicalTables } from '../support/canonical-snapshot.ts'
import { type CountingSite, serveCounting } from '../support/killed-site.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(root, 'dist/cli/main.js')
/** A long run: `MINGJING_KILLS=200 npx vitest run --project browser test/cli/kill.browser.test.ts`. */
const kills = Number(process.env['MINGJING_KILLS'] ?? 20)
const seed = Number(process.env['MINGJING_KILL_SEED'] ?? 20261122)
const concurrency = 8

const site = await serveCounting()
const underWay = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of underWay) child.kill('SIGKILL')
  await site.close()
})

/** Mulberry32: the same moments in every run of the test. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Ended {
  code: number | null
  stderr: string
  ms: number
}

/** Runs an audit to its end, or kills it after so many milliseconds; then `code` is `null`. */
function audit(out: string, options: { resume: boolean; killAfterMs: number | null }): Promise<Ended> {
  const args = ['audit', `${site.origin}/`, '--out', out, '--allow-private', '--quiet', '--browser', 'sample']
  const child = spawn(process.execPath, [program, ...args, ...(options.resume ? ['--resume'] : [])], { cwd: root })
  underWay.add(child)
  const startedMs = performance.now()
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const timer = options.killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      underWay.delete(child)
      resolve({ code, stderr, ms: performance.now() - startedMs })
    })
  })
}

interface Finished {
  report: RunReport
  tables: Record<string, string[]>
  files: string[]
}

function finishedIn(out: string): Finished {
  const folder = join(out, '127.0.0.1', 'latest')
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as RunReport
  const files = readdirSync(folder, { recursive: true }).map(String).sort()
  return { report, tables: canonicalTables(join(folder, 'snapshot.sqlite')), files }
}

/** The report without what belongs to one run alone: its id, its times, how often it asked. */
function comparable({ run, coverage, sheets, ...rest }: RunReport): unknown {
  const { id: _id, startedAt: _started, finishedAt: _finished, snapshotSha256: _sha256, ...head } = run
  const { requests: _requests, first: _first, retries: _retries, confirmations: _confirmations, ...seen } = coverage
  return { head, seen, sheets: sheets.map(({ runId: _runId, ...sheet }) => sheet), ...rest }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingjing-kill-'))
}

/** Kills one run at random moments until it is done; returns how often it was killed, at most `atMost`. */
async function killedUntilDone(out: string, wholeMs: number, random: () => number, atMost: number): Promise<number> {
  let killed = 0
  let isBegun = false
  for (;;) {
    const killAfterMs = killed < atMost ? wholeMs * (0.1 + 0.9 * random()) : null
    const ended = await audit(out, { resume: isBegun, killAfterMs })
    const isNothingLeft = ended.code === 2 && ended.stderr.includes('沒有未完成的查核')
    // Killed when all was written, and only the program had not left yet.
    if (isNothingLeft && existsSync(join(out, '127.0.0.1', 'latest'))) return killed
    // Killed before it had begun: there is nothing to take up, and it says so.
    if (isNothingLeft) isBegun = false
    else if (ended.code === null) {
      killed += 1
      isBegun = true
    } else {
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      return killed
    }
  }
}

function requestsSince(counting: CountingSite, before: number): number {
  return counting.requests.length - before
}

it(`a run killed at any of ${kills} moments ends as if nobody had touched it`, async () => {
  const random = randomFrom(seed)
  const wholeOut = newFolder()
  const whole = await audit(wholeOut, { resume: false, killAfterMs: null })
  expect(whole).toMatchObject({ code: 0, stderr: '' })
  const expected = finishedIn(wholeOut)
  const asked = site.requests.length
  const unasked = await audit(wholeOut, { resume: true, killAfterMs: null })
  expect(unasked).toMatchObject({ code: 2 })
  expect(unasked.stderr).toMatch(/^.*沒有未完成的查核.*\n$/)

  let done = 0
  while (done < kills) {
    const out = newFolder()
    const before = site.requests.length
    const killed = await killedUntilDone(out, whole.ms, random, kills - done)
    const finished = finishedIn(out)
    expect(comparable(finished.report)).toEqual(comparable(expected.report))
    expect(finished.tables).toEqual(expected.tables)
    expect(finished.files).toEqual(expected.files)
    expect(requestsSince(site, before)).toBeLessThanOrEqual(asked + killed * concurrency)
    expect(requestsSince(site, before)).toBeGreaterThanOrEqual(asked)
    const runs = readdirSync(join(out, '127.0.0.1')).filter((name) => name !== 'latest')
    expect(runs.at(-1)).toBe(finished.report.run.id)
    done += Math.max(1, killed)
  }
}, 1_200_000)
