import { emptyLedger, type Ledger } from '../store/model/assignment.ts'
import type { RequestCounts } from '../store/model/run.ts'
import { StageTimes } from './stage-times.ts'

/** Why a request is sent; the words of {@link RequestCounts}. */
export type RequestReason = keyof RequestCounts

/** Which of its bounds a run has reached. */
export type SpentBudget = 'budget:pages' | 'budget:requests' | 'budget:minutes'

/** Counts requests and time, and says when the run has spent what it was given. */
export class Budget {
  readonly counts: RequestCounts
  readonly times: StageTimes
  readonly #resumed: number
  readonly #maxRequests: number
  readonly #deadline: number | null
  readonly #now: () => Date

  /** `maxMinutes` counts from now, less what the run took until now; `null`: no bound. `spent`: by earlier programs. */
  constructor(
    limits: { maxRequests: number; maxMinutes: number | null },
    now: () => Date,
    spent: Ledger = emptyLedger,
  ) {
    this.counts = { ...spent.requests }
    this.times = new StageTimes(spent.stageMs, () => now().getTime())
    this.#resumed = spent.resumed
    this.#maxRequests = limits.maxRequests
    this.#now = now
    this.#deadline =
      limits.maxMinutes === null ? null : now().getTime() + limits.maxMinutes * 60_000 - sumOf(spent.stageMs)
  }

  /** Counts one more request and returns `null`; what is spent when it may not be sent. */
  take(reason: RequestReason): SpentBudget | null {
    const spent = this.spent()
    if (spent === null) this.counts[reason] += 1
    return spent
  }

  /** The bound of requests or time that is reached; `null`: neither is. */
  spent(): SpentBudget | null {
    if (sumOf({ ...this.counts }) >= this.#maxRequests) return 'budget:requests'
    const isLate = this.#deadline !== null && this.#now().getTime() >= this.#deadline
    return isLate ? 'budget:minutes' : null
  }

  /** Milliseconds of the run that are left; `null`: no bound. */
  remainingMs(): number | null {
    return this.#deadline === null ? null : Math.max(0, this.#deadline - this.#now().getTime())
  }

  now(): Date {
    return this.#now()
  }

  /** All that was spent so far. */
  ledger(): Ledger {
    return { requests: { ...this.counts }, stageMs: this.times.spentMs(), resumed: this.#resumed }
  }
}

function sumOf(numbers: Readonly<Record<string, number>>): number {
  return Object.values(numbers).reduce((sum, one) => sum + one, 0)
}
