import type { Database } from 'better-sqlite3'
import type { ExtractedLink } from './extracted-page.ts'

/** References kept in mind; one that was forgotten is written once more, which changes nothing but its size. */
const mostKnown = 20_000

/**
 * Writes links in two parts: what they say, once for all pages that say the same at the same selector (a menu is the same on
 * every page), and where they stand. View `link` puts the two together.
 */
export class LinkWriter {
  readonly #reference
  readonly #place
  /** What a link says -> id of the reference. */
  readonly #known = new Map<string, number>()

  constructor(database: Database) {
    this.#reference = database.prepare(
      'INSERT INTO reference (kind, href, url, target, text, selector, region, isInternal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#place = database.prepare('INSERT INTO linkPlace (pageId, referenceId, start, end) VALUES (?, ?, ?, ?)')
  }

  write(pageId: number, link: ExtractedLink, isInternal: (target: string) => boolean): void {
    this.#place.run(pageId, this.#referenceOf(link, isInternal), link.start, link.end)
  }

  #referenceOf(link: ExtractedLink, isInternal: (target: string) => boolean): number {
    const said = saidBy(link)
    const known = this.#known.get(said)
    if (known !== undefined) return known
    const { kind, href, url, target, text, selector, region } = link
    const isOurs = target !== null && isInternal(target) ? 1 : 0
    const id = Number(this.#reference.run(kind, href, url, target, text, selector, region, isOurs).lastInsertRowid)
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(said, id)
    return id
  }
}

/** The lengths keep one part from passing for the end of another. */
function saidBy({ kind, region, href, text, selector, url }: ExtractedLink): string {
  return `${kind} ${region} ${href.length} ${text.length} ${selector.length} ${href}${text}${selector}${url ?? ''}`
}
