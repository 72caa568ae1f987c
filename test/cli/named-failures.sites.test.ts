import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, expect, it } from 'vitest'
import type { RunReport } from '../../store/model/run-report.ts'
import { type Route, type ServedSite, serve } from '../support/serve.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(root, 'dist/cli/main.js')
const pages = 30
const concurrency = 8
const open: ServedSite[] = []
const underWay = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of underWay) child.kill('SIGKILL')
  for (const site of open.splice(0)) await site.close()
})

interface Ended {
  code: number | null
  stderr: string
}

/** A chain of pages, each late, with text that no compression makes small. */
async function slowSite(latencyMs: number): Promise<ServedSite> {
  const filler = randomBytes(30_000).toString('base64')
  const route =
    (n: number): Route =>
    (_request, response) => {
      const next = n < pages ? `<a href="/${n + 1}">下一頁</a>` : ''
      const body = `<!doctype html><html lang="zh-Hant-TW"><title>第${n}頁</title><p>${n} ${filler}${next}`
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body), latencyMs)
    }
  const routes = Object.fromEntries(Array.from({ length: pages + 1 }, (_, n) => [n === 0 ? '/' : `/${n}`, route(n)]))
  const site = await serve(routes)
  open.push(site)
  return site
}

interface Started {
  child: ChildProcess
  ended: Promise<Ended>
}

function start(site: ServedSite, out: string, more: { flags?: string[]; shell?: string } = {}): Started {
  const flags = ['--allow-private', '--browser', 'none', '--quiet', '--format', 'json', ...(more.flags ?? [])]
  const words = [process.execPath, program, 'audit', `${site.origin}/`, '--out', out, ...flags]
  const [command = '', ...args] =
    more.shell === undefined ? words : ['bash', '-c', `${more.shell}; exec "$@"`, '-', ...words]
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  underWay.add(child)
  let stderr = ''
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      underWay.delete(child)
      resolve({ code, stderr })
    })
  })
  return { child, ended }
}

const audit = (...args: Parameters<typeof start>) => start(...args).ended

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingjing-'))
}

async function untilAsked(site: ServedSite, requests: number): Promise<void> {
  while (site.requests.length < requests) await new Promise((resolve) => setTimeout(resolve, 20))
}

function runFolder(out: string): string {
  const [run = ''] = readdirSync(join(out, '127.0.0.1')).filter((name) => name !== 'latest')
  return join(out, '127.0.0.1', run)
}

function reportIn(out: string): RunReport {
  return JSON.parse(readFileSync(join(runFolder(out), 'report.json'), 'utf8')) as RunReport
}

const oneLine = /^[^\n]+\n$/

it('a disk that takes no more ends the run in one line, and the run is taken up when there is room', async () => {
  const site = await slowSite(5)
  const out = newFolder()
  const full = await audit(site, out, { shell: 'ulimit -f 900' })
  expect(full).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
  expect(full.stderr).toMatch(/快照無法讀寫|空間不足|上限/)
  expect(site.requests.length).toBeGreaterThan(5)
  const resumed = await audit(site, out, { flags: ['--resume'] })
  expect(resumed).toEqual({ code: 0, stderr: '' })
  expect(reportIn(out).coverage.pagesFetched).toBe(pages + 1)
  expect(site.requests.length).toBeLessThanOrEqual(new Set(site.requests).size + concurrency)
})

it('a stopped run has a partial report; taken up, it is the same run, and complete', async () => {
  const site = await slowSite(60)
  const out = newFolder()
  const { child, ended } = start(site, out)
  await untilAsked(site, 8)
  child.kill('SIGINT')
  expect((await ended).code).toBe(3)
  const partial = reportIn(out)
  expect(partial.run.outcome).toBe('partial')
  expect(await audit(site, out, { flags: ['--resume'] })).toEqual({ code: 0, stderr: '' })
  const whole = reportIn(out)
  const { id, startedAt } = partial.run
  expect(whole.run).toMatchObject({ id, startedAt, outcome: 'complete', policy: partial.run.policy })
  expect(whole.coverage).toMatchObject({ pagesFetched: pages + 1, skipped: {} })
  expect(site.requests.length).toBeLessThanOrEqual(new Set(site.requests).size + concurrency)
  expect(whole.coverage.first).toBeGreaterThanOrEqual(new Set(site.requests).size)
  expect(JSON.parse(readFileSync(join(runFolder(out), 'timings.json'), 'utf8'))).toMatchObject({
    runId: id,
    resumed: 1,
  })
})

it('a second program on the same run is refused in one line, and harms nothing', async () => {
  const site = await slowSite(1000)
  const out = newFolder()
  const first = start(site, out)
  await untilAsked(site, 3)
  const second = await audit(site, out, { flags: ['--resume'] })
  expect(second).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
  expect(second.stderr).toContain('另一個程式正在執行這次查核')
  first.child.kill('SIGINT')
  expect((await first.ended).code).toBe(3)
  expect(reportIn(out).run.outcome).toBe('partial')
})

it('a snapshot another program keeps writing to ends the run in one line, and is taken up when it is free', async () => {
  const site = await slowSite(60)
  const out = newFolder()
  const { ended } = start(site, out)
  await untilAsked(site, 5)
  const other = new SqliteDatabase(join(runFolder(out), 'snapshot.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  const locked = await ended
  other.exec('ROLLBACK')
  other.close()
  expect(locked).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
  expect(locked.stderr).toContain('快照正由另一個程式使用')
  expect(await audit(site, out, { flags: ['--resume'] })).toEqual({ code: 0, stderr: '' })
  expect(reportIn(out).coverage.pagesFetched).toBe(pages + 1)
  expect(site.requests.length).toBeLessThanOrEqual(new Set(site.requests).size + concurrency)
})

it('a snapshot that was removed during the run is said to be gone', async () => {
  const site = await slowSite(60)
  const out = newFolder()
  const { ended } = start(site, out)
  await untilAsked(site, 5)
  rmSync(join(runFolder(out), 'snapshot.sqlite'))
  expect(await ended).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
})

it('a snapshot that was damaged is not taken up, and other flags than before are refused', async () => {
  const site = await slowSite(60)
  const out = newFolder()
  const { child, ended } = start(site, out)
  await untilAsked(site, 5)
  child.kill('SIGKILL')
  await ended
  const changed = await audit(site, out, { flags: ['--resume', '--max-pages', '7'] })
  expect(changed).toMatchObject({ code: 2, stderr: expect.stringMatching(oneLine) })
  expect(changed.stderr).toContain('--max-pages')
  const snapshot = join(runFolder(out), 'snapshot.sqlite')
  for (const suffix of ['-wal', '-shm']) rmSync(snapshot + suffix, { force: true })
  writeFileSync(snapshot, randomBytes(50_000))
  const damaged = await audit(site, out, { flags: ['--resume'] })
  expect(damaged).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
  expect(damaged.stderr).toContain('快照檔已損毀')
})

it('a folder that cannot be written to is named', async () => {
  const site = await slowSite(0)
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  chmodSync(file, 0o400)
  const ended = await audit(site, file)
  expect(ended).toMatchObject({ code: 4, stderr: expect.stringMatching(oneLine) })
  expect(ended.stderr).toContain('無法建立資料夾')
  expect(existsSync(file)).toBe(true)
})
