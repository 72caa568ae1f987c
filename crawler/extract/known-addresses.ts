import type { Address } from './addresses.ts'

/** Addresses kept of an origin; beyond them the memory begins anew. */
const most = 20_000
/** A site has the origins of its twin hosts and schemes, seldom more. */
const mostOrigins = 16

/**
 * Remembers over pages what an address resolves to where that does not depend on the page: one written from the root of
 * the host or in full. The same menu stands on every page of a site.
 */
export class KnownAddresses {
  readonly #known = new Map<string, Map<string, Address>>()

  /** Reference -> what it resolves to on every page with this encoding and a base on this origin; the caller adds to it. */
  under(origin: string, encoding: string): Map<string, Address> {
    const key = `${encoding} ${origin}`
    const known = this.#known.get(key)
    if (known !== undefined && known.size < most) return known
    const addresses = new Map<string, Address>()
    if (this.#known.size >= mostOrigins) this.#known.clear()
    this.#known.set(key, addresses)
    return addresses
  }
}

/** True for a reference whose meaning depends on the origin of the page alone. */
export function isFromRoot(href: string): boolean {
  return href.startsWith('/') || href.startsWith('http://') || href.startsWith('https://')
}
