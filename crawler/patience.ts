import type { FetchFailureCode } from '../store/model/fetch-outcome.ts'

/** Failures that tell of a site as a whole, not of one address. */
const silence: ReadonlySet<FetchFailureCode> = new Set([
  'dns-not-found',
  'dns-failed',
  'refused',
  'reset',
  'unreachable',
  'connect-timeout',
  'headers-timeout',
])
/** Requests in a row without any answer after which a site counts as down: each may have cost its whole time limit. */
const limit = 30

/** Notices when a site that answered falls silent, so that a run does not wait out a time limit for every address it knows. */
export class Patience {
  #inARow = 0

  note(answer: { kind: 'response' } | { kind: 'failure'; code: FetchFailureCode }): void {
    const isSilent = answer.kind === 'failure' && silence.has(answer.code)
    this.#inARow = isSilent ? this.#inARow + 1 : 0
  }

  /** True for good once it was: whoever waits is not asked. */
  isOver(): boolean {
    return this.#inARow >= limit
  }
}
