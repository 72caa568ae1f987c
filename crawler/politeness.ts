import PQueue from 'p-queue'
import { bareHost } from './scope.ts'

/** How often a host may be asked. */
export interface Pace {
  /** Requests under way at once, per host. */
  concurrency: number
  /** Requests per second and host; `null`: unlimited. */
  ratePerSecond: number | null
}

/** A `Crawl-delay` is obeyed up to this many seconds: more would make a site's audit last for days. */
const maxDelaySeconds = 10

/** Lets requests pass host by host, each at its own pace; a host and its `www.` twin share one. */
export class Politeness {
  readonly #pace: Pace
  readonly #queues = new Map<string, { queue: PQueue; delayMs: number }>()

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /**
   * Runs `ask` as soon as the host of the URL may be asked again, and gives back what it gives; `null` when the signal
   * came first: nobody waits for a turn that is not wanted any more.
   */
  run<T>(url: string, ask: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
    const { queue } = this.#entryOf(url)
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        queue.clear()
        resolve(null)
      }
      if (signal.aborted) giveUp()
      signal.addEventListener('abort', giveUp, { once: true })
      const turn = async () => {
        signal.removeEventListener('abort', giveUp)
        return signal.aborted ? null : ask()
      }
      queue.add(turn).then(resolve, reject)
    })
  }

  /** Slows a host down to one request every `seconds` where its present pace is faster. */
  slowDown(url: string, seconds: number): void {
    const delayMs = Math.min(seconds, maxDelaySeconds) * 1000
    if (!(delayMs > this.#entryOf(url).delayMs)) return
    this.#queues.set(hostOf(url), { queue: this.#queueWith(delayMs), delayMs })
  }

  #entryOf(url: string): { queue: PQueue; delayMs: number } {
    const known = this.#queues.get(hostOf(url))
    if (known !== undefined) return known
    const { ratePerSecond } = this.#pace
    const delayMs = ratePerSecond === null ? 0 : 1000 / ratePerSecond
    const entry = { queue: this.#queueWith(delayMs), delayMs }
    this.#queues.set(hostOf(url), entry)
    return entry
  }

  #queueWith(delayMs: number): PQueue {
    const { concurrency } = this.#pace
    return delayMs === 0
      ? new PQueue({ concurrency })
      : new PQueue({ concurrency, intervalCap: 1, interval: delayMs, strict: true })
  }
}

function hostOf(url: string): string {
  return bareHost(new URL(url).hostname)
}
