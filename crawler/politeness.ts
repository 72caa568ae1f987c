import { type Clock, steadyClock } from './clock.ts'
import type { HopAnswer } from './fetch/fetcher.ts'
import type { Pace } from './host-pace.ts'
import { HostTurns } from './host-turns.ts'
import { bareHost } from './scope.ts'

/** A `Crawl-delay` is obeyed up to this many seconds: more would make a site's audit last for days. */
const maxDelaySeconds = 10

/**
 * Lets requests pass host by host, each at its own pace, which yields when a host is in trouble; a host and its `www.` twin
 * share one.
 */
export class Politeness {
  readonly #pace: Pace
  readonly #clock: Clock
  readonly #hosts = new Map<string, HostTurns>()

  constructor(pace: Pace, clock: Clock = steadyClock) {
    this.#pace = pace
    this.#clock = clock
  }

  /**
   * Runs `ask` as soon as the host of the URL may be asked again, and gives back what it gives; `null` when the signal
   * came first: nobody waits for a turn that is not wanted any more.
   */
  run<T>(url: string, ask: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
    const host = this.#hostOf(url)
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        host.queue.clear()
        resolve(null)
      }
      if (signal.aborted) giveUp()
      signal.addEventListener('abort', giveUp, { once: true })
      const turn = async () => {
        await host.turn(signal)
        signal.removeEventListener('abort', giveUp)
        return signal.aborted ? null : ask()
      }
      host.queue.add(turn).then(resolve, reject)
    })
  }

  /** The time of the clock the hosts are paced by. */
  now(): number {
    return this.#clock.now()
  }

  /** Learns from what a host answered to a request that left at `askedAt`. */
  note(url: string, answer: HopAnswer, askedAt: number): void {
    this.#hostOf(url).note(answer, askedAt)
  }

  /** True once the host of the URL has asked to be left alone for longer than anybody waits. */
  isStopped(url: string): boolean {
    return this.#hostOf(url).isStopped
  }

  /** Slows a host down to one request every `seconds` where its present pace is faster. */
  slowDown(url: string, seconds: number): void {
    const delayMs = Math.min(seconds, maxDelaySeconds) * 1000
    if (delayMs > 0) this.#hostOf(url).slowDown(delayMs)
  }

  #hostOf(url: string): HostTurns {
    const name = bareHost(new URL(url).hostname)
    const known = this.#hosts.get(name)
    if (known !== undefined) return known
    const host = new HostTurns(this.#pace, this.#clock)
    this.#hosts.set(name, host)
    return host
  }
}
