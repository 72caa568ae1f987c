import type { Database } from 'better-sqlite3'
import type { Form, Heading, MetaTag, PageDate, PageResource } from '../model/page.ts'

/** What was read out of each page, in order of the places in it. */
export class PageParts {
  readonly #metaTags
  readonly #headings
  readonly #dates
  readonly #forms
  readonly #resources

  constructor(database: Database) {
    this.#metaTags = database.prepare<[number], MetaTag>('SELECT * FROM metaTag WHERE pageId = ? ORDER BY start')
    this.#headings = database.prepare<[number], Heading>('SELECT * FROM heading WHERE pageId = ? ORDER BY start')
    this.#dates = database.prepare<[number], PageDate>('SELECT * FROM pageDate WHERE pageId = ? ORDER BY start')
    this.#forms = database.prepare<[number], Omit<Form, 'controls'> & { controls: string }>(
      'SELECT * FROM form WHERE pageId = ? ORDER BY start',
    )
    this.#resources = database.prepare<[number], PageResource>(
      'SELECT * FROM pageResource WHERE pageId = ? ORDER BY resourceId, kind',
    )
  }

  metaTags(pageId: number): MetaTag[] {
    return this.#metaTags.all(pageId)
  }

  headings(pageId: number): Heading[] {
    return this.#headings.all(pageId)
  }

  dates(pageId: number): PageDate[] {
    return this.#dates.all(pageId)
  }

  forms(pageId: number): Form[] {
    return this.#forms.all(pageId).map((row) => ({ ...row, controls: JSON.parse(row.controls) }))
  }

  /** In order of the resources. */
  resources(pageId: number): PageResource[] {
    return this.#resources.all(pageId)
  }
}
