import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import PQueue from 'p-queue'
import internalResolve from '../checks/links/internal-resolve.ts'
import { runChecks } from '../checks/run-checks.ts'
import { packagePath } from '../config/package-file.ts'
import { readStandard } from '../config/read-standards.ts'
import { readTerms } from '../config/read-terms.ts'
import type { LinkVerdict } from '../store/model/check-result.ts'
import { openSnapshot } from '../store/snapshot/open.ts'
import { seededRandom } from './generator/random.ts'
import { kinds } from './soft-404/kinds.ts'
import { serve } from './soft-404/serve.ts'
import { type Kind, Site } from './soft-404/site.ts'
import { Tally } from './soft-404/tally.ts'
import { numberOf } from './soft-404/words.ts'

/**
 * Crawls a site of every kind and holds the verdict on each address against what is true of it by construction; a table by kind and in all:
 * `node bench/dist/bench/soft-404.js [--seed 1] [--kind <part of a name>] [--wrong]`. `--wrong` names every address told wrongly.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    wrong: { type: 'boolean', default: false },
  },
})

const run = promisify(execFile)
const sitesAtOnce = 3

async function main(): Promise<void> {
  const all = new Tally('in all')
  print(Tally.head)
  const chosen = kinds.filter(({ name }) => name.includes(values.kind))
  const queue = new PQueue({ concurrency: sitesAtOnce })
  for (const pending of chosen.map((kind) => queue.add(() => tallyOf(kind)))) {
    const tally = await pending
    all.add(tally)
    print(tally.row())
    if (values.wrong) for (const line of tally.wrong) print(`    ${line}`)
  }
  print(all.row())
}

async function tallyOf(kind: Kind): Promise<Tally> {
  const tally = new Tally(kind.name)
  const site = new Site(seededRandom(numberOf(`${values.seed} ${kind.name}`)))
  kind.build(site)
  const verdicts = await verdictsOn(site)
  for (const [path, truth] of site.truths) tally.count(path, truth, verdicts.get(path) ?? 'none')
  return tally
}

/** Verdict on each address that was linked, by path. */
async function verdictsOn(site: Site): Promise<Map<string, LinkVerdict['verdict']>> {
  const server = await serve(site)
  const out = mkdtempSync(join(tmpdir(), 'mingjing-soft-404-'))
  try {
    const { stdout } = await crawl(server.origin, out)
    const { snapshotPath } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { snapshotPath: string }
    return judged(snapshotPath, server.origin)
  } finally {
    rmSync(out, { recursive: true })
    await server.stop()
  }
}

/** An audit that found the site unreachable says so by its exit code and has a summary all the same. */
async function crawl(origin: string, out: string): Promise<{ stdout: string }> {
  const flags = '--allow-private --browser none --external none --confirm-after 0 --json --out'.split(' ')
  const args = [packagePath('dist/cli/main.js'), 'crawl', `${origin}/`, ...flags, out]
  return run(process.execPath, args).catch((error: { code: number; stdout: string }) => {
    if (error.code === 3) return error
    throw error
  })
}

function judged(snapshotPath: string, origin: string): Map<string, LinkVerdict['verdict']> {
  const snapshot = openSnapshot(snapshotPath)
  const { agency, standard } = { agency: snapshot.run.agency, standard: readStandard(snapshot.run.policy.standard) }
  const results = runChecks(snapshot, [internalResolve], { terms: readTerms(), agency, declarations: [], standard })
  snapshot.close()
  const verdicts = results.flatMap(({ detail }) => (detail?.kind === 'links' ? detail.verdicts : []))
  return new Map(verdicts.map(({ url, verdict }) => [url.slice(origin.length), verdict]))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
