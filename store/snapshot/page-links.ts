import type { Database } from 'better-sqlite3'
import type { Link } from '../model/link.ts'

type Flags<T, K extends keyof T> = Omit<T, K> & Record<K, number>
type LinkRow = Flags<Link, 'isInternal'>
/** What a link says, wherever it stands. */
type Reference = Omit<Link, 'id' | 'pageId' | 'start' | 'end'>

/** Numbers a place takes in the list of a page: id, reference, start, end. */
const width = 4

/**
 * Links of pages. A run of all checks asks for those of every page two dozen times: what was read stays, what links say as
 * objects, where they stand as numbers (16 bytes a link).
 */
export class PageLinks {
  readonly #database
  readonly #selectPlaces
  readonly #selectReference
  readonly #places = new Map<number, Uint32Array>()
  readonly #references = new Map<number, Reference>()
  /** One string for what thousands of links say alike. */
  readonly #words = new Map<string, string>()

  constructor(database: Database) {
    this.#database = database
    this.#selectPlaces = database
      .prepare<[number], number[]>(
        'SELECT id, referenceId, start, end FROM linkPlace WHERE pageId = ? ORDER BY start, id',
      )
      .raw()
    this.#selectReference = database.prepare<[number], Flags<Reference, 'isInternal'> & { id: number }>(
      'SELECT * FROM reference WHERE id = ?',
    )
  }

  count(): number {
    return this.#database.prepare('SELECT count(*) FROM linkPlace').pluck().get() as number
  }

  /** `null` when there is no such link. */
  byId(id: number): Link | null {
    const row = this.#database.prepare<[number], LinkRow>('SELECT * FROM link WHERE id = ?').get(id)
    return row === undefined ? null : linkOf(row)
  }

  /** The links of a page, in order of their places. */
  of(pageId: number): Link[] {
    const places = this.#placesOn(pageId)
    const links: Link[] = []
    for (let at = 0; at < places.length; at += width) links.push(this.#linkAt(pageId, places, at))
    return links
  }

  /** Everything that the links of the pages say, each at its first place. */
  *firstOf(pageIds: Iterable<number>): Generator<Link> {
    const seen = new Set<number>()
    for (const pageId of pageIds) {
      const places = this.#placesOn(pageId)
      for (let at = 0; at < places.length; at += width) {
        const reference = places[at + 1] ?? 0
        if (seen.has(reference)) continue
        seen.add(reference)
        yield this.#linkAt(pageId, places, at)
      }
    }
  }

  /** The links that lead to a normal URL, in order of their pages' URLs. */
  to(target: string): Link[] {
    const rows = this.#database.prepare<[string], LinkRow>(
      `SELECT link.* FROM link JOIN page ON page.id = link.pageId
       WHERE link.target = ? ORDER BY page.url, link.start, link.id`,
    )
    return rows.all(target).map(linkOf)
  }

  #linkAt(pageId: number, places: Uint32Array, at: number): Link {
    const { kind, href, url, target, text, selector, region, isInternal, targetId } = this.#reference(
      places[at + 1] ?? 0,
    )
    const [id, start, end] = [places[at] ?? 0, places[at + 2] ?? 0, places[at + 3] ?? 0]
    // Written out: all links are of one shape, which is what makes reading them quick.
    return { id, pageId, kind, href, url, target, text, selector, region, start, end, isInternal, targetId }
  }

  #placesOn(pageId: number): Uint32Array {
    const known = this.#places.get(pageId)
    if (known !== undefined) return known
    const places = Uint32Array.from(this.#selectPlaces.all(pageId).flat())
    this.#places.set(pageId, places)
    return places
  }

  #reference(id: number): Reference {
    const known = this.#references.get(id)
    if (known !== undefined) return known
    const row = this.#selectReference.get(id)
    if (row === undefined) throw new Error(`the snapshot holds no reference ${id}`)
    const { kind, href, url, text, selector, region, isInternal, targetId } = row
    const reference = {
      ...{ kind: this.#shared(kind), href, url, target: row.target === url ? url : row.target, text },
      ...{ selector: this.#shared(selector), region: this.#shared(region), isInternal: isInternal === 1, targetId },
    }
    this.#references.set(id, reference)
    return reference
  }

  #shared<Word extends string>(word: Word): Word {
    const known = this.#words.get(word)
    if (known !== undefined) return known as Word
    this.#words.set(word, word)
    return word
  }
}

function linkOf(row: LinkRow): Link {
  return { ...row, isInternal: row.isInternal === 1 }
}
