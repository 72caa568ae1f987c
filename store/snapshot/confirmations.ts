import type { Database } from 'better-sqlite3'
import type { Confirmation } from '../model/confirmation.ts'
import type { FetchFailureCode } from '../model/fetch-outcome.ts'

interface ConfirmationRow {
  resourceId: number
  askedAt: string
  kind: Confirmation['outcome']['kind']
  status: number | null
  code: string | null
  finalUrl: string | null
  body: string | null
}

/** Second answers of addresses that seemed dead; the first answers stay as they are. */
export class Confirmations {
  readonly #insert
  readonly #select

  constructor(database: Database) {
    this.#insert = database.prepare(
      'INSERT INTO confirmation VALUES ($resourceId, $askedAt, $kind, $status, $code, $finalUrl, $body)',
    )
    this.#select = database.prepare<[number], ConfirmationRow>('SELECT * FROM confirmation WHERE resourceId = ?')
  }

  add({ resourceId, askedAt, outcome }: Confirmation): void {
    this.#insert.run({ resourceId, askedAt, ...nothing, ...outcome })
  }

  /** `null` when the resource was not asked a second time. */
  of(resourceId: number): Confirmation | null {
    const row = this.#select.get(resourceId)
    return row === undefined ? null : { resourceId, askedAt: row.askedAt, outcome: outcomeOf(row) }
  }
}

const nothing = { status: null, code: null, finalUrl: null, body: null }

function outcomeOf({ kind, status, code, finalUrl, body }: ConfirmationRow): Confirmation['outcome'] {
  if (kind === 'failure') return { kind, code: code as FetchFailureCode }
  const kept = { ...(finalUrl !== null && { finalUrl }), ...(body !== null && { body }) }
  return { kind, status: status ?? 0, ...kept }
}
