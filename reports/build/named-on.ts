import type { Link } from '../../store/model/link.ts'
import type { Places } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

const placesLimit = 20

/** Looks up, for any address links lead to (or an href that is no address), the places that name it. */
export class PlaceIndex {
  readonly #snapshot: Snapshot
  readonly #links = new Map<string, Link[]>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    for (const link of snapshot.links()) {
      const address = link.target ?? link.href
      const known = this.#links.get(address)
      if (known === undefined) this.#links.set(address, [link])
      else known.push(link)
    }
  }

  placesOf(address: string): Places {
    const links = this.#links.get(address) ?? []
    const from = links.slice(0, placesLimit).map(({ pageId, text, selector }) => {
      return { page: this.#snapshot.page(pageId).url, text, selector }
    })
    return links.length > placesLimit ? { from, furtherFrom: links.length - placesLimit } : { from }
  }
}
