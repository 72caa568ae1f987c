import type { FetchFailureCode } from '../store/model/fetch-outcome.ts'

/** What is told of a site by one answer. */
export type Answered = { kind: 'response'; status: number } | { kind: 'failure'; code: FetchFailureCode }

const timeouts: ReadonlySet<FetchFailureCode> = new Set(['connect-timeout', 'headers-timeout', 'body-timeout'])

/** True for answers that ask for a slower pace: 429, 503 and time limits that ran out. */
export function asksForLess(answer: Answered): boolean {
  if (answer.kind === 'failure') return timeouts.has(answer.code)
  return answer.status === 429 || answer.status === 503
}

/**
 * True for answers of a site that suffers: those that ask for a slower pace, 504, and connections that were refused or cut
 * off. A plain 500 or 502 tells of one page that is broken, however many such pages a site has.
 */
export function tellsOfSuffering(answer: Answered): boolean {
  if (answer.kind === 'failure') return asksForLess(answer) || answer.code === 'refused' || answer.code === 'reset'
  return asksForLess(answer) || answer.status === 504
}
