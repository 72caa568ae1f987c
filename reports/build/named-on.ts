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
    const from = links.slice(0, placesLimit).map(({ pageId, text, selector }) => {
      return { page: this.#snapshot.page(pageId).url, text, selector }
    })
    return links.length > placesLimit ? { from, furtherFrom: links.length - placesLimit } : { from }
  }
}
