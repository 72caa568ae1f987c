/** How often a host may be asked. */
export interface Pace {
  /** Requests under way at once, per host. */
  concurrency: number
  /** Requests per second and host; `null`: unlimited. */
  ratePerSecond: number | null
}

/** How much of the agreed pace a host gets: 1 is all of it. */
export interface HostPace {
  share: number
  /** Good answers since the share last changed. */
  good: number
}

/** A host that was never in trouble. */
export const fullPace: HostPace = { share: 1, good: 0 }

/** However much a host suffers, it is asked once in this many milliseconds (unless the agreed pace is slower still). */
export const slowestDelayMs = 5000
const smallestShare = 1 / 128
/** Good answers after which a slowed host gets a tenth of the agreed pace back. */
const goodToRecover = 20
/** What a host asked without any rate waits for at half its share: the first step down from no delay at all. */
const firstDelayMs = 50

/** The pace after an answer that tells of trouble: half of what it was, never below the floor. */
export function halved({ share }: HostPace): HostPace {
  return { share: Math.max(share / 2, smallestShare), good: 0 }
}

/** The pace after a good answer: a tenth of the agreed pace more after every twenty, never above it. */
export function recovered({ share, good }: HostPace): HostPace {
  if (share === 1) return fullPace
  if (good + 1 < goodToRecover) return { share, good: good + 1 }
  return { share: Math.min(1, share + 0.1), good: 0 }
}

/** Requests a host may have under way at once: at least 1, never more than agreed. */
export function concurrencyOf({ share }: HostPace, agreed: Pace): number {
  return share === smallestShare ? 1 : Math.max(1, Math.floor(agreed.concurrency * share))
}

/** Milliseconds between two requests to a host; `agreedDelayMs` is the least there may be. */
export function delayMsOf({ share }: HostPace, agreedDelayMs: number): number {
  const slowed = Math.max(agreedDelayMs / share, firstDelayMs * (1 / share - 1))
  return Math.max(agreedDelayMs, Math.min(slowed, slowestDelayMs))
}
