import { parseArgs } from 'node:util'
import { type Crawled, concurrency, crawlByLinkinator, crawlByUs } from './contestants.ts'
import { GeneratedServer } from './generator/served.ts'
import type { ServerCounts } from './generator/watch.ts'
import { median } from './measured.ts'

/**
 * Our crawl stage against linkinator on generated sites, side by side, the order alternating; medians as a table:
 * `node bench/dist/bench/against-linkinator.js [--pages 500,2000] [--latency 0,50] [--repeats 3] [--seed 1] [--ours-only]`.
 * Ends with exit code 1 when ours ever had more requests under way, or sent more in a second, than it was allowed.
 */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '500,2000' },
    latency: { type: 'string', default: '0,50' },
    repeats: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    'ours-only': { type: 'boolean', default: false },
  },
})

interface Trial extends ServerCounts, Crawled {
  plantedFound: number
  falseAlarms: number
}

/** Trials of one program under equal conditions. */
class Series {
  readonly name: string
  readonly crawl: Crawl
  readonly trials: Trial[] = []

  constructor(name: string, crawl: Crawl) {
    this.name = name
    this.crawl = crawl
  }

  middle(of: (trial: Trial) => number): number {
    return median(this.trials.map(of))
  }
}

const ratePerSecond = 40

async function main(): Promise<void> {
  print(
    `| pages | latency | program | pages/s | CPU s | peak MB | dead found | false alarms | requests/URL | most at once | of the bound |`,
  )
  print(`|---|---|---|---|---|---|---|---|---|---|---|`)
  for (const pages of numbers(values.pages)) {
    const server = await GeneratedServer.start(pages, Number(values.seed))
    try {
      for (const latencyMs of numbers(values.latency)) await compare(server, pages, latencyMs)
      if (pages <= 500) await keepsItsRate(server)
    } finally {
      await server.stop()
    }
  }
}

async function compare(server: GeneratedServer, pages: number, latencyMs: number): Promise<void> {
  const ours = new Series('ours', crawlByUs)
  const theirs = new Series('linkinator', crawlByLinkinator)
  const all = values['ours-only'] ? [ours] : [ours, theirs]
  for (let round = 0; round < Number(values.repeats); round += 1) {
    for (const series of round % 2 === 0 ? all : all.toReversed()) {
      series.trials.push(await trial(server, latencyMs, series.crawl))
    }
  }
  for (const { mostAtOnce } of ours.trials) demand(mostAtOnce <= concurrency, `${mostAtOnce} requests at once`)
  for (const series of all) print(row(series, server, pages, latencyMs))
  if (all.length > 1) print(ratios(ours, theirs, pages, latencyMs))
}

type Crawl = (origin: string) => Promise<Crawled>

async function trial(server: GeneratedServer, latencyMs: number, crawl: Crawl): Promise<Trial> {
  await server.begin(latencyMs)
  const crawled = await crawl(server.origin)
  const planted = new Set(server.dead.map((path) => server.origin + path))
  const found = [...crawled.dead].filter((url) => planted.has(url)).length
  const counts = await server.counts()
  return { ...crawled, ...counts, plantedFound: found, falseAlarms: crawled.dead.size - found }
}

/** A host that may be asked so often and no more is not asked more often. */
async function keepsItsRate(server: GeneratedServer): Promise<void> {
  await server.begin(0)
  await crawlByUs(server.origin, ['--rate', String(ratePerSecond), '--max-pages', '100'])
  const { mostInASecond } = await server.counts()
  print(`\nwith --rate ${ratePerSecond}: at most ${mostInASecond} requests in any second\n`)
  demand(mostInASecond <= ratePerSecond + 1, `${mostInASecond} requests in a second`)
}

function row(series: Series, { dead }: GeneratedServer, pages: number, latencyMs: number): string {
  const seconds = series.middle((one) => one.seconds)
  const asked = series.middle((one) => one.requests - one.confirmations)
  const bound = (asked * latencyMs) / 1000 / concurrency
  const cells = [
    pages,
    `${latencyMs} ms`,
    series.name,
    (pages / seconds).toFixed(1),
    series.middle((one) => one.cpuSeconds).toFixed(1),
    series.middle((one) => one.peakMegabytes).toFixed(0),
    `${series.middle((one) => one.plantedFound)}/${dead.length}`,
    series.middle((one) => one.falseAlarms),
    (asked / series.middle((one) => one.addresses)).toFixed(3),
    series.middle((one) => one.mostAtOnce),
    latencyMs === 0 || series.name !== 'ours' ? '' : `${((100 * bound) / seconds).toFixed(0)} %`,
  ]
  return `| ${cells.join(' | ')} |`
}

function ratios(ours: Series, theirs: Series, pages: number, latencyMs: number): string {
  const ratio = (of: (trial: Trial) => number) => `${(ours.middle(of) / theirs.middle(of)).toFixed(2)}x`
  const speed = `**${(theirs.middle((one) => one.seconds) / ours.middle((one) => one.seconds)).toFixed(1)}x**`
  const cells = [ratio((one) => one.cpuSeconds), ratio((one) => one.peakMegabytes), '', '', '', '', '']
  return `| ${pages} | ${latencyMs} ms | ours / linkinator | ${speed} | ${cells.join(' | ')} |`
}

function demand(holds: boolean, fault: string): void {
  if (holds) return
  print(`FAULT: ${fault}`)
  process.exitCode = 1
}

function numbers(list: string): number[] {
  return list.split(',').map(Number)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
