import { setTimeout as sleep } from 'node:timers/promises'

/** Tells the time and lets it pass. */
export interface Clock {
  /** Milliseconds since 1970, never less than before. */
  now(): number
  /** Resolves after so many milliseconds, or as soon as the signal came. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** Goes on evenly from the time on the wall when the program started: nobody who sets that clock makes a crawl rush or stand still. */
export const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  // A stop ends the wait; whoever waited looks at the signal.
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
}
