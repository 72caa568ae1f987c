import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crawl } from '../../crawler/crawl.ts'
import type { CrawlControl } from '../../crawler/crawl-control.ts'
import type { CrawlPolicy } from '../../store/model/run.ts'
import type { Site } from '../../store/model/site.ts'
import { openSnapshot } from '../../store/snapshot/open.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { sealSnapshot } from '../../store/snapshot/unfinished.ts'
import { createSnapshot } from '../../store/snapshot/writer.ts'
import { loopbackPolicy } from './policy.ts'

interface Choices {
  policy?: CrawlPolicy
  folder?: string
  /** Path where the crawl starts. */
  start?: string
  control?: Partial<CrawlControl>
}

/** Crawls a site as the program does and opens what it left. */
export async function crawlSite(origin: string, choices: Choices = {}): Promise<Snapshot> {
  const path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'snapshot.sqlite')
  const writer = createSnapshot(path)
  const agency = {
    id: 'site.test',
    name: null,
    kind: 'agency',
    isCollegial: null,
    parentHosts: [],
    notApplicable: {},
  } as const
  const start = new URL(choices.start ?? '/', origin).href
  const site: Site = { agency, origin, start, folder: choices.folder ?? null }
  await crawl(site, choices.policy ?? loopbackPolicy(), writer, { ...usualControl(), ...choices.control })
  sealSnapshot(writer, path)
  return openSnapshot(path)
}

function usualControl(): CrawlControl {
  return {
    signal: new AbortController().signal,
    runId: '20261122T020304Z-test00',
    startedAt: '2026-11-22T02:03:04.000Z',
    toolVersion: '0.0.0',
    siteMapLabels: ['^網站(導覽|地圖)$'],
    onProgress: () => undefined,
    now: () => new Date(),
  }
}

/** Path -> `state` or `state:reason` of every URL the crawl came to know. */
export function fatesOf(snapshot: Snapshot): Record<string, string> {
  const fates = snapshot.urlFates().map(({ url, state, reason }) => {
    const { pathname, search } = new URL(url)
    return [pathname + search, reason === null ? state : `${state}:${reason}`] as const
  })
  return Object.fromEntries(fates)
}
