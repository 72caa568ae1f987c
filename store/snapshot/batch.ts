import type { Database } from 'better-sqlite3'

/** Whoever waits until what was written is kept. */
interface Waiter {
  resolve: () => void
  reject: (error: unknown) => void
}

/** Milliseconds until what is written is kept when nobody waits for it. */
const keptWithinMs = 50

/**
 * Joins what is written until somebody waits for it, and the event loop turns, into one transaction: answers that came together are kept together.
 * A host is asked for more when its answer is kept (see {@link kept}), so a process that is killed has lost nothing but what was under way.
 */
export class Batch {
  readonly #database
  readonly #begin
  readonly #commit
  readonly #rollback
  #failure: { error: unknown } | null = null
  #waiters: Waiter[] = []
  #clock: NodeJS.Timeout | undefined

  constructor(database: Database) {
    this.#database = database
    this.#begin = database.prepare('BEGIN')
    this.#commit = database.prepare('COMMIT')
    this.#rollback = database.prepare('ROLLBACK')
  }

  /** Afterwards what is written belongs to a transaction. @throws what an earlier commit nobody waited for has thrown */
  open(): void {
    this.#assertSound()
    if (this.#database.inTransaction) return
    this.#begin.run()
    this.#clock = setTimeout(() => this.#closeQuietly(), keptWithinMs)
  }

  /**
   * Runs `write`, whole or not at all. When it throws, all that was not kept yet is undone, and nothing more can be written:
   * what went before and what would follow belong together.
   */
  whole<T>(write: () => T): T {
    this.open()
    try {
      return write()
    } catch (error) {
      this.#fail(error)
      throw error
    }
  }

  /** Afterwards everything that was written is kept. @throws the database's error, also that of an earlier commit */
  close(): void {
    this.#assertSound()
    if (this.#database.inTransaction) this.#commit.run()
    this.#release()
  }

  /** Resolves as soon as everything that was written is kept; `null` when it is. @throws as {@link close} */
  kept(): Promise<void> | null {
    this.#assertSound()
    if (!this.#database.inTransaction) return null
    if (this.#waiters.length === 0) setImmediate(() => this.#closeQuietly())
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }))
  }

  /** Nobody is there to catch: those who wait, and the next one to write, are told. */
  #closeQuietly(): void {
    try {
      if (this.#failure === null && this.#database.open && this.#database.inTransaction) this.#commit.run()
      this.#release()
    } catch (error) {
      this.#fail(error)
    }
  }

  #release(): void {
    clearTimeout(this.#clock)
    const waiters = this.#waiters
    this.#waiters = []
    for (const { resolve } of waiters) resolve()
  }

  #fail(error: unknown): void {
    clearTimeout(this.#clock)
    this.#failure ??= { error }
    if (this.#database.open && this.#database.inTransaction) this.#rollback.run()
    const waiters = this.#waiters
    this.#waiters = []
    for (const { reject } of waiters) reject(error)
  }

  #assertSound(): void {
    if (this.#failure !== null) throw this.#failure.error
  }
}
