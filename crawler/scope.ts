import picomatch from 'picomatch'
import { parseUrl } from '../store/parse-url.ts'

/** Which part of a site is asked for. */
export interface ScopeRules {
  /** Globs on path and query, as in `/news/**`; an empty one means everything. Images, styles, scripts and fonts need none. */
  include: readonly string[]
  exclude: readonly string[]
  /** Hosts that are never asked for anything; a subdomain of one counts as well. */
  neverAsk: readonly string[]
}

/** Why a URL of the site is not asked for. */
export type OutOfBounds = 'never-ask' | 'excluded' | 'too-long' | 'repeating'

/** What included pages are put together from lies anywhere. */
const parts = /\.(css|m?js|png|jpe?g|gif|svg|webp|ico|woff2?|ttf|otf|eot)$/i
const globOptions = { dot: true, nocase: true, bash: true }
/** Longer addresses come from links that grow by themselves. */
const maxUrlLength = 4096
const maxSameSegments = 4

/** The host of an origin and its `www.` twin, under http and https. */
export class Scope {
  readonly #host: string
  readonly #port: string
  /** What the usual spellings of the site's addresses begin with. */
  readonly #beginnings: readonly string[]
  readonly #neverAsk
  readonly #isIncluded
  readonly #isExcluded

  /** `origin` is `scheme://host[:port]`. A port of its own names one server, so only that port is then in scope. */
  constructor(origin: string, rules: ScopeRules) {
    const { hostname, port } = new URL(origin)
    this.#host = bareHost(hostname)
    this.#port = port
    const hosts = [this.#host, `www.${this.#host}`].map((name) => (port === '' ? name : `${name}:${port}`))
    this.#beginnings = hosts.flatMap((name) => [`http://${name}/`, `https://${name}/`])
    this.#neverAsk = rules.neverAsk.map((host) => host.toLowerCase())
    this.#isIncluded = matcher(rules.include, true)
    this.#isExcluded = matcher(rules.exclude, false)
  }

  /** True when an absolute URL belongs to the site, whether or not it may be asked for. */
  contains(url: string): boolean {
    // Every link of every page is asked about: most need no parser.
    if (this.#beginnings.some((beginning) => url.startsWith(beginning))) return true
    const parsed = parseUrl(url)
    if (parsed === null || !isHttp(parsed)) return false
    return bareHost(parsed.hostname) === this.#host && parsed.port === this.#port
  }

  /** Why a URL of the site is not asked for; `null` when it may be. */
  bounds(url: string): OutOfBounds | null {
    const { hostname, pathname, search } = new URL(url)
    if (this.isNeverAsked(hostname)) return 'never-ask'
    if (url.length > maxUrlLength) return 'too-long'
    if (isRepeating(pathname)) return 'repeating'
    const path = readable(pathname + search)
    return (this.#isIncluded(path) || parts.test(pathname)) && !this.#isExcluded(path) ? null : 'excluded'
  }

  /** True for a host nobody is to ask, whoever links to it. */
  isNeverAsked(hostname: string): boolean {
    return this.#neverAsk.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  }
}

/** A host without the `www.` before it: the twins are one site on one server. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^www\.(?=.*[a-z])/, '')
    .replace(/\.$/, '')
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}

function matcher(globs: readonly string[], whenEmpty: boolean): (path: string) => boolean {
  return globs.length === 0 ? () => whenEmpty : picomatch([...globs], globOptions)
}

/** True when one segment stands in a path again and again: the mark of relative links that grow on error pages. */
function isRepeating(pathname: string): boolean {
  const counts = new Map<string, number>()
  for (const segment of pathname.split('/')) {
    const count = (counts.get(segment) ?? 0) + 1
    if (segment !== '' && count > maxSameSegments) return true
    counts.set(segment, count)
  }
  return false
}

/** Globs are written in characters, so the path is matched decoded where it can be. */
function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
