import { existsSync } from 'node:fs'
import type { CDPSession } from 'playwright'
import { Lane } from '../crawler/browser/lane.ts'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { startProxy } from '../crawler/browser/proxy.ts'
import { stepLimits } from '../crawler/browser/step-limits.ts'
import { findBrowser } from '../crawler/find-browser.ts'
import type { StoredAnswer } from '../crawler/stored-answer.ts'
import { generateSite } from './generator/site.ts'

/**
 * Would axe be as good and cheaper without headers, menus and footers that are byte-identical to ones it has seen? Opens every
 * page of a generated site, runs axe over the whole page and over what is new on it, adds what it said of the repeated parts
 * before, and compares: `node bench/dist/bench/repeated-chunks.js [pages]`.
 */
const origin = 'http://speed.test'
const { answers } = generateSite(Number(process.argv[2] ?? 60), 1)

async function answer(url: string): Promise<StoredAnswer | null> {
  const found = answers.get(url.slice(origin.length))
  if (found === undefined) return { status: 404, headers: { 'content-type': 'text/html' }, body: null }
  return { status: found.status, headers: { 'content-type': found.mediaType }, body: found.body }
}

/** What the parts say of themselves: their hash as text, and where they stand. */
const readChunks = `[...document.querySelectorAll('header, nav, footer')].filter((part) => part.parentElement.closest('header, nav, footer') === null)
  .map((part, index) => { part.setAttribute('data-chunk', index); return { index, html: part.outerHTML.replace(/ data-chunk="\\d+"/, '') } })`

const run = (exclude: readonly string[]) => `axe.run(${JSON.stringify({ include: ['html'], exclude })}, {
  resultTypes: ['violations', 'incomplete'], elementRef: true, preload: { assets: ['media'], timeout: 1000 }
}).then((result) => [...result.violations, ...result.incomplete].flatMap(({ id, nodes }) => nodes.map((node) => {
  const part = node.element?.closest('[data-chunk]')
  return { rule: id, at: stableSelector(node.target, node.element), chunk: part === null || part === undefined ? null : Number(part.dataset.chunk) }
})))`

interface Hit {
  rule: string
  at: string
  chunk: number | null
}

/** Seconds of processor time of the page's main thread. */
async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

const known = new Map<string, Hit[]>()
const sums = { pages: 0, whole: 0, rest: 0, lost: 0, invented: 0, hits: 0, skipped: 0 }

async function examine(lane: Lane, url: string): Promise<void> {
  const open = await lane.visit({ id: 0, url, templateId: '', isShell: false, isKey: false }, stepLimits)
  const session = await open.browserPage.context().newCDPSession(open.browserPage)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await open.world.evaluate('loadAxe()')
  const chunks = await open.world.evaluate<{ index: number; html: string }[]>(readChunks)
  const repeated = chunks.filter(({ html }) => known.has(html))
  const begun = await threadSeconds(session)
  const whole = await open.world.settle<Hit[]>(run([]))
  const between = await threadSeconds(session)
  const rest = await open.world.settle<Hit[]>(run(repeated.map(({ index }) => `[data-chunk="${index}"]`)))
  const ended = await threadSeconds(session)
  const replicated = [...rest, ...repeated.flatMap(({ html }) => known.get(html) ?? [])]
  compare(url, whole, replicated)
  for (const { index, html } of chunks)
    known.set(
      html,
      whole.filter(({ chunk }) => chunk === index),
    )
  sums.pages += 1
  sums.whole += between - begun
  sums.rest += ended - between
  sums.skipped += repeated.length
  await session.detach()
}

function compare(url: string, whole: readonly Hit[], replicated: readonly Hit[]): void {
  const counted = (hits: readonly Hit[]) => {
    const counts = new Map<string, number>()
    for (const { rule, at } of hits) counts.set(`${rule} ${at}`, (counts.get(`${rule} ${at}`) ?? 0) + 1)
    return counts
  }
  const [a, b] = [counted(whole), counted(replicated)]
  sums.hits += whole.length
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const difference = (a.get(key) ?? 0) - (b.get(key) ?? 0)
    if (difference === 0) continue
    if (difference > 0) sums.lost += difference
    else sums.invented -= difference
    process.stdout.write(`${url}: ${key}: whole ${a.get(key) ?? 0}, in parts ${b.get(key) ?? 0}\n`)
  }
}

const proxy = await startProxy(answer, new AbortController().signal)
const lane = await Lane.open(findBrowser(process.env, ownBrowserPath(), existsSync), proxy)
if (!(lane instanceof Lane)) throw new Error(lane.detail)
for (const [path, { status, mediaType }] of answers)
  if (status === 200 && mediaType.startsWith('text/html')) await examine(lane, `${origin}${path}`)
await lane.close()
await proxy.close()
const each = (seconds: number) => (seconds / sums.pages).toFixed(3)
process.stdout.write(
  `${sums.pages} pages, ${sums.skipped} repeated parts left out
CPU seconds a page in axe: whole ${each(sums.whole)}, without repeated parts ${each(sums.rest)}
elements: ${sums.hits} found in whole pages, ${sums.lost} lost, ${sums.invented} invented\n`,
)
