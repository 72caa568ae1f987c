import type { FetchFailureCode } from '../store/model/fetch-outcome.ts'
import { type Answered, tellsOfSuffering } from './answer-kind.ts'

/** Why a site is asked no more: it fell silent, it suffers, or it asked to be left alone. */
export type EndOfPatience = 'not-responding' | 'suffering' | 'asked-to-wait'

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
/** A site suffers when this many of the last answers say so. */
const troubled = { answers: 20, of: 30 }

/** Notices when a site falls silent or suffers, so that a run neither waits out a time limit for every address nor makes things worse. */
export class Patience {
  #inARow = 0
  readonly #last: boolean[] = []
  #end: EndOfPatience | null = null

  note(answer: Answered): void {
    const isSilent = answer.kind === 'failure' && silence.has(answer.code)
    this.#inARow = isSilent ? this.#inARow + 1 : 0
    this.#last.push(tellsOfSuffering(answer))
    if (this.#last.length > troubled.of) this.#last.shift()
    if (this.#inARow >= limit) this.end('not-responding')
    else if (this.#last.filter(Boolean).length >= troubled.answers) this.end('suffering')
  }

  /** Afterwards the site is asked no more; the first reason stays. */
  end(reason: EndOfPatience): void {
    this.#end ??= reason
  }

  /** Why the site is asked no more, for good once there is a reason: whoever waits is not asked. `null` while it may be. */
  reason(): EndOfPatience | null {
    return this.#end
  }

  isOver(): boolean {
    return this.#end !== null
  }
}
