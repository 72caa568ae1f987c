import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCertificate } from '../../crawler/browser/self-signed-certificate.ts'
import { type Ended, folder, mingjing, mingjingIn, program, root, runFolder, smallSite } from '../support/program.ts'
import { answerWith, serve } from '../support/serve.ts'

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const withoutBrowser = ['--browser', 'none', '--quiet']

describe('what the operator gets wrong is one line and exit 2', () => {
  const wrong: [string, string[], RegExp][] = [
    ['not a URL', ['audit', 'nonsense'], /不是網址/],
    ['an unknown scheme', ['audit', 'ftp://agency.test/'], /不支援的網址格式/],
    [
      'no such folder',
      ['audit', '--dir', '/no/such/folder', '--as', 'https://a.test'],
      /找不到資料夾.*\/no\/such\/folder/,
    ],
    ['no such snapshot', ['check', '/no/such/snapshot.sqlite'], /找不到快照檔/],
    ['no such scoring scheme', ['audit', 'https://a.test/', '--scheme', 'none-such'], /沒有這個評分方案：none-such/],
    ['no such format', ['audit', 'https://a.test/', '--format', 'doc'], /沒有這個格式：doc/],
    ['no such check', ['checks', 'none/such'], /沒有這個檢測項/],
    ['no such command', ['nonsense'], /nonsense/],
  ]
  it.each(wrong)('%s', async (_, args, message) => {
    const ended = await mingjing(...args)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toMatch(/ {4}at /)
  })
})

it('a site that refuses the connection gets a report with that fact, and exit 3', async () => {
  const out = folder()
  const port = await closedPort()
  const ended = await mingjing('audit', `http://127.0.0.1:${port}/`, '--allow-private', '--out', out, ...withoutBrowser)
  expect(ended.code).toBe(3)
  expect(ended.stdout).toContain('網站無法連線')
  const report = JSON.parse(readFileSync(join(runFolder(out, '127.0.0.1'), 'report.json'), 'utf8'))
  expect(report.run.outcome).toBe('unreachable')
  expect(Object.keys(report.coverage.failed)).toEqual(['refused'])
}, 60_000)

it('a start page that answers 500 gets a report with that fact, and exit 3', async () => {
  const out = folder()
  const served = await serve({ '/': answerWith(500, { 'content-type': 'text/html' }, '<h1>Server Error</h1>') })
  const ended = await mingjing('audit', served.origin, '--allow-private', '--out', out, ...withoutBrowser)
  await served.close()
  expect(ended.code).toBe(3)
  expect(ended.stdout).toContain('500')
}, 60_000)

it('a certificate nobody vouches for gets a report with that fact, and exit 3', async () => {
  const out = folder()
  const { spkiHash: _, ...certificate } = createCertificate()
  const server = createHttpsServer(certificate, (_request, response) => response.end('not for us'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ended = await mingjing(
    'audit',
    `https://127.0.0.1:${port}/`,
    '--allow-private',
    '--out',
    out,
    ...withoutBrowser,
  )
  server.close()
  expect(ended.code).toBe(3)
  expect(ended.stdout).toContain('憑證')
  const report = JSON.parse(readFileSync(join(runFolder(out, '127.0.0.1'), 'report.json'), 'utf8'))
  expect(Object.keys(report.coverage.failed)).toEqual(['tls'])
}, 60_000)

it('without a browser the run goes on, accessibility is undetermined, and the doctor says what to install', async () => {
  const out = folder()
  const site = ['--dir', smallSite(), '--as', 'https://agency.test', '--out', out, '--quiet']
  const ended = await mingjingIn({ PATH: '/nowhere' }, 'audit', ...site)
  expect(ended.code).toBe(0)
  const report = JSON.parse(readFileSync(join(runFolder(out, 'agency.test'), 'report.json'), 'utf8'))
  expect(report.run.browserMissing).toBe('none-found')
  expect(report.measures['accessibility/axe-violations#violations']).toMatchObject({
    status: 'undetermined',
    value: null,
  })
  const doctor = await mingjingIn({ PATH: '/nowhere' }, 'doctor')
  expect(doctor.code).toBe(4)
  expect(doctor.stdout).toMatch(/瀏覽器：找不到.*請安裝 chromium/)
}, 60_000)

it('a private address is not asked without leave', async () => {
  const out = folder()
  const ended = await mingjing('audit', 'http://127.0.0.1:9/', '--out', out, ...withoutBrowser)
  expect(ended.code).toBe(3)
  const report = JSON.parse(readFileSync(join(runFolder(out, '127.0.0.1'), 'report.json'), 'utf8'))
  expect(Object.keys(report.coverage.failed)).toEqual(['private-address'])
}, 60_000)

describe('a folder audited under its future name', () => {
  const out = folder()
  let ended: Ended
  let run: string

  beforeAll(async () => {
    ended = await mingjing(
      'audit',
      '--dir',
      smallSite(),
      '--as',
      'https://www.agency.test',
      '--out',
      out,
      ...withoutBrowser,
    )
    run = runFolder(out, 'agency.test')
  }, 60_000)

  it('ends well and says where the report is', () => {
    expect(ended.stderr).toBe('')
    expect(ended.code).toBe(0)
    expect(ended.stdout).toContain(join(run, 'index.html'))
    for (const file of ['index.html', 'report.json', 'findings.csv', 'snapshot.sqlite', 'checks.json', 'sheets.json']) {
      expect(existsSync(join(run, file)), file).toBe(true)
    }
    expect(existsSync(join(out, 'agency.test/latest/index.html'))).toBe(true)
    const overview = readFileSync(join(out, 'index.html'), 'utf8')
    expect(overview).toContain('共1個機關')
    expect(overview).toMatch(/href="agency\.test\/[^"]+\/index\.html"/)
  })

  it('names the dead link under the origin, never under loopback', () => {
    const text = readFileSync(join(run, 'report.json'), 'utf8')
    expect(JSON.parse(text).links.dead).toMatchObject([{ url: 'https://www.agency.test/gone.html', status: 404 }])
    expect(text).not.toContain('127.0.0.1')
  })

  it('gives the same bytes stage by stage', async () => {
    const again = folder()
    cpSync(join(run, 'snapshot.sqlite'), join(again, 'snapshot.sqlite'))
    for (const stage of ['check', 'score', 'report']) expect((await mingjing(stage, again)).code, stage).toBe(0)
    for (const file of ['checks.json', 'sheets.json', 'report.json', 'index.html']) {
      expect(readFileSync(join(again, file), 'utf8'), file).toBe(readFileSync(join(run, file), 'utf8'))
    }
  }, 60_000)

  it('can be traced from a score to the regulation and to bytes', async () => {
    const traced = await mingjing('trace', run, 'wra-105', 'disclosure-ratio')
    expect(traced.code).toBe(0)
    expect(traced.stdout).toMatch(/002_f7252ae78c466716\.txt/)
    expect(traced.stdout).toMatch(/[0-9a-f]{64}/)
    expect((await mingjing('trace', run, 'wra-105', 'none-such')).code).toBe(2)
  }, 60_000)

  it('can be asked what to mend first, under one scheme and for programs', async () => {
    const told = await mingjing('advise', run, '--top', '3')
    expect(told.code).toBe(0)
    expect(told.stdout).toMatch(/^1\. /m)
    expect(told.stdout).not.toMatch(/^4\. /m)
    const list = JSON.parse((await mingjing('advise', run, 'leap-106', '--json')).stdout) as { schemeId: string }[]
    expect(new Set(list.map(({ schemeId }) => schemeId))).toEqual(new Set(['leap-106']))
    expect((await mingjing('advise', run, 'none-such')).code).toBe(2)
  }, 60_000)

  it('a stage whose forerunner is missing says which to run', async () => {
    const bare = folder()
    cpSync(join(run, 'snapshot.sqlite'), join(bare, 'snapshot.sqlite'))
    const scored = await mingjing('score', bare)
    expect(scored.code).toBe(2)
    expect(scored.stderr).toMatch(/mingjing check/)
    rmSync(bare, { recursive: true })
  }, 60_000)
})

it('an agency is set up from flags, once, and what is missing is named where nobody can be asked', async () => {
  const to = folder()
  const common = ['init', 'wra', '--url', 'https://www.agency.test/', '--to', to]
  const missing = await mingjing(...common)
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/機關全銜.*--name/)])
  const done = await mingjing(...common, '--name', '經濟部水利署', '--collegial', 'no')
  expect(done.code).toBe(0)
  expect(done.stdout).toContain('下一步：mingjing audit wra')
  const text = readFileSync(join(to, 'agencies/wra.yaml'), 'utf8')
  expect(text).toMatch(/^# yaml-language-server: \$schema=/)
  expect(text).toMatch(/^isCollegial: false$/m)
  expect(existsSync(join(to, 'declarations/wra.yaml'))).toBe(true)
  expect((await mingjing(...common, '--name', '他')).code).toBe(2)
}, 60_000)

it('a target that is missed ends with 1, one that cannot be compared with 2', async () => {
  const common = ['audit', '--dir', smallSite(), '--as', 'https://agency.test', '--out', folder(), ...withoutBrowser]
  const ended = await mingjing(...common, '--fail-below', '200')
  expect([1, 2]).toContain(ended.code)
  if (ended.code === 2) expect(ended.stderr).toMatch(/沒有推估/)
}, 60_000)

it('JSON lines: every line is an event, the last one is the summary', async () => {
  const ended = await mingjing(
    'audit',
    '--dir',
    smallSite(),
    '--as',
    'https://agency.test',
    '--out',
    folder(),
    '--browser',
    'none',
    '--json',
  )
  const events = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.at(-1)).toMatchObject({ event: 'summary', outcome: 'complete' })
}, 60_000)

it('Ctrl-C ends a run gracefully: a valid partial report, and exit 3', async () => {
  const links = Array.from({ length: 200 }, (_, n) => `<a href="/${n}">第${n}頁</a>`).join(' ')
  const pages = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`/${n}`, `<title>${n}</title><p>內容`]))
  const served = await serve({ '/': `<title>首頁</title>${links}`, ...pages })
  const out = folder()
  const args = ['audit', served.origin, '--allow-private', '--rate', '20', '--out', out, ...withoutBrowser]
  const child = spawn(process.execPath, [program, ...args], { cwd: root })
  while (served.requests.length < 10) await new Promise((resolve) => setTimeout(resolve, 50))
  child.kill('SIGINT')
  const code = await new Promise((resolve) => child.on('close', resolve))
  await served.close()
  const report = JSON.parse(readFileSync(join(runFolder(out, '127.0.0.1'), 'report.json'), 'utf8'))
  expect(code).toBe(3)
  expect(report.run.outcome).toBe('partial')
  expect(report.coverage.skipped['not-reached']).toBeGreaterThan(100)
  expect(existsSync(join(out, '127.0.0.1/latest'))).toBe(false)
}, 60_000)

it('the lists of checks and schemes are there for people and for programs', async () => {
  const checks = await mingjing('checks', '--json')
  expect(JSON.parse(checks.stdout).length).toBeGreaterThan(0)
  const [{ id }] = JSON.parse(checks.stdout)
  expect((await mingjing('checks', id)).stdout).toMatch(/^# /)
  expect(JSON.parse((await mingjing('schemes', '--json')).stdout)).toContainEqual(
    expect.objectContaining({ id: 'wra-105' }),
  )
}, 60_000)

it('the doctor names every organ', async () => {
  const { stdout } = await mingjing('doctor')
  for (const organ of ['瀏覽器', '中文字型', '磁碟', '資料庫', '網路', '時鐘']) expect(stdout).toContain(organ)
}, 60_000)
