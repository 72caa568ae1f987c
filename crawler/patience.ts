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
/** A site suffers when this many of the addresses that were asked last say so. */
const troubled = { addresses: 20, of: 30 }

/** Notices when a site falls silent or suffers, so that a run neither waits out a time limit for every address nor makes things worse. */
export class Patience {
  #inARow = 0
  /** The addresses asked last, the latest at the end -> whether its last answer told of suffering. */
  readonly #last = new Map<string, boolean>()
  #end: EndOfPatience | null = null

  /** Learns from what an address answered. One that is asked again and again counts once: it may be its own fault. */
  note(answer: Answered, url: string): void {
    const isSilent = answer.kind === 'failure' && silence.has(answer.code)
    this.#inARow = isSilent ? this.#inARow + 1 : 0
    this.#remember(url, tellsOfSuffering(answer))
    if (this.#inARow >= limit) this.end('not-responding')
    else if ([...this.#last.values()].filter(Boolean).length >= troubled.addresses) this.end(this.#trouble())
  }

  /** A site of which nothing has come for as many requests is silent, not slow. */
  #trouble(): EndOfPatience {
    return this.#inARow >= troubled.addresses ? 'not-responding' : 'suffering'
  }

  #remember(url: string, isTrouble: boolean): void {
    this.#last.delete(url)
    this.#last.set(url, isTrouble)
    const [oldest] = this.#last.keys()
    if (this.#last.size > troubled.of && oldest !== undefined) this.#last.delete(oldest)
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
