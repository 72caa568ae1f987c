import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Asker, type Hop } from '../../crawler/asker.ts'
import { Budget } from '../../crawler/budget.ts'
import { type Fetcher, openFetcher } from '../../crawler/fetch/fetcher.ts'
import { usualTimeouts } from '../../crawler/fetch/trust-zone.ts'
import { Politeness } from '../../crawler/politeness.ts'
import { reopenSnapshot } from '../../store/snapshot/unfinished.ts'
import { createSnapshot, type SnapshotWriter } from '../../store/snapshot/writer.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { type ServedSite, serve } from '../support/serve.ts'

const { limits, politeness } = loopbackPolicy()
const zone = {
  timeouts: usualTimeouts,
  maxBodyBytes: limits.maxBodyBytes,
  userAgent: politeness.userAgent,
  allowPrivate: true,
  authorities: [],
}

let path: string
let writer: SnapshotWriter
let fetcher: Fetcher
let site: ServedSite
/** What somebody else sees kept in the snapshot when a request arrives, by its path. */
let keptBefore: Record<string, string[]>

beforeEach(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'snapshot.sqlite')
  writer = createSnapshot(path)
  fetcher = openFetcher(zone)
  keptBefore = {}
  site = await serve({
    '*': (request, response) => {
      keptBefore[request.url ?? ''] = keptNow()
      response.setHeader('content-type', 'text/html')
      // The last one asked for never comes: a killed run has it under way.
      if (request.url !== '/never') response.end(`<p>${request.url}`)
    },
  })
})

afterEach(async () => {
  await fetcher.close()
  writer.database.close()
  await site.close()
})

function keptNow(): string[] {
  const onlooker = new SqliteDatabase(path, { readonly: true })
  try {
    const urls = onlooker.prepare<[], string>('SELECT url FROM hop ORDER BY url').pluck().all()
    return urls.map((url) => new URL(url).pathname)
  } finally {
    onlooker.close()
  }
}

function askerOf(store: SnapshotWriter, concurrency: number, signal = new AbortController().signal): Asker {
  const pace = new Politeness({ ...politeness, concurrency })
  const budget = new Budget(limits, () => new Date(), store.working.ledger())
  return new Asker({ fetcher, politeness: pace, budget }, store, signal)
}

it('an answer is kept before its host is asked for more', async () => {
  const asker = askerOf(writer, 1)
  await Promise.all(['/a', '/b', '/c'].map((url) => asker.ask(site.origin + url, 'first')))
  expect(keptBefore).toEqual({ '/a': [], '/b': ['/a'], '/c': ['/a', '/b'] })
})

it('what a killed run was answered is not asked again, however little was made of it', async () => {
  const stop = new AbortController()
  const asker = askerOf(writer, 2, stop.signal)
  const underWay = asker.ask(`${site.origin}/never`, 'first')
  const first = (await asker.ask(`${site.origin}/a`, 'first')) as Hop
  const resumed = takenUpAgain()
  const again = askerOf(resumed, 2)
  expect(await again.ask(`${site.origin}/a`, 'first')).toEqual(first)
  expect(again.budget.counts.first).toBe(2)
  expect(site.requests.filter((url) => url === '/a')).toHaveLength(1)
  // Asked for another purpose, it is asked.
  await again.ask(`${site.origin}/a`, 'confirmations')
  expect(site.requests.filter((url) => url === '/a')).toHaveLength(2)
  resumed.database.close()
  stop.abort()
  expect(await underWay).toBe('not-reached')
})

/** The snapshot as the next program finds it. */
function takenUpAgain(): SnapshotWriter {
  const copy = `${path}.killed`
  const onlooker = new SqliteDatabase(path, { readonly: true })
  onlooker.exec(`VACUUM INTO '${copy}'`)
  onlooker.close()
  return reopenSnapshot(copy)
}
