import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { policyOfFlags } from '../../cli/policy-of-flags.ts'
import { makeProgress } from '../../cli/progress.ts'
import { auditRun } from '../../cli/run-audit.ts'
import { beginRun, newestSnapshot } from '../../cli/stages/run-in-work.ts'
import { unknownAgency } from '../../config/read-agency.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { canonicalTables } from '../support/canonical-snapshot.ts'

const newsPages = 12
const served = { bodies: 0, unchanged: 0 }
const content = new Map<string, [type: string, body: string]>()

function page(title: string, main: string): [string, string] {
  const head = `<meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/s.css">`
  const body = `<nav><a href="/">首頁</a> <a href="/app">應用</a></nav><main>${main}</main>`
  return [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="zh-Hant-TW"><head>${head}</head><body>${body}</body></html>`,
  ]
}

const script = (text: string): [string, string] => [
  'text/javascript',
  `document.getElementById('root').innerHTML = '<a href="/news/1">${text}</a>' + '內容'.repeat(200)`,
]
const news = (n: number, text: string) =>
  page(
    `消息${n}`,
    `<h1>消息${n}</h1><p>${text} ${n < newsPages ? `<a href="/news/${n + 1}">下一則</a>` : '<a href="/gone">舊文</a>'}`,
  )

content.set('/', page('首頁', '<h1>水資源局</h1><a href="/news/1">消息</a>'))
content.set('/app', [
  'text/html',
  '<!doctype html><title>應用</title><div id="root"></div><script src="/app.js"></script>',
])
content.set('/app.js', script('最新消息'))
content.set('/s.css', ['text/css', 'main{color:#222}'])
for (let n = 1; n <= newsPages; n += 1) content.set(`/news/${n}`, news(n, '本局公告。'))

const server = createServer((request, response) => {
  const found = content.get(request.url ?? '/')
  if (found === undefined) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<p>找不到您的頁面！')
    return
  }
  const [type, body] = found
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  const isHeld = request.headers['if-none-match'] === etag
  served[isHeld ? 'unchanged' : 'bodies'] += 1
  if (isHeld) response.writeHead(304, { etag }).end()
  else response.writeHead(200, { 'content-type': type, etag }).end(body)
})
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

interface Outcome {
  report: RunReport
  tables: Record<string, string[]>
  bodies: number
  unchanged: number
  browserMs: number
}

async function audit(out: string, isSinceLast: boolean): Promise<Outcome> {
  Object.assign(served, { bodies: 0, unchanged: 0 })
  const site = { agency: unknownAgency('agency.test'), origin, start: `${origin}/`, folder: null }
  const policy = policyOfFlags(site, { allowPrivate: true, browser: 'all' }, new Date())
  const earlier = isSinceLast ? newestSnapshot(site.agency.id, out) : null
  const quiet = makeProgress('quiet', { write: () => undefined, isTty: false, nowMs: () => 0 })
  const output = { out, schemeIds: [], formats: ['json' as const] }
  const { report, folder } = await auditRun(
    beginRun(site, policy, out, earlier),
    output,
    quiet,
    new AbortController().signal,
  )
  const { stages } = JSON.parse(readFileSync(join(folder, 'timings.json'), 'utf8')) as {
    stages: { stage: string; ms: number }[]
  }
  const browserMs = stages.find(({ stage }) => stage === 'browser')?.ms ?? 0
  return { report, tables: canonicalTables(join(folder, 'snapshot.sqlite')), ...served, browserMs }
}

/** All that is said of the site; not which run said it, nor how much had to be fetched for it. */
function said({ run: _run, coverage, sheets, ...rest }: RunReport): unknown {
  const { notModified: _notModified, ...seen } = coverage
  return { seen, sheets: sheets.map(({ runId: _runId, ...sheet }) => sheet), ...rest }
}

it('a run since the last one fetches what changed, looks at what that touches, and says what a full one says', async () => {
  const out = mkdtempSync(join(tmpdir(), 'mingjing-since-'))
  const first = await audit(out, false)
  expect(first).toMatchObject({ bodies: content.size, unchanged: 0 })
  content.set('/news/5', news(5, '本局公告已更正。<img src="/s.css">'))
  content.set('/app.js', script('更多消息'))

  const since = await audit(out, true)
  expect(since).toMatchObject({ bodies: 2, unchanged: content.size - 2 })
  expect(since.report.coverage.notModified).toBe(content.size - 2)
  const whole = await audit(mkdtempSync(join(tmpdir(), 'mingjing-since-')), false)
  expect(said(since.report)).toEqual(said(whole.report))
  const unmarked = (rows: readonly string[] = []) =>
    rows.map((row) => row.replace('"reason":"not-modified"', '"reason":null'))
  expect({ ...since.tables, url: unmarked(since.tables['url']).sort() }).toEqual(whole.tables)

  const artifactsOf = (outcome: Outcome) => new Set(outcome.tables['artifact'])
  const renewed = [...artifactsOf(since)]
    .filter((row) => !artifactsOf(first).has(row))
    .map((row) => JSON.parse(row).page)
  expect(new Set(renewed)).toEqual(
    new Set([`${origin}/news/5`, `${origin}/app`].filter((url) => renewed.includes(url))),
  )
  expect(renewed).toContain(`${origin}/app`)
})

it('without a run before, everything is fetched', async () => {
  const out = mkdtempSync(join(tmpdir(), 'mingjing-since-'))
  expect(newestSnapshot('agency.test', out)).toBeNull()
})
