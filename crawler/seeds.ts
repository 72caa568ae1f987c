import { parseUrl } from '../store/parse-url.ts'
import { type Discovery, neverQueued } from '../store/snapshot/frontier.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Gatekeeper } from './gate.ts'
import type { Intake } from './intake.ts'
import { normalForm } from './normal-form.ts'
import { linkPriority } from './priority.ts'
import type { Scope } from './scope.ts'
import type { SiteAsking } from './site-asking.ts'
import { maxSitemapUrls, readSitemap } from './sitemap.ts'

/** sitemaps.org lets an index name sitemaps; deeper nesting is a mistake or a trap. */
const maxDepth = 3
const maxFiles = 500

interface SeedParts {
  writer: SnapshotWriter
  asking: SiteAsking
  gatekeeper: Gatekeeper
  scope: Scope
  intake: Intake
}

/** Finds URLs that the site's own lists name, beside what its links lead to. */
export class SitemapSeeds {
  readonly #writer: SnapshotWriter
  readonly #asking: SiteAsking
  readonly #gatekeeper: Gatekeeper
  readonly #scope: Scope
  readonly #intake: Intake
  readonly #seen = new Set<string>()
  #urls = 0

  constructor({ writer, asking, gatekeeper, scope, intake }: SeedParts) {
    this.#writer = writer
    this.#intake = intake
    this.#asking = asking
    this.#gatekeeper = gatekeeper
    this.#scope = scope
  }

  /** Reads the sitemaps robots.txt names, and `/sitemap.xml` of the origin, and queues the pages they list. */
  async plant(origin: string, named: readonly string[]): Promise<void> {
    for (const url of named) await this.#read(url, origin, { foundBy: 'robots', depth: 0 })
    await this.#read('/sitemap.xml', origin, { foundBy: 'sitemap-xml', depth: 0 })
  }

  async #read(address: string, base: string, place: { foundBy: string; depth: number }): Promise<void> {
    const url = this.#ownUrl(address, base)
    if (url === null || this.#seen.has(url) || this.#seen.size >= maxFiles || place.depth > maxDepth) return
    this.#seen.add(url)
    const content = await this.#contentOf(url, { foundBy: place.foundBy, hops: 0, priority: neverQueued })
    if (content === null) return
    const sitemap = await readSitemap(content)
    this.#writer.transaction(() => {
      for (const listed of sitemap.urls) this.#queue(listed, url)
    })
    for (const further of sitemap.sitemaps) await this.#read(further, url, { ...place, depth: place.depth + 1 })
  }

  async #contentOf(url: string, found: Discovery): Promise<Uint8Array | null> {
    const bar = await this.#gatekeeper.barTo(url)
    // Globs choose pages; the list of pages is read all the same.
    if (bar !== null && bar !== 'excluded') {
      this.#writer.frontier.skip(url, bar, found)
      return null
    }
    const resource = await this.#asking.ask(url, found, this.#gatekeeper.site)
    if (typeof resource === 'string' || resource.outcome.kind === 'failure') return null
    const { status, body, mediaType } = resource.outcome
    if (status > 299 || body === null || mediaType === 'text/html') return null
    return this.#writer.getBody(body)
  }

  #queue(listed: string, base: string): void {
    const url = this.#ownUrl(listed, base)
    if (url === null || this.#urls >= maxSitemapUrls) return
    this.#urls += 1
    this.#intake.take(url, { foundBy: 'sitemap-xml', hops: 1, priority: linkPriority(url, 'hyperlink', 2) })
  }

  #ownUrl(address: string, base: string): string | null {
    const parsed = parseUrl(address, base)
    if (parsed === null) return null
    const url = normalForm(parsed)
    return this.#scope.contains(url) ? url : null
  }
}
