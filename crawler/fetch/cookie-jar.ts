import { type Cookie, CookieJar } from 'tough-cookie'

/** Longer ones are no cookies of a sane site (RFC 6265 6.1 asks for room for 4096 bytes). */
const longestCookie = 4096
/** Of all the cookies a site sets, this many are ever taken: a jar is not a store for strangers. */
const mostCookies = 300
const mostAtOnce = 50

/**
 * The cookies of one site during one run (RFC 6265), in memory alone. `isOwn` tells the URLs of the site: no other host is
 * sent one or can set one.
 */
export class SiteCookies {
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: true })
  readonly #isOwn: (url: string) => boolean
  #taken = 0

  constructor(isOwn: (url: string) => boolean) {
    this.#isOwn = isOwn
  }

  /** The value of the `cookie` header for a URL; `null` when there is none to send. */
  headerFor(url: string): string | null {
    const cookies = this.#for(url)
    return cookies.length === 0 ? null : cookies.map((cookie) => cookie.cookieString()).join('; ')
  }

  /**
   * The `set-cookie` headers that bring a browser up to date which asked for a URL with this `cookie` header: what it has not,
   * or has with another value.
   */
  setCookiesFor(url: string, cookie: string | undefined): string[] {
    const had = pairsOf(cookie)
    return this.#for(url)
      .filter(({ key, value }) => had.get(key) !== value)
      .map((one) => one.toString())
  }

  /** Keeps what a browser's `cookie` header tells beyond what it was given: scripts set cookies as well. */
  takeFromBrowser(url: string, cookie: string | undefined): void {
    if (cookie === undefined || !this.#isOwn(url)) return
    const known = new Map(this.#jar.getCookiesSync(url).map((one) => [one.key, one]))
    for (const [name, value] of pairsOf(cookie)) {
      const old = known.get(name)
      if (old === undefined) this.take(url, `${name}=${value}; Path=/`)
      else if (old.value !== value) this.#change(url, old, value)
    }
  }

  #change(url: string, old: Cookie, value: string): void {
    if (value.length > longestCookie) return
    old.value = value
    this.#jar.setCookieSync(old, url, { ignoreError: true })
  }

  #for(url: string): Cookie[] {
    if (this.#taken === 0) return []
    return this.#isOwn(url) ? this.#jar.getCookiesSync(url).slice(0, mostAtOnce) : []
  }

  /** Keeps what a URL's `set-cookie` headers say; malformed, foreign and oversized ones are dropped. */
  take(url: string, setCookie: string | readonly string[] | undefined): void {
    if (setCookie === undefined || !this.#isOwn(url)) return
    for (const text of typeof setCookie === 'string' ? [setCookie] : setCookie) {
      if (text.length > longestCookie || this.#taken >= mostCookies) continue
      this.#taken += 1
      this.#jar.setCookieSync(text, url, { ignoreError: true })
    }
  }
}

/** Name -> value of a `cookie` header; of equal names the first, whose path is the most specific. */
function pairsOf(header: string | undefined): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const part of (header ?? '').split(/; */)) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(0, equals)).trim()
    if (name !== '' && !pairs.has(name)) pairs.set(name, part.slice(equals + 1))
  }
  return pairs
}
