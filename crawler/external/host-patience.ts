import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'

/** Why the rest of a host's addresses are left alone. */
export type EndOfHost = 'not-responding' | 'asked-to-wait' | 'host-cap'

/** Answers in a row that did not come, after which a host counts as silent: each may have cost its whole time limit. */
const mostSilent = 3
/** Addresses asked for on one host: nobody's site is to be audited through another's links. */
const mostAddresses = 200
/** Says nothing of the host as a whole. */
const ofTheAddress: ReadonlySet<string> = new Set(['redirect-loop', 'redirect-limit', 'malformed-url', 'robots'])

/** Notices when a host that links lead to had better be left. */
export class HostPatience {
  #silent = 0
  #asked = 0
  #end: EndOfHost | null = null
  /** True once anything came back. */
  hasAnswered = false

  note(outcome: FetchOutcome): void {
    this.#asked += 1
    const isSilent = outcome.kind === 'failure' && !ofTheAddress.has(outcome.code)
    this.#silent = isSilent ? this.#silent + 1 : 0
    this.hasAnswered ||= !isSilent
    if (outcome.kind === 'response' && asksToWait(outcome)) this.#end ??= 'asked-to-wait'
    if (this.#silent >= mostSilent) this.#end ??= 'not-responding'
    if (this.#asked >= mostAddresses) this.#end ??= 'host-cap'
  }

  /** `null` while the host may be asked. */
  reason(): EndOfHost | null {
    return this.#end
  }
}

function asksToWait({ status, headers }: Extract<FetchOutcome, { kind: 'response' }>): boolean {
  return status === 429 || (status === 503 && headers['retry-after'] !== undefined)
}
