/** What the server saw since it was last told to begin. */
export interface ServerCounts {
  requests: number
  /** Distinct paths with query. */
  addresses: number
  /** Most requests that were under way at once. */
  mostAtOnce: number
  /** Most connections that were open at once. */
  mostConnections: number
  /** Most requests that arrived within any second. */
  mostInASecond: number
}

/** Counts requests as they come and go. */
export class Watch {
  #requests = 0
  #open = 0
  #mostAtOnce = 0
  #connections = 0
  #mostConnections = 0
  readonly #paths = new Set<string>()
  /** Arrivals of the last second, oldest first. */
  readonly #recent: number[] = []
  #mostInASecond = 0

  /** `atMs` by a clock that never goes back. */
  arrived(path: string, atMs: number): void {
    this.#requests += 1
    this.#open += 1
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#open)
    this.#paths.add(path)
    this.#recent.push(atMs)
    while ((this.#recent[0] ?? atMs) <= atMs - 1000) this.#recent.shift()
    this.#mostInASecond = Math.max(this.#mostInASecond, this.#recent.length)
  }

  left(): void {
    this.#open -= 1
  }

  connected(): void {
    this.#connections += 1
    this.#mostConnections = Math.max(this.#mostConnections, this.#connections)
  }

  disconnected(): void {
    this.#connections -= 1
  }

  counts(): ServerCounts {
    return {
      requests: this.#requests,
      addresses: this.#paths.size,
      mostAtOnce: this.#mostAtOnce,
      mostConnections: this.#mostConnections,
      mostInASecond: this.#mostInASecond,
    }
  }
}
