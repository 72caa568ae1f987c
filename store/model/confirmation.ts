import type { FetchFailureCode, Sha256 } from './fetch-outcome.ts'

/** What an address that seemed dead answered when it was asked a second time, redirects followed. */
export interface Confirmation {
  resourceId: number
  /** ISO instant, UTC. */
  askedAt: string
  outcome: ConfirmedResponse | { kind: 'failure'; code: FetchFailureCode }
}

/** `finalUrl` and `body` are kept only where the first answer was a page that said there is none; else they are missing. */
interface ConfirmedResponse {
  kind: 'response'
  status: number
  finalUrl?: string
  body?: Sha256
}
