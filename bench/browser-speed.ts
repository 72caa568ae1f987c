import { existsSync } from 'node:fs'
import { examinePages } from '../crawler/browser/examine.ts'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { findBrowser } from '../crawler/find-browser.ts'
import type { StoredAnswer } from '../crawler/stored-answer.ts'
import { createSnapshot, type SnapshotWriter } from '../store/snapshot/writer.ts'

/** Pages a second of the browser phase over a made-up site with shared style sheets, scripts and pictures: `node bench/dist/bench/browser-speed.js [pages]`. */
const origin = 'http://speed.test'
const pageCount = Number(process.argv[2] ?? 50)
const shared = Array.from({ length: 10 }, (_, n) => n)

function page(n: number): string {
  const styles = shared.map((s) => `<link rel="stylesheet" href="/s${s}.css">`).join('')
  const scripts = shared.map((s) => `<script src="/s${s}.js"></script>`).join('')
  const rows = Array.from(
    { length: 40 },
    (_, row) => `<li><a href="/p${row}">第 ${n} 頁第 ${row} 則公告：便民服務</a><img src="/i${row % 10}.png"></li>`,
  )
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${n}</title>${styles}</head><body><nav>${'<a href="/">首頁</a>'.repeat(30)}</nav><main><h1>${n}</h1><ul>${rows.join('')}</ul></main>${scripts}</body></html>`
}

const css = Array.from({ length: 200 }, (_, n) => `.c${n} { color: #${String(100 + n)}; margin: ${n}px }`).join('\n')
let asked = 0

async function answer(url: string): Promise<StoredAnswer | null> {
  asked += 1
  const path = url.slice(origin.length)
  const reply = (type: string, body: string) => ({
    status: 200,
    headers: { 'content-type': type, 'cache-control': 'max-age=600' },
    body: Buffer.from(body),
  })
  if (path.endsWith('.css')) return reply('text/css', css)
  if (path.endsWith('.js')) return reply('text/javascript', 'document.documentElement.dataset.x = "1"')
  if (path.endsWith('.png')) return reply('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return reply('text/html; charset=utf-8', page(Number(path.slice(2))))
}

function addPage(writer: SnapshotWriter, url: string): number {
  const body = writer.putBody(Buffer.from(url), 'text/html')
  const response = { kind: 'response', status: 200, headers: {}, mediaType: 'text/html', charset: null, body } as const
  const outcome = { ...response, bodyBytes: 0, truncated: false }
  const asked = { finalUrl: url, redirects: [], via: 'static', fetchedAt: '', durationMs: 0, tls: null } as const
  const resourceId = writer.addResource({ url, ...asked, outcome })
  const facts = { encoding: 'utf-8', title: null, language: null, mainText: '', textLength: 0, isShell: false }
  const empty = { templateId: '', links: [], metaTags: [], headings: [], dates: [], forms: [] }
  return writer.addPage({ ...facts, ...empty }, { url, resourceId, body, isInternal: () => true })
}

const writer = createSnapshot(':memory:')
const urls = Array.from({ length: pageCount }, (_, n) => `${origin}/p${n}`)
const pages = urls.map((url) => ({ id: addPage(writer, url), url, templateId: '', isShell: false, isKey: false }))
const begun = performance.now()
const outcome = await examinePages({
  mode: 'all',
  executablePath: findBrowser(process.env, ownBrowserPath(), existsSync),
  startUrl: urls[0] ?? '',
  pages,
  answer,
  writer,
  signal: new AbortController().signal,
  onProgress: () => undefined,
})
const seconds = (performance.now() - begun) / 1000
const rate = (pageCount / seconds).toFixed(2)
process.stdout.write(
  `${outcome.browserVersion}: ${pageCount} pages, ${seconds.toFixed(1)} s, ${rate} pages/s, ${asked} asked\n`,
)
