import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page as BrowserPage } from 'playwright'
import { Lane } from '../crawler/browser/lane.ts'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { axeGroups } from '../crawler/browser/observers/axe.ts'
import { startProxy } from '../crawler/browser/proxy.ts'
import { stepLimits } from '../crawler/browser/step-limits.ts'
import { findBrowser } from '../crawler/find-browser.ts'
import { type CorpusPage, corpusAnswer, corpusPages } from './corpus-pages.ts'

/**
 * Compares what our wrapper keeps with what bare axe-core finds on the same open page:
 * `node bench/dist/bench/axe-on-corpora.js [every nth page]`.
 */
const bare = createRequire(import.meta.url)('axe-core') as {
  source: string
  getRules(): { ruleId: string; actIds?: string[] }[]
}

/** Outcome and rule -> number of elements. */
type Counts = Record<string, number>

interface BareResult {
  violations: { id: string; nodes: unknown[] }[]
  incomplete: { id: string; nodes: unknown[] }[]
}

const actIds = new Map(bare.getRules().map(({ ruleId, actIds = [] }) => [ruleId, actIds]))
const tally: Counts = {}

function count(name: string, by = 1): void {
  tally[name] = (tally[name] ?? 0) + by
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function ourCounts(open: Awaited<ReturnType<Lane['visit']>>): Promise<Counts> {
  const counts: Counts = {}
  for (const { outcome, rule, count: elements } of await axeGroups(open.world)) {
    counts[`${outcome} ${rule}`] = (counts[`${outcome} ${rule}`] ?? 0) + elements
  }
  return counts
}

async function bareCounts(page: BrowserPage): Promise<Counts> {
  for (const frame of page.frames()) await frame.evaluate(bare.source)
  const options = { resultTypes: ['violations', 'incomplete'] }
  const result = await page.evaluate<BareResult>(`axe.run(document, ${JSON.stringify(options)})`)
  const rows = [
    ...result.violations.map(({ id, nodes }) => [`violation ${id}`, nodes.length] as const),
    ...result.incomplete.map(({ id, nodes }) => [`incomplete ${id}`, nodes.length] as const),
  ]
  return Object.fromEntries(rows)
}

/** Tells every rule whose number of elements is not the same. */
function compare(page: CorpusPage, ours: Counts, theirs: Counts): void {
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [mine = 0, bareOne = 0] = [ours[key], theirs[key]]
    count('elements bare axe-core reports', bareOne)
    count('elements we report', mine)
    if (mine === bareOne) continue
    count(mine < bareOne ? 'rules where we lose elements' : 'rules where we invent elements')
    print(`${page.url}: ${key}: bare ${bareOne}, ours ${mine}`)
  }
}

/** What the authors of the ACT cases expect, against the violations of axe's rules for that ACT rule. */
function judge({ act }: CorpusPage, ours: Counts): void {
  if (act === null) return
  const violated = Object.keys(ours).filter((key) => key.startsWith('violation '))
  const isFound = violated.some((key) => actIds.get(key.slice('violation '.length))?.includes(act.rule))
  const isCovered = [...actIds.values()].some((ids) => ids.includes(act.rule))
  if (isCovered) count(`ACT ${act.expected}: ${isFound ? 'a violation reported' : 'none reported'}`)
}

async function main(): Promise<void> {
  const step = Number(process.argv[2] ?? 1)
  const pages = corpusPages().filter((_page, index) => index % step === 0)
  if (pages.length === 0) return print('skipped: ../shared/corpora is not on this machine')
  const proxy = await startProxy(async (url) => corpusAnswer(url), new AbortController().signal)
  const executablePath = findBrowser(process.env, ownBrowserPath(), existsSync)
  const lane = await Lane.open(executablePath, proxy)
  if (!(lane instanceof Lane)) return print(`skipped: ${lane.detail}`)
  for (const page of pages) await examine(lane, page)
  await lane.close()
  await proxy.close()
  for (const [name, number] of Object.entries(tally).sort()) print(`${name}: ${number}`)
}

async function examine(lane: Lane, page: CorpusPage): Promise<void> {
  try {
    const open = await lane.visit({ id: 0, url: page.url, templateId: '', isShell: false, isKey: false }, stepLimits)
    const ours = await ourCounts(open)
    compare(page, ours, await bareCounts(open.browserPage))
    judge(page, ours)
    count(`pages of ${page.corpus}`)
  } catch (error) {
    count(`pages of ${page.corpus} not compared`)
    print(`${page.url}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`)
  }
}

await main()
