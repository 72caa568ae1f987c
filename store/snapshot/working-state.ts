import type { Database } from 'better-sqlite3'
import { type Assignment, emptyLedger, type Ledger } from '../model/assignment.ts'

/** A round of the browser: the pages with ids above the bound of the round before it, up to its own. */
export interface BrowserRound {
  number: number
  lastPageId: number
  /** What the browser said of the round, as JSON; `null` until all its pages were looked at. */
  outcome: string | null
}

/** What a run must remember to be taken up again, and nobody needs once it is complete. */
export class WorkingState {
  readonly #database
  readonly #saveLedger
  readonly #keepHop
  readonly #hop
  readonly #dropHop

  constructor(database: Database) {
    this.#database = database
    this.#saveLedger = database.prepare('INSERT OR REPLACE INTO ledger VALUES (1, ?)')
    this.#keepHop = database.prepare('INSERT OR REPLACE INTO hop VALUES (?, ?, ?)')
    this.#hop = database
      .prepare<[string, string], string>('SELECT content FROM hop WHERE url = ? AND reason = ?')
      .pluck()
    this.#dropHop = database.prepare('DELETE FROM hop WHERE url = ? AND reason = ?')
  }

  assign(assignment: Assignment): void {
    this.#database.prepare('INSERT OR REPLACE INTO assignment VALUES (1, ?)').run(JSON.stringify(assignment))
  }

  /** `null` in the snapshot of a complete run. */
  assignment(): Assignment | null {
    const content = this.#database.prepare<[], string>('SELECT content FROM assignment').pluck().get()
    return content === undefined ? null : (JSON.parse(content) as Assignment)
  }

  saveLedger(ledger: Ledger): void {
    this.#saveLedger.run(JSON.stringify(ledger))
  }

  ledger(): Ledger {
    const content = this.#database.prepare<[], string>('SELECT content FROM ledger').pluck().get()
    return content === undefined ? emptyLedger : (JSON.parse(content) as Ledger)
  }

  /** Keeps an answer of which nothing was made yet: its URL is not to be asked a second time. */
  keepHop(url: string, reason: string, content: string): void {
    this.#keepHop.run(url, reason, content)
  }

  /** The answer {@link keepHop} kept; `null` when there is none. */
  keptHop(url: string, reason: string): string | null {
    return this.#hop.get(url, reason) ?? null
  }

  /** Forgets what {@link keepHop} kept, now that what follows from it is written. */
  dropHop(url: string, reason: string): void {
    this.#dropHop.run(url, reason)
  }

  /** In order; the last one may be open. */
  browserRounds(): BrowserRound[] {
    return this.#database.prepare<[], BrowserRound>('SELECT * FROM browserRound ORDER BY number').all()
  }

  saveBrowserRound({ number, lastPageId, outcome }: BrowserRound): void {
    this.#database.prepare('INSERT OR REPLACE INTO browserRound VALUES (?, ?, ?)').run(number, lastPageId, outcome)
  }

  /** Notes a document of which a run that was over read the kind alone. */
  markHasty(resourceId: number): void {
    this.#database.prepare('INSERT OR IGNORE INTO hastyDocument VALUES (?)').run(resourceId)
  }

  /** Lets documents that were read in haste be read again, and counts that the run is taken up once more. */
  reopen(): void {
    this.#database.exec(
      `DELETE FROM documentFile WHERE resourceId IN (SELECT resourceId FROM hastyDocument);
       DELETE FROM hastyDocument`,
    )
    const ledger = this.ledger()
    this.saveLedger({ ...ledger, resumed: ledger.resumed + 1 })
  }

  /** Nothing is left to take up; what was spent stays. */
  end(): void {
    this.#database.exec('DELETE FROM assignment; DELETE FROM hop; DELETE FROM browserRound; DELETE FROM hastyDocument')
  }
}
