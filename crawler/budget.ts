import type { RequestCounts } from '../store/model/run.ts'

/** Why a request is sent; the words of {@link RequestCounts}. */
export type RequestReason = keyof RequestCounts

/** Counts requests and says when the run has spent what it was given. */
export class Budget {
  readonly counts: RequestCounts = { first: 0, retries: 0, confirmations: 0, probes: 0, external: 0 }
  readonly #maxRequests: number
  readonly #deadline: number | null
  readonly #now: () => Date

  /** `maxMinutes` counts from now; `null`: no bound. */
  constructor(limits: { maxRequests: number; maxMinutes: number | null }, now: () => Date) {
    this.#maxRequests = limits.maxRequests
    this.#now = now
    this.#deadline = limits.maxMinutes === null ? null : now().getTime() + limits.maxMinutes * 60_000
  }

  /** True when one more request may be sent; it is then counted. */
  take(reason: RequestReason): boolean {
    if (this.isSpent()) return false
    this.counts[reason] += 1
    return true
  }

  isSpent(): boolean {
    const { first, retries, confirmations, probes, external } = this.counts
    if (first + retries + confirmations + probes + external >= this.#maxRequests) return true
    return this.#deadline !== null && this.#now().getTime() >= this.#deadline
  }

  /** Milliseconds of the run that are left; `null`: no bound. */
  remainingMs(): number | null {
    return this.#deadline === null ? null : Math.max(0, this.#deadline - this.#now().getTime())
  }

  now(): Date {
    return this.#now()
  }
}
