import { CookieJar } from 'tough-cookie'

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
    if (!this.#isOwn(url)) return null
    const cookies = this.#jar.getCookiesSync(url).slice(0, mostAtOnce)
    return cookies.length === 0 ? null : cookies.map((cookie) => cookie.cookieString()).join('; ')
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
