import { existsSync } from 'node:fs'
import { examinePages } from '../crawler/browser/examine.ts'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { findBrowser } from '../crawler/find-browser.ts'
import type { StoredAnswer } from '../crawler/stored-answer.ts'
import type { AxeArtifact } from '../store/model/artifact.ts'
import { createSnapshot, type SnapshotWriter } from '../store/snapshot/writer.ts'
import { Descendants } from './descendants.ts'
import { generateSite } from './generator/site.ts'

/**
 * Pages a second, CPU time and memory of the browser phase over the generator's pages, every page with axe's full rule set:
 * `node bench/dist/bench/browser-speed.js [pages]`.
 */
const origin = 'http://speed.test'
const pageCount = Number(process.argv[2] ?? 120)
const { answers } = generateSite(pageCount, 1)

async function answer(url: string): Promise<StoredAnswer | null> {
  const found = answers.get(url.slice(origin.length))
  if (found === undefined) return { status: 404, headers: { 'content-type': 'text/html' }, body: null }
  return { status: found.status, headers: { 'content-type': found.mediaType }, body: found.body }
}

function addPage(writer: SnapshotWriter, url: string): number {
  const body = writer.putBody(Buffer.from(url), 'text/html')
  const response = { kind: 'response', status: 200, headers: {}, mediaType: 'text/html', charset: null, body } as const
  const outcome = { ...response, bodyBytes: 0, truncated: false }
  const asked = { finalUrl: url, redirects: [], via: 'static', fetchedAt: '', durationMs: 0, tls: null } as const
  const resourceId = writer.addResource({ url, ...asked, outcome })
  const facts = {
    encoding: 'utf-8',
    title: null,
    language: null,
    mainText: '',
    textLength: 0,
    isShell: false,
    refreshUrl: null,
  }
  const empty = { templateId: '', surface: [], links: [], metaTags: [], headings: [], dates: [], forms: [] }
  return writer.addPage({ ...facts, ...empty }, { url, resourceId, body, isInternal: () => true })
}

/** Groups axe found on all pages together, and pages it looked at: what a faster run must find as well. */
function found(writer: SnapshotWriter): { pages: number; groups: number } {
  const artifacts = writer.written.artifactsAfter(0, 'axe').map(({ body }) => {
    const content = writer.getBody(body)
    return JSON.parse(Buffer.from(content ?? []).toString()) as AxeArtifact
  })
  const examined = artifacts.filter(({ status }) => status === 'examined')
  return { pages: examined.length, groups: examined.reduce((sum, { groups }) => sum + groups.length, 0) }
}

const writer = createSnapshot(':memory:')
const urls = [...answers].filter(([, { status, mediaType }]) => status === 200 && mediaType.startsWith('text/html'))
const pages = urls.map(([path]) => {
  const url = `${origin}${path}`
  return { id: addPage(writer, url), url, templateId: '', isShell: false, isKey: false }
})
const browsers = new Descendants()
const ownCpu = process.cpuUsage()
const begun = performance.now()
let afterHundred: string | null = null
const outcome = await examinePages({
  mode: 'all',
  randomRest: { share: 0, atLeast: 0 },
  seed: '',
  executablePath: findBrowser(process.env, ownBrowserPath(), existsSync),
  startUrl: `${origin}/`,
  pages,
  answer,
  writer,
  signal: new AbortController().signal,
  onProgress: (done) => {
    if (done === 100) afterHundred = `${browsers.megabytes.toFixed(0)} MB after 100 pages, `
    if (done === pages.length) browsers.look()
  },
})
browsers.stop()
const seconds = (performance.now() - begun) / 1000
const { user, system } = process.cpuUsage(ownCpu)
const perPage = (cpuSeconds: number) => (cpuSeconds / pages.length).toFixed(3)
const sum = found(writer)
process.stdout.write(
  `${outcome.browserVersion}: ${pages.length} pages, ${seconds.toFixed(1)} s, ${(pages.length / seconds).toFixed(2)} pages/s
CPU seconds a page: browser ${perPage(browsers.cpuSeconds())}, ours ${perPage((user + system) / 1e6)}
browser memory: ${afterHundred ?? ''}${browsers.peakMegabytes.toFixed(0)} MB at most
examined ${sum.pages}, groups found ${sum.groups}\n`,
)
