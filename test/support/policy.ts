import type { CrawlLimits, CrawlPolicy, Politeness } from '../../store/model/run.ts'

const limits: CrawlLimits = {
  maxPages: 3000,
  maxMinutes: null,
  depth: null,
  include: [],
  exclude: [],
  maxBodyBytes: 50 * 1024 * 1024,
  maxRequests: 100_000,
  traps: { calendar: 240, list: 500, pattern: 2000, alike: 120, folder: 10_000, pathSegments: 20 },
}

const politeness: Politeness = {
  concurrency: 8,
  ratePerSecond: null,
  userAgent: 'Mingjing/0.1 (+https://example.gov.tw/mingjing)',
  ignoreRobots: false,
  allowPrivate: true,
  neverAsk: [],
}

interface Overrides extends Partial<Omit<CrawlPolicy, 'limits' | 'politeness'>> {
  limits?: Partial<CrawlLimits>
  politeness?: Partial<Politeness>
}

/** A policy for servers on loopback: no rate, private addresses allowed, no browser, nothing outside. */
export function loopbackPolicy(overrides: Overrides = {}): CrawlPolicy {
  const randomRest = { share: 0, atLeast: 0 }
  const base = {
    browser: 'none',
    randomRest,
    external: 'none',
    confirmAfterMs: 0,
    standard: '110.07',
    seed: 'test',
  } as const
  return {
    ...base,
    ...overrides,
    limits: { ...limits, ...overrides.limits },
    politeness: { ...politeness, ...overrides.politeness },
  }
}
