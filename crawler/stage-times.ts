/** Adds up how long each stage of a run took, over all programs that worked on it. */
export class StageTimes {
  readonly #ended: Map<string, number>
  readonly #nowMs: () => number
  #current: string | null = null
  #since = 0

  /** `before`: milliseconds by stage that earlier programs spent on the run. */
  constructor(before: Readonly<Record<string, number>>, nowMs: () => number) {
    this.#ended = new Map(Object.entries(before))
    this.#nowMs = nowMs
  }

  /** From now on time is spent on this stage. */
  begin(stage: string): void {
    this.#settle()
    this.#current = stage
  }

  /** Milliseconds by stage until now. */
  spentMs(): Record<string, number> {
    this.#settle()
    return Object.fromEntries(this.#ended)
  }

  #settle(): void {
    const now = this.#nowMs()
    if (this.#current !== null) {
      // A clock may be set back in the middle of a run.
      const ms = Math.max(0, now - this.#since)
      this.#ended.set(this.#current, (this.#ended.get(this.#current) ?? 0) + ms)
    }
    this.#since = now
  }
}
