import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { hostileBodies } from '../support/hostile/bodies.ts'
import { hostileHeaders } from '../support/hostile/headers.ts'
import { hostileMarkup } from '../support/hostile/markup.ts'
import { type Misbehaviour, page } from '../support/hostile/misbehaviour.ts'
import { type RawSite, serveRaw } from '../support/hostile/raw-server.ts'
import { hostileRedirects } from '../support/hostile/redirects.ts'
import { hostileSeeds } from '../support/hostile/seeds.ts'
import { hostileStatuses } from '../support/hostile/statuses.ts'
import { loopbackPolicy } from '../support/policy.ts'

const themes = {
  headers: hostileHeaders,
  bodies: hostileBodies,
  markup: hostileMarkup,
  redirects: hostileRedirects,
  statuses: hostileStatuses,
  seeds: hostileSeeds,
}
const timeouts = { connectMs: 500, headersMs: 400, bodyMs: 400 }
const traps = { calendar: 100, list: 100, pattern: 200, alike: 50, folder: 1000, pathSegments: 12 }
const usual = { maxBodyBytes: 1_000_000, totalMs: 1500, withinMs: 60_000, mostRequests: 2 }
const realPages = Array.from({ length: 5 }, (_, n) => `/real/${n}.html`)
const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function links(paths: readonly string[]): string {
  return `<html lang="zh-Hant"><title>t</title><main>${paths.map((path) => `<a href="${path}">${path}</a>`).join('')}</main>`
}

/** A site whose start page leads to well-behaved pages, and to one address that is not. */
async function hostileSite({ routes }: Misbehaviour): Promise<RawSite> {
  const real = Object.fromEntries(realPages.map((path, n) => [path, page(links([realPages[n + 1] ?? '/']))]))
  const served = await serveRaw({ '/': page(links(['/hostile', realPages[0] ?? '/'])), ...real, ...routes })
  open.push(served)
  return served
}

async function crawled(served: RawSite, misbehaviour: Misbehaviour): Promise<Snapshot> {
  const { maxBodyBytes, totalMs } = { ...usual, ...misbehaviour }
  const policy = loopbackPolicy({ limits: { maxBodyBytes, traps } })
  const snapshot = await crawlSite(served.origin, { policy, control: { timeouts: { ...timeouts, totalMs } } })
  open.push(snapshot)
  return snapshot
}

it('there are at least forty ways to misbehave, each with a name of its own', () => {
  const names = Object.values(themes).flatMap(Object.keys)
  expect(names.length).toBeGreaterThanOrEqual(40)
  expect(new Set(names).size).toBe(names.length)
})

describe.each(Object.entries(themes))('%s', (_theme, misbehaviours) => {
  it.each(Object.entries(misbehaviours))(
    '%s',
    async (_name, misbehaviour) => {
      const { fates, others = 'fetched', withinMs = usual.withinMs, mostRequests = usual.mostRequests } = misbehaviour
      const served = await hostileSite(misbehaviour)
      const before = performance.now()
      const snapshot = await crawled(served, misbehaviour)
      expect(performance.now() - before).toBeLessThan(withinMs)
      const found = fatesOf(snapshot)
      expect(found).toMatchObject({ '/': 'fetched', ...fates })
      expect(realPages.map((path) => [path, found[path]])).toEqual(
        realPages.map((path, n) => [path, n > 0 && others !== 'fetched' ? undefined : others]),
      )
      expect(snapshot.run.outcome).toBe('complete')
      const wellBehaved = new Set(['/', '/robots.txt', '/sitemap.xml', ...realPages])
      expect(served.requests.filter((path) => !wellBehaved.has(path)).length).toBeLessThanOrEqual(mostRequests)
    },
    120_000,
  )
})
