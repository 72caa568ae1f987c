import PQueue from 'p-queue'
import { asksForLess } from './answer-kind.ts'
import type { Clock } from './clock.ts'
import type { HopAnswer } from './fetch/fetcher.ts'
import { concurrencyOf, delayMsOf, fullPace, halved, type Pace, recovered } from './host-pace.ts'
import { retryAfterMs } from './retry-after.ts'

/** A `Retry-After` is waited for up to this long; a longer one counts as a request to stay away. */
export const longestPauseMs = 120_000
/** All pauses of one host together: whoever always says "later" is left. */
const allPausesMs = 600_000
/** Requests to stay away, with no good answer between, after which a host is left: one page under repair is no host. */
const requestsToStayAway = 3

/** The turns of one host: how many at once, how far apart, and how both yield when the host is in trouble. */
export class HostTurns {
  readonly queue: PQueue
  readonly #agreed: Pace
  readonly #clock: Clock
  #agreedDelayMs: number
  #pace = fullPace
  #leftAt = Number.NEGATIVE_INFINITY
  #line: Promise<void> = Promise.resolve()
  #pausedUntil = Number.NEGATIVE_INFINITY
  #pausedMs = 0
  #slowedAt = Number.NEGATIVE_INFINITY
  #staysAway = 0

  constructor(agreed: Pace, clock: Clock) {
    this.#agreed = agreed
    this.#clock = clock
    this.#agreedDelayMs = agreed.ratePerSecond === null ? 0 : 1000 / agreed.ratePerSecond
    this.queue = new PQueue({ concurrency: agreed.concurrency })
  }

  /** True for good once the host asked to be left alone for longer than anybody waits. */
  get isStopped(): boolean {
    return this.#staysAway >= requestsToStayAway || this.#pausedMs > allPausesMs
  }

  /** Resolves when the next request may leave, in the order of the calls, or when the signal came first. */
  turn(signal: AbortSignal): Promise<void> {
    this.#line = this.#line.then(() => this.#leave(signal))
    return this.#line
  }

  async #leave(signal: AbortSignal): Promise<void> {
    // Again after each wait: the host may have asked for a pause meanwhile, or a timer may be early.
    while (!signal.aborted && !this.isStopped) {
      const due = Math.max(this.#leftAt + delayMsOf(this.#pace, this.#agreedDelayMs), this.#pausedUntil)
      const now = this.#clock.now()
      if (due <= now) break
      await this.#clock.wait(due - now, signal)
    }
    this.#leftAt = this.#clock.now()
  }

  /** At least so many milliseconds between two requests from now on. */
  slowDown(delayMs: number): void {
    this.#agreedDelayMs = Math.max(delayMs, this.#agreedDelayMs)
  }

  /** Learns from an answer to a request that left at `askedAt` by the same clock. */
  note(answer: HopAnswer, askedAt: number): void {
    if (asksForLess(answer)) this.#yield(answer, askedAt)
    else if (answer.kind === 'response' && answer.status < 500) {
      this.#pace = recovered(this.#pace)
      this.#staysAway = 0
    }
    const concurrency = concurrencyOf(this.#pace, this.#agreed)
    if (this.queue.concurrency !== concurrency) this.queue.concurrency = concurrency
  }

  #yield(answer: HopAnswer, askedAt: number): void {
    const now = this.#clock.now()
    // Those that were under way together tell of one trouble, not of eight.
    if (askedAt >= this.#slowedAt) {
      this.#pace = halved(this.#pace)
      this.#slowedAt = now
    }
    const pauseMs = answer.kind === 'response' ? retryAfterMs(answer.headers['retry-after'], now) : null
    if (pauseMs === null) return
    if (pauseMs > longestPauseMs) {
      this.#staysAway += 1
      return
    }
    const until = now + pauseMs
    if (until <= this.#pausedUntil) return
    this.#pausedMs += until - Math.max(now, this.#pausedUntil)
    this.#pausedUntil = until
  }
}
