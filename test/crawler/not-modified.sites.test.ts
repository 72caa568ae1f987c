import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { unknownAgency } from '../../config/read-agency.ts'
import { crawl } from '../../crawler/crawl.ts'
import { openSnapshot } from '../../store/snapshot/open.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { sealSnapshot } from '../../store/snapshot/unfinished.ts'
import { createSnapshot } from '../../store/snapshot/writer.ts'
import { fatesOf } from '../support/crawl-site.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { type Route, type ServedSite, serve } from '../support/serve.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function crawled(site: ServedSite, earlier: string | null): Promise<{ snapshot: Snapshot; path: string }> {
  const path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'snapshot.sqlite')
  const writer = createSnapshot(path)
  if (earlier !== null) writer.attachEarlier(earlier)
  const place = { agency: unknownAgency('site.test'), origin: site.origin, start: `${site.origin}/`, folder: null }
  await crawl(place, loopbackPolicy(), writer, {
    signal: new AbortController().signal,
    runId: 'test',
    startedAt: '2026-11-22T02:03:04.000Z',
    toolVersion: '0.0.0',
    siteMapLabels: [],
    onProgress: () => undefined,
    now: () => new Date(),
  })
  sealSnapshot(writer, path)
  const snapshot = openSnapshot(path)
  open.push(snapshot)
  return { snapshot, path }
}

const html = { 'content-type': 'text/html; charset=utf-8' }

it('a server that answers 304 to what nobody asked, or for another version, is asked for the whole answer', async () => {
  let version = 1
  const unasked: Route = (request, response) => {
    const isFirst = !site.requests.slice(0, -1).includes('/unasked')
    if (isFirst || request.headers['if-none-match'] !== undefined) response.writeHead(304).end()
    else response.writeHead(200, html).end('<p>這一頁')
  }
  const other: Route = (request, response) => {
    if (request.headers['if-none-match'] === undefined)
      response.writeHead(200, { ...html, etag: `"${version}"` }).end(`<p>第 ${version} 版`)
    else response.writeHead(304, { etag: `"${version}"` }).end()
  }
  const site = await serve({
    '/': '<a href="/unasked">a</a> <a href="/other">b</a>',
    '/unasked': unasked,
    '/other': other,
  })
  open.push(site)
  const first = await crawled(site, null)
  expect(first.snapshot.pageAt(`${site.origin}/unasked`)?.mainText).toContain('這一頁')
  version = 2
  const second = await crawled(site, first.path)
  expect(second.snapshot.pageAt(`${site.origin}/other`)?.mainText).toContain('第 2 版')
  expect(fatesOf(second.snapshot)['/other']).toBe('fetched')
  const third = await crawled(site, second.path)
  expect(fatesOf(third.snapshot)).toMatchObject({ '/other': 'fetched:not-modified', '/': 'fetched' })
  expect(third.snapshot.pageAt(`${site.origin}/other`)?.mainText).toContain('第 2 版')
})
