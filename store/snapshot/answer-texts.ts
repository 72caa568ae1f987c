import type { Database } from 'better-sqlite3'
import type { AnswerText } from '../model/answer-text.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'

type AnswerTextRow = Omit<AnswerText, 'headings' | 'asksForPassword'> & { headings: string; asksForPassword: number }

/** Readings of HTML answers that are no pages, each under the address of its bytes. */
export class AnswerTexts {
  readonly #insert
  readonly #select

  constructor(database: Database) {
    this.#insert = database.prepare(
      `INSERT OR IGNORE INTO answerText
       VALUES ($body, $encoding, $title, $headings, $mainText, $textLength, $asksForPassword)`,
    )
    this.#select = database.prepare<[Sha256], AnswerTextRow>('SELECT * FROM answerText WHERE body = ?')
  }

  add(text: AnswerText): void {
    const asksForPassword = text.asksForPassword ? 1 : 0
    this.#insert.run({ ...text, headings: JSON.stringify(text.headings), asksForPassword })
  }

  /** `null` when the answer was not read: it is a page of the site, or no HTML. */
  of(body: Sha256): AnswerText | null {
    const row = this.#select.get(body)
    if (row === undefined) return null
    return { ...row, headings: JSON.parse(row.headings), asksForPassword: row.asksForPassword === 1 }
  }
}
