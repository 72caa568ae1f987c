import type { Agency } from './site.ts'

export type Standard = '110.07' | '115.11'
export type BrowserMode = 'all' | 'sample' | 'none'

/** How many addresses of one kind a crawl asks for; more of them are taken for a trap without end. */
export interface TrapCaps {
  /** Days or months of one calendar. */
  calendar: number
  /** Pages, and orders, of one list. */
  list: number
  /** Addresses that differ in the digits of their path and in the values of their query alone. */
  pattern: number
  /** Of those, pages that show the same text but for its digits. */
  alike: number
  /** Addresses in one folder, whatever their query, and folders beneath one folder; digits in their names do not count. */
  folder: number
  /** Segments of a path. */
  pathSegments: number
}

/** How far a crawl may go. */
export interface CrawlLimits {
  maxPages: number
  /** `null`: no bound. */
  maxMinutes: number | null
  /** Hops from the start page; `null`: no bound. */
  depth: number | null
  /** Globs on path and query; an empty `include` means everything. */
  include: readonly string[]
  exclude: readonly string[]
  maxBodyBytes: number
  maxRequests: number
  traps: TrapCaps
}

/** How gently a crawl asks. */
export interface Politeness {
  /** Requests under way at once, per host. */
  concurrency: number
  /** Requests per second and host; `null`: unlimited, allowed for loopback and `--dir` only. */
  ratePerSecond: number | null
  userAgent: string
  ignoreRobots: boolean
  allowPrivate: boolean
  /** Hosts that are never asked for anything (suffix match on labels). */
  neverAsk: readonly string[]
}

/** How many of the pages that a sample would leave out the browser opens all the same, drawn by the run's seed. */
export interface RandomRest {
  /** Of those pages, 0 to 1; rounded up. */
  share: number
  /** Pages, as long as there are so many. */
  atLeast: number
}

export interface CrawlPolicy {
  limits: CrawlLimits
  politeness: Politeness
  browser: BrowserMode
  randomRest: RandomRest
  external: 'check' | 'none'
  /** Least time between the first answer of an address that seems dead and its second, in milliseconds. */
  confirmAfterMs: number
  standard: Standard
  /** Seeds every draw of this run; default SHA-256 of agency id + Taipei date. */
  seed: string
}

export type RunOutcome = 'complete' | 'partial' | 'unreachable'

/** One audit of one site: the head of its snapshot. */
export interface Run {
  /** As in `20261122T020304Z-x7k2q9`. */
  id: string
  agency: Agency
  origin: string
  start: string
  /** True when a folder stood in for the site: TLS, headers and dates are then undetermined. */
  isFolder: boolean
  /** ISO instants, UTC. */
  startedAt: string
  finishedAt: string
  outcome: RunOutcome
  toolVersion: string
  /** Name and version of the browser that examined the pages; `null` when none did. */
  browserVersion: string | null
  /** Why no browser examined the pages, as a code (`none-found`, `switched-off`, `crashed`); `null` when one did. */
  browserMissing: string | null
  policy: CrawlPolicy
  requests: RequestCounts
}

/** Requests sent for the agency's URLs, by reason; external URLs are counted apart. */
export interface RequestCounts {
  first: number
  retries: number
  confirmations: number
  /** Beside the URLs themselves: addresses made up to see how a site answers, and steps of pagers. */
  probes: number
  external: number
}

export type UrlState = 'queued' | 'leased' | 'fetched' | 'failed' | 'skipped'

/** The fate of one URL the crawl came to know. */
export interface UrlFate {
  id: number
  url: string
  state: UrlState
  /** Failure code or reason of skipping (`robots`, `depth`, `budget:pages`, `excluded`, `never-ask`, `duplicate`, `trap:list` ...); `null` when fetched. */
  reason: string | null
  /** `link`, or the kind of seed (`start`, `sitemap-xml`, `site-map-page`, `robots`, `browser`, `paging`, `style-sheet`, `folder`). */
  foundBy: string
}
