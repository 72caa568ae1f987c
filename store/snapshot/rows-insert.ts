import type { Database, Statement } from 'better-sqlite3'

/** A value as it is bound. */
export type Bound = string | number | null

/** Rows that go over in one statement: most of the cost of a small row is the statement's. */
const rowsAtOnce = 24

/** Inserts many small rows of one table at a time. */
export class RowsInsert {
  readonly #one: Statement
  readonly #many: Statement
  readonly #width: number

  constructor(database: Database, table: string, columns: readonly string[]) {
    const row = `(${columns.map(() => '?').join(', ')})`
    const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `
    this.#width = columns.length
    this.#one = database.prepare(insert + row)
    this.#many = database.prepare(insert + Array.from({ length: rowsAtOnce }, () => row).join(', '))
  }

  /** Inserts rows laid end to end, each with a value for every column. */
  run(values: readonly Bound[]): void {
    const step = rowsAtOnce * this.#width
    let at = 0
    for (; at + step <= values.length; at += step) this.#many.run(values.slice(at, at + step))
    for (; at < values.length; at += this.#width) this.#one.run(values.slice(at, at + this.#width))
  }
}
