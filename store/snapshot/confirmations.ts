import type { Database } from 'better-sqlite3'
import type { Confirmation } from '../model/confirmation.ts'
import type { FetchFailureCode } from '../model/fetch-outcome.ts'

interface ConfirmationRow {
  resourceId: number
  askedAt: string
  kind: Confirmation['outcome']['kind']
  status: number | null
  code: string | null
}

/** Second answers of addresses that seemed dead; the first answers stay as they are. */
export class Confirmations {
  readonly #insert
  readonly #select

  constructor(database: Database) {
    this.#insert = database.prepare('INSERT INTO confirmation VALUES ($resourceId, $askedAt, $kind, $status, $code)')
    this.#select = database.prepare<[number], ConfirmationRow>('SELECT * FROM confirmation WHERE resourceId = ?')
  }

  add({ resourceId, askedAt, outcome }: Confirmation): void {
    this.#insert.run({ resourceId, askedAt, status: null, code: null, ...outcome })
  }

  /** `null` when the resource was not asked a second time. */
  of(resourceId: number): Confirmation | null {
    const row = this.#select.get(resourceId)
    return row === undefined ? null : { resourceId, askedAt: row.askedAt, outcome: outcomeOf(row) }
  }
}

function outcomeOf({ kind, status, code }: ConfirmationRow): Confirmation['outcome'] {
  return kind === 'response' ? { kind, status: status ?? 0 } : { kind, code: code as FetchFailureCode }
}
