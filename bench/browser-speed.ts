import { existsSync } from 'node:fs'
import { examinePages } from '../crawler/browser/examine.ts'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { findBrowser } from '../crawler/find-browser.ts'
import type { StoredAnswer } from '../crawler/stored-answer.ts'
import type { AxeArtifact } from '../store/model/artifact.ts'
import { createSnapshot, type SnapshotWriter } from '../store/snapshot/writer.ts'
import { examineBare } from './bare-browser.ts'
import { Descendants } from './descendants.ts'
import { generateSite } from './generator/site.ts'
import { median } from './measured.ts'

/**
 * Pages a second, CPU time and memory of the browser phase over the generator's pages, every page with axe's full rule set,
 * in turn with a bare prototype over the same pages: `node bench/dist/bench/browser-speed.js [pages] [rounds]`.
 */
const origin = 'http://speed.test'
const [pageCount = 120, rounds = 1] = process.argv.slice(2).map(Number)
const { answers } = generateSite(pageCount, 1)
const found = findBrowser(process.env, ownBrowserPath(), existsSync)
const paths = [...answers].filter(([, { status, mediaType }]) => status === 200 && mediaType.startsWith('text/html'))

interface Measure {
  pagesPerSecond: number
  browserCpu: number
  ownCpu: number
  afterHundred: number
  peak: number
  elements: number
}

type Contestant = (onPage: (done: number) => void) => Promise<number>

/** Elements axe named, violations and questions. */
const contestants: Readonly<Record<string, Contestant>> = {
  ours: examineOurs,
  bare: (onPage) => bare([], onPage),
  'bare, no optimising compilers': (onPage) => bare(['--js-flags=--no-opt --no-maglev'], onPage),
}

function bare(args: readonly string[], onPage: (done: number) => void): Promise<number> {
  const own = paths.map(([path]) => path)
  return examineBare(found ?? '', ['--mute-audio', ...args], answers, own, onPage)
}

async function answer(url: string): Promise<StoredAnswer | null> {
  const known = answers.get(url.slice(origin.length))
  if (known === undefined) return { status: 404, headers: { 'content-type': 'text/html' }, body: null }
  return { status: known.status, headers: { 'content-type': known.mediaType }, body: known.body, isLasting: true }
}

async function examineOurs(onPage: (done: number) => void): Promise<number> {
  const writer = createSnapshot(':memory:')
  const pages = paths.map(([path]) => {
    const url = `${origin}${path}`
    return { id: addPage(writer, url), url, templateId: '', isShell: false, isKey: false }
  })
  const signal = new AbortController().signal
  const choice = { mode: 'all', randomRest: { share: 0, atLeast: 0 }, seed: '', startUrl: `${origin}/` } as const
  const phase = { ...choice, executablePath: found, pages, answer, writer, signal } as const
  await examinePages({ ...phase, onProgress: onPage })
  return elementsFound(writer)
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

/** What a faster run must find as well. */
function elementsFound(writer: SnapshotWriter): number {
  const groups = writer.written.artifactsAfter(0, 'axe').flatMap(({ body }) => {
    return (JSON.parse(Buffer.from(writer.getBody(body) ?? []).toString()) as AxeArtifact).groups
  })
  return groups.reduce((sum, { count }) => sum + count, 0)
}

async function measure(contestant: Contestant): Promise<Measure> {
  const browsers = new Descendants()
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  let afterHundred = Number.NaN
  const elements = await contestant((done) => {
    if (done === 100 || done === paths.length) browsers.look()
    if (done === 100) afterHundred = browsers.megabytes
  })
  browsers.stop()
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    pagesPerSecond: paths.length / ((performance.now() - begun) / 1000),
    browserCpu: browsers.cpuSeconds() / paths.length,
    ownCpu: (user + system) / 1e6 / paths.length,
    afterHundred,
    peak: browsers.peakMegabytes,
    elements,
  }
}

const measures = new Map<string, Measure[]>()
for (let round = 0; round < rounds; round += 1)
  for (const [name, contestant] of Object.entries(contestants))
    measures.set(name, [...(measures.get(name) ?? []), await measure(contestant)])

process.stdout.write(`${paths.length} pages, median of ${rounds}\n`)
for (const [name, all] of measures) {
  const of = (key: keyof Measure) => median(all.map((one) => one[key]))
  process.stdout.write(
    `${name}: ${of('pagesPerSecond').toFixed(2)} pages/s, CPU seconds a page: browser ${of('browserCpu').toFixed(3)}, ` +
      `this process ${of('ownCpu').toFixed(3)}; ${of('afterHundred').toFixed(0)} MB after 100 pages, ` +
      `${of('peak').toFixed(0)} MB at most; ${of('elements')} elements named\n`,
  )
}
