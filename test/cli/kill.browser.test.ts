import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { RunReport } from '../../store/model/run-report.ts'
import { type Mark, type Moment, marks, momentsOf } from '../support/audit-marks.ts'
import { canonicalTables } from '../support/canonical-snapshot.ts'
import { type EndedAudit, KillableAudit } from '../support/killable-audit.ts'
import { serveKilledSite } from '../support/killed-site.ts'
import { folder } from '../support/program.ts'

/**
 * At least so many, in runs that are killed up to eleven times each. A long run: `MINGJING_KILLS=200 npx vitest run --project browser
 * test/cli/kill.browser.test.ts`. On 27 November 2026, on 2 cores at load 15 to 25: 61 kills in 9 runs (7 while it crawled, 9 after
 * documents, 5 in the browser, 5 after the search, 15 from other hosts to sealing, 17 in checks, scoring and reports, 3 at the
 * start), and every table, report and list of files equal to those of the run nobody touched.
 */
const kills = Number(process.env['MINGJING_KILLS'] ?? 20)
const seed = Number(process.env['MINGJING_KILL_SEED'] ?? 20261122)
const concurrency = 8

let underWay: KillableAudit | null = null
const { site, other, close } = await serveKilledSite((mark) => underWay?.reach(mark))

afterAll(async () => {
  underWay?.kill()
  await close()
})

/** Mulberry32: the same draws in every run of the test. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function audit(out: string, options: { resume: boolean }): KillableAudit {
  // The usual seed is the day's, and midnight in Taipei may pass.
  const how = ['--allow-private', '--browser', 'sample', '--external', 'check', '--seed', 'kill']
  const args = [`${site.origin}/`, '--out', out, ...how]
  underWay = new KillableAudit([...args, ...(options.resume ? ['--resume'] : [])])
  return underWay
}

interface Finished {
  report: RunReport
  tables: Record<string, string[]>
  files: string[]
}

function finishedIn(out: string): Finished {
  const latest = join(out, '127.0.0.1', 'latest')
  const report = JSON.parse(readFileSync(join(latest, 'report.json'), 'utf8')) as RunReport
  const files = readdirSync(latest, { recursive: true }).map(String).sort()
  return { report, tables: canonicalTables(join(latest, 'snapshot.sqlite')), files }
}

/** The report without what belongs to one run alone: its id, its times, how often it asked. */
function comparable({ run, coverage, sheets, ...rest }: RunReport): unknown {
  const { id: _id, startedAt: _started, finishedAt: _finished, snapshotSha256: _sha256, ...head } = run
  const { requests: _requests, first: _first, retries: _retries, confirmations: _confirmations, ...seen } = coverage
  return { head, seen, sheets: sheets.map(({ runId: _runId, ...sheet }) => sheet), ...rest }
}

const isNothingLeft = ({ code, stderr }: EndedAudit) => code === 2 && stderr.includes('沒有未完成的查核')

/** Kills one run again and again, then lets it end; returns the marks after which it was killed. */
async function killedUntilDone(out: string, moments: Moment[], usualMs: (mark: Mark) => number): Promise<Mark[]> {
  const killed: Mark[] = []
  let isBegun = false
  for (const moment of [...moments, null]) {
    const program = audit(out, { resume: isBegun })
    const ended = await (moment === null ? program.ended : program.killAt(moment, usualMs))
    // Killed when all was written, and only the program had not left yet.
    if (isNothingLeft(ended) && existsSync(join(out, '127.0.0.1', 'latest'))) return killed
    if (ended.code === null) killed.push(ended.reached)
    else if (!isNothingLeft(ended)) {
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      return killed
    }
    // Killed before it had begun: there is nothing to take up, and it says so.
    isBegun = !isNothingLeft(ended)
  }
  return killed
}

it(`a run killed at any of ${kills} moments ends as if nobody had touched it`, async ({ annotate }) => {
  const random = randomFrom(seed)
  const wholeOut = folder()
  const whole = audit(wholeOut, { resume: false })
  expect(await whole.ended).toMatchObject({ code: 0, stderr: '' })
  const usualMs = new Map(marks.map((mark) => [mark, whole.lastedMs(mark)]))
  expect(marks.filter((mark) => usualMs.get(mark) === 0)).toEqual([])
  const expected = finishedIn(wholeOut)
  const asked = { site: site.requests.length, other: other.requests.length }
  const unasked = await audit(wholeOut, { resume: true }).ended
  expect(unasked).toMatchObject({ code: 2 })
  expect(unasked.stderr).toMatch(/^.*沒有未完成的查核.*\n$/)

  const killedAfter: Mark[] = []
  while (killedAfter.length < kills) {
    const out = folder()
    site.requests.length = 0
    other.requests.length = 0
    const killed = await killedUntilDone(out, momentsOf(random), (mark) => usualMs.get(mark) ?? 0)
    const finished = finishedIn(out)
    expect(comparable(finished.report)).toEqual(comparable(expected.report))
    expect(finished.tables).toEqual(expected.tables)
    expect(finished.files).toEqual(expected.files)
    for (const [requests, once] of [
      [site.requests, asked.site],
      [other.requests, asked.other],
    ] as const) {
      expect(requests.length).toBeLessThanOrEqual(once + killed.length * concurrency)
      expect(requests.length).toBeGreaterThanOrEqual(once)
    }
    const runs = readdirSync(join(out, '127.0.0.1')).filter((name) => name !== 'latest')
    expect(runs.at(-1)).toBe(finished.report.run.id)
    killedAfter.push(...killed)
  }
  await annotate(`killed after ${killedAfter.join(', ')}`)
}, 1_200_000)
