import type { Database } from 'better-sqlite3'
import { ownCopy } from '../own-copy.ts'
import type { ExtractedLink } from './extracted-page.ts'
import { type Bound, RowsInsert } from './rows-insert.ts'

/** References kept in mind, many times what menus have; one that was forgotten is written once more, which changes nothing but the size. */
const mostKnown = 8_000

/**
 * Writes links in two parts: what they say, once for all pages that say the same at the same selector (a menu is the same on
 * every page), and where they stand. View `link` puts the two together.
 */
export class LinkWriter {
  readonly #references
  readonly #places
  /** What a link says, each of its texts as a number -> id of the reference. */
  readonly #known = new Map<string, number>()
  /** Texts that stand in what links say -> their numbers: the same address, the same place in a page stand in many. */
  readonly #numbers = new Map<string, number>()
  #lastId: number

  constructor(database: Database) {
    const said = ['id', 'kind', 'href', 'url', 'target', 'text', 'selector', 'region', 'isInternal']
    this.#references = new RowsInsert(database, 'reference', said)
    this.#places = new RowsInsert(database, 'linkPlace', ['pageId', 'referenceId', 'start', 'end'])
    this.#lastId = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM reference').pluck().get() ?? 0
  }

  write(pageId: number, links: readonly ExtractedLink[], isInternal: (target: string) => boolean): void {
    const references: Bound[] = []
    const places: Bound[] = []
    for (const link of links) {
      places.push(pageId, this.#referenceOf(link, isInternal, references), link.start, link.end)
    }
    this.#references.run(references)
    this.#places.run(places)
  }

  /** The id of the reference; the row of a new one is added to `rows`. */
  #referenceOf(link: ExtractedLink, isInternal: (target: string) => boolean, rows: Bound[]): number {
    const said = this.#saidBy(link)
    const known = this.#known.get(said)
    if (known !== undefined) return known
    const { kind, href, url, target, text, selector, region } = link
    this.#lastId += 1
    rows.push(
      this.#lastId,
      kind,
      href,
      url,
      target,
      text,
      selector,
      region,
      target !== null && isInternal(target) ? 1 : 0,
    )
    this.#known.set(said, this.#lastId)
    if (this.#known.size >= mostKnown) this.#forget()
    return this.#lastId
  }

  #saidBy({ kind, region, href, text, selector, url }: ExtractedLink): string {
    const place = `${this.#numberOf(href)} ${this.#numberOf(text)} ${this.#numberOf(selector)}`
    return `${kind} ${region} ${place} ${url === null ? '' : this.#numberOf(url)}`
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(ownCopy(text), number)
    return number
  }

  #forget(): void {
    this.#known.clear()
    this.#numbers.clear()
  }
}
