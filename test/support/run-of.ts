import type { CrawlPolicy, Run } from '../../store/model/run.ts'
import type { Agency } from '../../store/model/site.ts'

const policy: CrawlPolicy = {
  limits: {
    maxPages: 3000,
    maxMinutes: null,
    depth: null,
    include: [],
    exclude: [],
    maxBodyBytes: 50_000_000,
    maxRequests: 20_000,
    traps: { calendar: 240, list: 500, pattern: 2000, alike: 120, folder: 10_000, pathSegments: 20 },
  },
  politeness: {
    concurrency: 8,
    ratePerSecond: null,
    userAgent: 'Mingjing',
    ignoreRobots: false,
    allowPrivate: true,
    neverAsk: [],
  },
  browser: 'sample',
  randomRest: { share: 0.02, atLeast: 3 },
  external: 'check',
  confirmAfterMs: 0,
  standard: '110.07',
  seed: 'seed',
}

/** A finished run of a site, as the tests need one: 2026-11-22 in Taipei. */
export function runOf(origin: string, agency: Partial<Agency> = {}, run: Partial<Run> = {}): Run {
  const host = new URL(origin).hostname
  return {
    id: '20261122T020304Z-x7k2q9',
    agency: {
      id: host,
      name: '測試機關',
      kind: 'agency',
      isCollegial: null,
      parentHosts: [],
      notApplicable: {},
      ...agency,
    },
    origin,
    start: `${origin}/`,
    isFolder: false,
    startedAt: '2026-11-22T02:03:04.000Z',
    finishedAt: '2026-11-22T02:05:00.000Z',
    outcome: 'complete',
    toolVersion: '0.1.0',
    browserVersion: null,
    browserMissing: null,
    policy,
    requests: { first: 0, retries: 0, confirmations: 0, probes: 0, external: 0 },
    ...run,
  }
}
