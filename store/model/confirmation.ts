import type { FetchFailureCode } from './fetch-outcome.ts'

/** What an address that seemed dead answered when it was asked a second time, redirects followed. */
export interface Confirmation {
  resourceId: number
  /** ISO instant, UTC. */
  askedAt: string
  outcome: { kind: 'response'; status: number } | { kind: 'failure'; code: FetchFailureCode }
}
