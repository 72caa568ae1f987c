import { afterEach } from 'vitest'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { crawlSite } from './crawl-site.ts'
import { type Route, type ServedSite, serve } from './serve.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** A site on loopback that is gone after the test; `address` as in `127.0.0.2` makes it another host. */
export async function site(routes: Record<string, Route>, address?: string): Promise<ServedSite> {
  const served = await serve(routes, address)
  open.push(served)
  return served
}

/** What a crawl of a site left, closed after the test. */
export async function crawled(...given: Parameters<typeof crawlSite>): Promise<Snapshot> {
  const snapshot = await crawlSite(...given)
  open.push(snapshot)
  return snapshot
}
