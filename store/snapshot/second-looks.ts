import type { Database } from 'better-sqlite3'
import type { SecondLook } from '../model/second-look.ts'

/** What a browser showed of addresses that had refused; their first answers stay as they are. */
export class SecondLooks {
  readonly #insert
  readonly #select
  readonly #count

  constructor(database: Database) {
    this.#insert = database.prepare(
      'INSERT INTO secondLook VALUES ($resourceId, $askedAt, $status, $title, $textLength, $sight)',
    )
    this.#select = database.prepare<[number], SecondLook>('SELECT * FROM secondLook WHERE resourceId = ?')
    this.#count = database.prepare<[], number>('SELECT count(*) FROM secondLook').pluck()
  }

  /** Once a resource. */
  add(look: SecondLook): void {
    this.#insert.run(look)
  }

  /** `null` when no browser opened the resource a second time. */
  of(resourceId: number): SecondLook | null {
    return this.#select.get(resourceId) ?? null
  }

  count(): number {
    return this.#count.get() ?? 0
  }
}
