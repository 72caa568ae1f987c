import type { FetchOutcome } from '../store/model/fetch-outcome.ts'
import type { Resource } from '../store/model/page.ts'
import type { ExtractedLink, ExtractedPage } from '../store/snapshot/extracted-page.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Intake } from './intake.ts'
import { labelMatcher } from './labels.ts'
import { hopsOver, linkPriority, siteMapPriority } from './priority.ts'
import type { PageReader, Reading } from './reading/page-reader.ts'
import type { FoundResource } from './redirects.ts'
import type { Scope } from './scope.ts'
import type { Storms } from './storms.ts'

/** The longest lists made for people have some thousands of links; what comes after these is a trap. */
const mostLinks = 50_000

/** Turns HTML answers into pages, and their links into URLs to ask for. */
export class PageRecorder {
  /** Pages written so far. */
  count: number
  /** Targets of links that are labelled as the list of the whole site. */
  readonly siteMapUrls: Set<string>
  readonly #writer: SnapshotWriter
  readonly #intake: Intake
  readonly #storms: Storms
  readonly #scope: Scope
  readonly #isSiteMapLabel
  readonly #reader: PageReader

  /** `siteMapLabels` are sources of patterns (flags `iu`) for labels like 網站導覽. */
  constructor(
    writer: SnapshotWriter,
    { intake, storms, reader }: { intake: Intake; storms: Storms; reader: PageReader },
    scope: Scope,
    siteMapLabels: readonly string[],
  ) {
    this.count = writer.written.pageCount()
    this.siteMapUrls = new Set(writer.frontier.siteMaps())
    this.#writer = writer
    this.#intake = intake
    this.#storms = storms
    this.#reader = reader
    this.#scope = scope
    this.#isSiteMapLabel = labelMatcher(siteMapLabels)
  }

  /** The page a resource leads to; `null` when it leads to none, or to one that is written already. */
  async read(asked: FoundResource): Promise<Reading | null> {
    const { url, outcome } = this.#endOf(asked) ?? { ...asked, url: asked.finalUrl }
    if (!this.#scope.contains(url) || this.#writer.written.hasPageAt(url)) return null
    const content = this.#htmlOf(outcome)
    const charset = outcome.kind === 'response' ? outcome.charset : null
    return content === null ? null : this.#reader.read(content, { url, charset })
  }

  /** Writes a page that was read, once; nothing when its resource was not had. `hops` is its distance in the crawl. */
  record(asked: Resource, page: Reading, hops: number): void {
    const resource = this.#endOf(asked)
    if (resource === null || this.#writer.written.hasPageAt(resource.url)) return
    if (page === 'unread') this.#writer.frontier.settle(resource.url, 'failed', 'unread')
    else this.#write(resource, page, { hops, asked: asked.url })
  }

  /** The resource at the end of the redirects; `null` when it is not stored. */
  #endOf<Found extends FoundResource>(asked: Found): Found | Resource | null {
    return asked.url === asked.finalUrl ? asked : this.#writer.written.resourceAt(asked.finalUrl)
  }

  #htmlOf(outcome: FetchOutcome): Uint8Array | null {
    if (outcome.kind === 'failure' || outcome.status < 200 || outcome.status > 299) return null
    const content = outcome.body === null ? new Uint8Array() : this.#writer.getBody(outcome.body)
    if (content === null) return null
    const { mediaType } = outcome
    if (mediaType === null) return looksLikeHtml(content) ? content : null
    return mediaType === 'text/html' || mediaType === 'application/xhtml+xml' ? content : null
  }

  #write(resource: Resource, whole: ExtractedPage, found: { hops: number; asked: string }): void {
    const page = whole.links.length <= mostLinks ? whole : { ...whole, links: whole.links.slice(0, mostLinks) }
    const isSiteMap = this.siteMapUrls.has(resource.url) || this.siteMapUrls.has(found.asked)
    if (isSiteMap) this.#noteSiteMap(resource.url)
    this.#writer.transaction(() => {
      const stored = resource.outcome.kind === 'response' ? resource.outcome.body : null
      const body = stored ?? this.#writer.putBody(new Uint8Array(), 'text/html')
      const isInternal = (target: string) => this.#scope.contains(target)
      this.#writer.addPage(page, { url: resource.url, resourceId: resource.id, body, isInternal })
      for (const link of page.links) this.#discover(link, found.hops, isSiteMap ? 'site-map-page' : 'link')
      this.#follow(page.refreshUrl, resource.url)
      if (page !== whole) this.#nameCut(whole.links.slice(mostLinks), found.hops)
    })
    this.count += 1
    this.#storms.note({ url: resource.url, mainText: page.mainText, isShell: page.isShell })
  }

  /** A door that leads to another spelling of its own address is not the page behind it. */
  #follow(refreshUrl: string | null, pageUrl: string): void {
    if (refreshUrl !== null && this.#intake.askedFor(refreshUrl) === pageUrl) this.#intake.giveWayInVain(pageUrl)
  }

  /** The first address that was cut stands for all: a million fates would be a trap of their own. */
  #nameCut(links: readonly ExtractedLink[], pageHops: number): void {
    const first = links.find(({ target }) => target !== null && this.#scope.contains(target))?.target
    if (first == null) return
    this.#writer.frontier.skip(first, 'trap:links', { foundBy: 'link', hops: pageHops + 1, priority: 0 })
  }

  #discover(link: ExtractedLink, pageHops: number, foundBy: string): void {
    const { target, kind } = link
    if (target === null || kind === 'form' || !this.#scope.contains(target)) return
    const hops = hopsOver(kind, pageHops)
    const isSiteMap = kind === 'hyperlink' && this.#isSiteMapLabel(link.text)
    const priority = isSiteMap ? siteMapPriority : linkPriority(target, kind, hops)
    this.#intake.take(target, { foundBy, hops, priority })
    if (isSiteMap) for (const url of [target, this.#intake.askedFor(target)]) this.#noteSiteMap(url)
  }

  #noteSiteMap(url: string): void {
    if (this.siteMapUrls.has(url)) return
    this.siteMapUrls.add(url)
    this.#writer.frontier.markSiteMap(url)
  }
}

function looksLikeHtml(content: Uint8Array): boolean {
  return /<(!doctype html|html|head|body)[\s>]/i.test(Buffer.from(content.subarray(0, 1024)).toString('latin1'))
}
