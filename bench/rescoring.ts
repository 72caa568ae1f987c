import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { GeneratedServer } from './generator/served.ts'
import { type Measured, measured } from './measured.ts'

/**
 * How long a stored snapshot takes to be scored anew, and whether its bytes are the same each time:
 * `node bench/dist/bench/rescoring.js [--pages 10000] [--seed 1] [--times 5] [--out <folder>]`. A folder that holds a run already is used as it is.
 * Ends with 1 when the median of `score` is 3 seconds or more, or bytes differ.
 */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '5' },
    out: { type: 'string', default: '/tmp/mingjing-rescoring' },
  },
})
const { pages, seed, times, out } = values
const limitSeconds = 3
const program = join(import.meta.dirname, '../../../dist/cli/main.js')

function summary({ seconds, cpuSeconds, peakMegabytes }: Measured): string {
  return `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} CPU s, ${peakMegabytes.toFixed(0)} MB`
}

async function run(name: string, ...args: string[]): Promise<Measured> {
  const ended = await measured(program, args)
  process.stdout.write(`${name}: ${summary(ended)}\n`)
  if (ended.code !== 0) throw new Error(`${name} ended with ${ended.code}`)
  return ended
}

/** Crawls a generated site and runs every check, so that there is something to score. */
async function build(folder: string): Promise<string> {
  const server = await GeneratedServer.start(Number(pages), Number(seed))
  const flags = '--allow-private --browser none --external none --confirm-after 0 --max-pages 50000 --json'.split(' ')
  const { stdout } = await run('crawl', 'crawl', `${server.origin}/`, '--out', folder, '--seed', seed, ...flags)
  await server.stop()
  const { snapshotPath } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { snapshotPath: string }
  await run('check', 'check', snapshotPath)
  writeFileSync(join(folder, 'run.txt'), dirname(snapshotPath))
  return dirname(snapshotPath)
}

function kept(folder: string): string | null {
  const list = join(folder, 'run.txt')
  return existsSync(list) ? readFileSync(list, 'utf8').trim() : null
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

const folder = kept(out) ?? (await build(out))
process.stdout.write(`${folder}: snapshot of ${(statSync(join(folder, 'snapshot.sqlite')).size / 1e6).toFixed(0)} MB\n`)
const rounds: { seconds: number; sha256: string }[] = []
for (let round = 0; round < Number(times); round += 1) {
  const { seconds } = await run('score', 'score', folder)
  rounds.push({ seconds, sha256: sha256(join(folder, 'sheets.json')) })
}
await run('advise', 'advise', folder)
await run('trace', 'trace', folder, 'wra-105', 'disclosure-ratio')
const median = rounds.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0
const isSame = new Set(rounds.map((one) => one.sha256)).size === 1
process.stdout.write(`score: median ${median.toFixed(2)} s, ${isSame ? 'same bytes each time' : 'BYTES DIFFER'}\n`)
process.exitCode = isSame && median < limitSeconds ? 0 : 1
