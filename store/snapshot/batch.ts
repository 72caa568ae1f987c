import type { Database } from 'better-sqlite3'

/**
 * Joins the writes that belong to one answer into one transaction. It is open from the first of them until whoever writes is
 * about to wait, at the latest until the event loop turns: so a process that is killed has lost nothing it had finished
 * before it asked for more.
 */
export class Batch {
  readonly #database
  readonly #begin
  readonly #commit
  #failure: unknown = null

  constructor(database: Database) {
    this.#database = database
    this.#begin = database.prepare('BEGIN')
    this.#commit = database.prepare('COMMIT')
  }

  /** Afterwards what is written belongs to a transaction. @throws what an earlier commit nobody waited for has thrown */
  open(): void {
    if (this.#failure !== null) throw this.#failure
    if (this.#database.inTransaction) return
    this.#begin.run()
    setImmediate(() => this.#closeQuietly())
  }

  /** Afterwards everything that was written is kept. @throws the database's error, also that of an earlier commit */
  close(): void {
    if (this.#failure !== null) throw this.#failure
    if (this.#database.inTransaction) this.#commit.run()
  }

  /** Nobody is there to catch: the next one to write is told. */
  #closeQuietly(): void {
    try {
      if (this.#database.open && this.#database.inTransaction) this.#commit.run()
    } catch (error) {
      this.#failure = error
    }
  }
}
