import type { Database } from 'better-sqlite3'
import type { Form, FormControl } from '../model/page.ts'
import { isOnLink, type PageText, pageTexts } from './page-texts.ts'

/** Where the site of a snapshot in the making may be searched, and for what. */
export class SearchPlaces {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The page that the first text form (GET) of a page leads to, with whatever query; `null` when none was had. */
  pageFrom(url: string): string | null {
    const forms = this.#database.prepare<[string], { action: string; controls: string }>(
      `SELECT action, controls FROM form JOIN page ON page.id = pageId
       WHERE page.url = ? AND method = 'get' AND action IS NOT NULL ORDER BY start`,
    )
    const pageAt = this.#database.prepare<{ action: string }, string>(
      `SELECT url FROM page WHERE url = $action OR substr(url, 1, length($action) + 1) = $action || '?' ORDER BY url LIMIT 1`,
    )
    const isText = ({ tag, type }: FormControl) => tag === 'input' && (type === 'text' || type === 'search')
    const found = forms
      .all(url)
      .filter(({ controls }) => (JSON.parse(controls) as FormControl[]).some(isText))
      .map(({ action }) => pageAt.pluck().get({ action: action.replace(/[?#].*$/s, '') }))
    return found.find((page) => page !== undefined && page !== url) ?? null
  }

  /** Forms with the pages they stand on, the pages nearest to the start first, then in order of their URLs. */
  *formsByHops(): Generator<{ url: string; form: Pick<Form, 'action' | 'controls' | 'region' | 'text'> }> {
    const rows = this.#database.prepare<
      [],
      Pick<Form, 'action' | 'region' | 'text'> & { url: string; controls: string }
    >(
      `SELECT page.url, action, region, text, controls FROM form JOIN page ON page.id = pageId
       LEFT JOIN url ON url.url = page.url ORDER BY coalesce(url.hops, 99), page.url, form.start LIMIT 2000`,
    )
    for (const { url, controls, ...form } of rows.iterate())
      yield { url, form: { ...form, controls: JSON.parse(controls) as FormControl[] } }
  }

  /** The page within two hops of the start that has the most links; `null` when there is none. */
  busiestPage(): string | null {
    const rows = this.#database.prepare<[], string>(
      `SELECT page.url FROM page JOIN url ON url.url = page.url WHERE url.hops <= 2 AND page.refreshUrl IS NULL
       ORDER BY (SELECT count(*) FROM linkPlace WHERE pageId = page.id) DESC, page.url LIMIT 1`,
    )
    return rows.pluck().get() ?? null
  }

  /** What the site's own search can be asked for. */
  pageTexts(): PageText[] {
    return pageTexts(this.#database)
  }

  /** True when the label of some link holds the word. */
  isOnLink(word: string): boolean {
    return isOnLink(this.#database, word)
  }
}
