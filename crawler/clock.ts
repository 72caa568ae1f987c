import { setTimeout as sleep } from 'node:timers/promises'

/** Tells the time and lets it pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after so many milliseconds, or as soon as the signal came. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: () => Date.now(),
  // A stop ends the wait; whoever waited looks at the signal.
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
}
