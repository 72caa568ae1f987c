import { ownCopy } from '../../store/own-copy.ts'
import { parseUrl } from '../../store/parse-url.ts'
import { normalForm } from '../normal-form.ts'
import { isFromRoot, KnownAddresses } from './known-addresses.ts'
import { encodeQuery } from './legacy-query.ts'

/** Schemes that name something to do, not a place on the web. */
const noAddress: ReadonlySet<string> = new Set(
  'javascript: vbscript: mailto: tel: sms: callto: data: blob: about: skype:'.split(' '),
)

/** A reference as it was resolved. */
export interface Address {
  /** Absolute, with fragment; `null` when it is no address. */
  url: string | null
  /** In normal form; `null` unless http or https. */
  target: string | null
}

const nowhere: Address = { url: null, target: null }

/** Resolves the references of one page, each spelling once. */
export class Addresses {
  readonly #pageUrl
  readonly #encoding
  #baseUrl: string
  #hasBase = false
  readonly #known = new Map<string, Address>()
  readonly #ofSite: KnownAddresses
  #fromRoot: Map<string, Address> | null = null

  constructor({ url: pageUrl, encoding }: { url: string; encoding: string }, ofSite = new KnownAddresses()) {
    this.#pageUrl = pageUrl
    this.#encoding = encoding
    this.#baseUrl = pageUrl
    this.#ofSite = ofSite
  }

  /** The first `<base href>` counts, for the references before it too; one that is no address is passed over as browsers do. */
  setBase(href: string): void {
    if (this.#hasBase) return
    this.#hasBase = true
    const base = parseUrl(href, this.#pageUrl)
    if (base !== null && !noAddress.has(base.protocol)) this.#baseUrl = base.href
  }

  /** Call it when the whole page is read: only then the base is known. */
  resolve(href: string): Address {
    const known = this.#known.get(href)
    if (known !== undefined) return known
    const shared = isFromRoot(href) ? this.#shared() : null
    const address = shared?.get(href) ?? this.#parse(href)
    if (shared !== null && !shared.has(href)) shared.set(ownCopy(href), address)
    this.#known.set(href, address)
    return address
  }

  /** What pages of this origin share; a base of an unknown scheme has no origin of its own. */
  #shared(): Map<string, Address> {
    if (this.#fromRoot !== null) return this.#fromRoot
    const { origin } = new URL(this.#baseUrl)
    this.#fromRoot = origin === 'null' ? new Map() : this.#ofSite.under(origin, this.#encoding)
    return this.#fromRoot
  }

  #parse(href: string): Address {
    const url = parseUrl(encodeQuery(href, this.#encoding), this.#baseUrl)
    if (url === null || noAddress.has(url.protocol)) return nowhere
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
    return { url: url.href, target: isWeb ? normalForm(url) : null }
  }
}
