import { parseArgs } from 'node:util'
import type { Check } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { runChecks } from '../checks/run-checks.ts'
import { readStandard } from '../config/read-standards.ts'
import { readTerms } from '../config/read-terms.ts'
import { sha256 } from '../store/sha256.ts'
import { openSnapshot } from '../store/snapshot/open.ts'

/**
 * What each check takes of a stored snapshot: `node bench/dist/bench/check-times.js <snapshot.sqlite> [--most 12]`. Checks run in the
 * order of the registry and share what they find out: what several need counts for the first of them. The hash at the end is that of
 * all results: a mend for speed leaves it as it is.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '12' } },
})
const [path = ''] = positionals

interface Time {
  id: string
  cpuSeconds: number
  megabytes: number
}

const times: Time[] = []

function timed(check: Check): Check {
  return {
    ...check,
    run: (...given) => {
      const before = cpuSeconds()
      try {
        return check.run(...given)
      } finally {
        const megabytes = process.memoryUsage.rss() / 1e6
        times.push({ id: check.id, cpuSeconds: cpuSeconds() - before, megabytes })
      }
    },
  }
}

/** User and system time of all threads. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const snapshot = openSnapshot(path)
const { agency, policy } = snapshot.run
const context = { terms: readTerms(), agency, declarations: [], standard: readStandard(policy.standard) }
const before = cpuSeconds()
const results = runChecks(snapshot, checks.map(timed), context)
const total = cpuSeconds() - before
times.sort((a, b) => b.cpuSeconds - a.cpuSeconds)
for (const { id, cpuSeconds, megabytes } of times.slice(0, Number(values.most))) {
  process.stdout.write(`${cpuSeconds.toFixed(2).padStart(7)} CPU s  ${megabytes.toFixed(0).padStart(5)} MB  ${id}\n`)
}
const { maxRSS } = process.resourceUsage()
const pages = snapshot.pages().length
process.stdout.write(
  `${pages} pages, all checks: ${total.toFixed(1)} CPU s, at most ${((maxRSS * 1024) / 1e6).toFixed(0)} MB\n`,
)
process.stdout.write(`results ${sha256(JSON.stringify(results))}\n`)
snapshot.close()
