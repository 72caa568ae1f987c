import type { Link } from '../../store/model/link.ts'
import type { Places } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

const placesLimit = 20

/** Looks up, for any address links lead to (or an href that is no address), the places that name it. */
export class PlaceIndex {
  readonly #snapshot: Snapshot
  /** Links that lead to no address, by what is written in them. */
  readonly #addressless = new Map<string, Link[]>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    for (const link of snapshot.links()) {
      if (link.target !== null) continue
      const known = this.#addressless.get(link.href)
      if (known === undefined) this.#addressless.set(link.href, [link])
      else known.push(link)
    }
  }

  placesOf(address: string): Places {
    const links = this.#addressless.get(address) ?? this.#snapshot.linksTo(address)
    const named = links.map(({ pageId, text, selector }) => ({ page: this.#snapshot.page(pageId).url, text, selector }))
    const places = named.length > 0 ? named : this.#pulledInBy(address)
    const from = places.slice(0, placesLimit)
    return places.length > placesLimit ? { from, furtherFrom: places.length - placesLimit } : { from }
  }

  /** Pages that ask for an address no link of theirs names: a style sheet or a script of theirs does. */
  #pulledInBy(address: string): Places['from'] {
    const resource = this.#snapshot.resourceAt(address)
    if (resource === null) return []
    return this.#snapshot.pagesPulling(resource.id).map(({ url }) => ({ page: url, text: '', selector: '' }))
  }
}
