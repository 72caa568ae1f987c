import type { CrawlPolicy, RequestCounts } from './run.ts'
import type { Site } from './site.ts'

/** What a run was told when it began; it stands in its snapshot until the run is complete. */
export interface Assignment {
  runId: string
  /** ISO instant, UTC. */
  startedAt: string
  toolVersion: string
  site: Site
  policy: CrawlPolicy
  /** Path of the sealed snapshot whose unchanged parts are taken over; `null`: everything is fetched anew. */
  earlier: string | null
}

/** What a run has spent so far, written together with what it was spent on. */
export interface Ledger {
  requests: RequestCounts
  /** Milliseconds by stage of the crawl, over all programs that worked on the run. */
  stageMs: Readonly<Record<string, number>>
  /** How often the run was taken up again. */
  resumed: number
}

/** The ledger of a run that has not begun. */
export const emptyLedger: Ledger = {
  requests: { first: 0, retries: 0, confirmations: 0, probes: 0, external: 0 },
  stageMs: {},
  resumed: 0,
}
