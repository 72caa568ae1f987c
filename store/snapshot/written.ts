import type { Database } from 'better-sqlite3'
import type { ArtifactName } from '../model/artifact.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'
import type { FormControl, Resource } from '../model/page.ts'
import { taipeiDate } from '../model/taipei-date.ts'
import { endOfRefreshes } from './end-of-refreshes.ts'
import { type ResourceRow, resourceOf } from './resource-row.ts'
import { SearchPlaces } from './search-places.ts'

/** A page of an unfinished snapshot, as far as it matters for choosing which to open in a browser. */
export interface WrittenPage {
  id: number
  url: string
  templateId: string
  /** What the rules of accessibility read on it. */
  surface: readonly number[]
  isShell: boolean
  /** True when no page before it in order of URLs holds a form with the same controls: a search box in every header counts once. */
  isFirstWithForm: boolean
  /** True when it holds a link that posts the page back and is labelled as the way to another page of a list. */
  isPaged: boolean
}

/** A file that some link leads to. */
export interface LinkedFile {
  resource: Resource
  /** Text of the first link to it that has one; `null` when none has. */
  linkText: string | null
  /** How far from the start the crawl found it. */
  hops: number
}

const isNoPage = "mediaType IS NULL OR mediaType NOT IN ('text/html', 'application/xhtml+xml')"
/** What a page is put together from; SVG and fonts also come under old names. */
const isPart =
  "mediaType LIKE 'image/%' OR mediaType LIKE 'font/%' OR mediaType = 'text/css' OR mediaType LIKE '%javascript%' OR mediaType LIKE 'application/%font%'"

/** Pagers of ASP.NET: facts 9. */
const isPaged = `EXISTS (SELECT 1 FROM link WHERE link.pageId = page.id AND href LIKE 'javascript:%__doPostBack(%'
  AND (text GLOB '[0-9]*' OR text LIKE '%頁' OR text LIKE 'next%' OR text IN ('...', '…', '>', '>>', '»')))`

/** What a snapshot in the making already holds, for the crawl that makes it. */
export class Written {
  /** Where the site may be searched, and for what. */
  readonly search: SearchPlaces
  readonly #database
  readonly #resource
  readonly #hasPage

  constructor(database: Database) {
    this.search = new SearchPlaces(database)
    this.#database = database
    this.#resource = database.prepare<[string], ResourceRow>('SELECT * FROM resource WHERE url = ?')
    this.#hasPage = database.prepare<[string], number>('SELECT 1 FROM page WHERE url = ?').pluck()
  }

  /** The resource stored under a normal URL; `null` when there is none yet. */
  resourceAt(url: string): Resource | null {
    const row = this.#resource.get(url)
    return row === undefined ? null : resourceOf(row)
  }

  /** What each page written so far shows. */
  shownTexts(): IterableIterator<{ url: string; mainText: string; isShell: boolean }> {
    const pages = this.#database.prepare<[], { url: string; mainText: string; isShell: number }>(
      'SELECT url, mainText, isShell FROM page ORDER BY id',
    )
    return asShown(pages.iterate())
  }

  /** The page a reader ends at who is sent on from the page at a URL, as {@link endOfRefreshes}; `url` itself when there is none. */
  endOfRefreshesFrom(url: string): string {
    const pages = this.#database.prepare<[string], { url: string; refreshUrl: string | null }>(
      'SELECT url, refreshUrl FROM page WHERE url = ?',
    )
    const pageAt = (address: string) => pages.get(this.resourceAt(address)?.finalUrl ?? address) ?? null
    const first = pageAt(url)
    return first === null ? url : endOfRefreshes(first, pageAt).url
  }

  /** Text and target of the links of a page to other pages of the site. */
  internalLinksOf(url: string): { text: string; target: string }[] {
    const links = this.#database.prepare<[string], { text: string; target: string }>(
      `SELECT text, target FROM link WHERE pageId = (SELECT id FROM page WHERE url = ?) AND kind = 'hyperlink' AND isInternal = 1
       AND target IS NOT NULL ORDER BY start`,
    )
    return links.all(url)
  }

  /** URL of the page that tells the newest date of its own (one with a label, in the main region, up to an instant); `null`: none does. */
  newestPage(instant: string): string | null {
    const pages = this.#database.prepare<[string], string>(
      `SELECT page.url FROM pageDate JOIN page ON page.id = pageId WHERE region = 'main' AND label IS NOT NULL AND date <= ?
       ORDER BY date DESC, page.url LIMIT 1`,
    )
    return pages.pluck().get(taipeiDate(new Date(instant))) ?? null
  }

  pageCount(): number {
    return this.#database.prepare<[], number>('SELECT count(*) FROM page').pluck().get() ?? 0
  }

  hasPageAt(url: string): boolean {
    return this.#hasPage.get(url) !== undefined
  }

  /** The served HTML of a page; `null` when there is no such page. */
  bodyOfPage(id: number): Sha256 | null {
    return this.#database.prepare<[number], Sha256>('SELECT body FROM page WHERE id = ?').pluck().get(id) ?? null
  }

  /** Length of the text of the page at a normal URL, in UTF-16 code units; `null` when there is none. */
  textLengthAt(url: string): number | null {
    const lengths = this.#database.prepare<[string], number>('SELECT textLength FROM page WHERE url = ?').pluck()
    return lengths.get(url) ?? null
  }

  /** Ids of the pages some observer has looked at. */
  examinedPageIds(): Set<number> {
    return new Set(this.#database.prepare<[], number>('SELECT DISTINCT pageId FROM artifact').pluck().all())
  }

  /** Templates of the pages with an id up to `lastId`. */
  templatesUpTo(lastId: number): Set<string> {
    const templates = this.#database.prepare<[number], string>('SELECT DISTINCT templateId FROM page WHERE id <= ?')
    return new Set(templates.pluck().all(lastId))
  }

  /** Pages with an id above `afterId`, up to `lastId`, in order of their URLs; not those that send their reader to another. */
  pagesBetween(afterId: number, lastId: number): WrittenPage[] {
    const rows = this.#database.prepare<
      [number, number],
      Pick<WrittenPage, 'id' | 'url' | 'templateId'> & { isShell: number; isPaged: number; features: string }
    >(`SELECT id, url, templateId, isShell, features, ${isPaged} AS isPaged FROM page JOIN pageSurface ON pageId = page.id
      WHERE id > ? AND id <= ? AND refreshUrl IS NULL ORDER BY url`)
    const holders = this.#firstHoldersOfForms()
    return rows.all(afterId, lastId).map(({ features, ...row }) => ({
      ...row,
      surface: JSON.parse(features) as number[],
      isShell: row.isShell === 1,
      isPaged: row.isPaged === 1,
      isFirstWithForm: holders.has(row.id),
    }))
  }

  #firstHoldersOfForms(): Set<number> {
    const rows = this.#database.prepare<[], { pageId: number; controls: string }>(
      'SELECT pageId, controls FROM form JOIN page ON page.id = pageId ORDER BY page.url, form.start',
    )
    const holders = new Map<string, number>()
    for (const { pageId, controls } of rows.iterate()) {
      const kinds = (JSON.parse(controls) as FormControl[]).map(({ tag, type, name }) => `${tag}:${type}:${name}`)
      const signature = kinds.join(' ')
      if (!holders.has(signature)) holders.set(signature, pageId)
    }
    return new Set(holders.values())
  }

  /**
   * Files that came with 2xx, are no page and no part of one (image, style, script, font), and to which a hyperlink
   * leads, in the HTML, in a document, or (found by `rendering`) only after scripts ran. Each once, under its final URL;
   * those that have their row as documents are left out.
   */
  linkedFiles(): LinkedFile[] {
    const isLinked = `EXISTS (SELECT 1 FROM resource AS asked JOIN link ON link.target = asked.url
      WHERE asked.finalUrl = resource.url AND link.kind IN ('hyperlink', 'scripted'))
      OR EXISTS (SELECT 1 FROM resource AS asked JOIN url ON url.url = asked.url
      WHERE asked.finalUrl = resource.url AND url.foundBy IN ('rendering', 'paging', 'document'))`
    const linkText = `(SELECT link.text FROM resource AS asked JOIN link ON link.target = asked.url
      JOIN page ON page.id = link.pageId
      WHERE asked.finalUrl = resource.url AND link.kind IN ('hyperlink', 'scripted') AND link.text <> ''
      ORDER BY page.url, link.start LIMIT 1)`
    const rows = this.#database.prepare<[], ResourceRow & { linkText: string | null; hops: number }>(
      `SELECT resource.*, ${linkText} AS linkText, coalesce((SELECT min(hops) FROM resource AS asked
       JOIN url ON url.url = asked.url WHERE asked.finalUrl = resource.url), 0) AS hops FROM resource
       WHERE kind = 'response' AND status BETWEEN 200 AND 299 AND url = finalUrl
       AND (${isNoPage}) AND NOT coalesce(${isPart}, 0) AND (${isLinked})
       AND id NOT IN (SELECT resourceId FROM documentFile) ORDER BY url`,
    )
    return rows.all().map(({ linkText: text, hops, ...row }) => ({ resource: resourceOf(row), linkText: text, hops }))
  }

  /**
   * Resources that answered 404 or 410, or whose host name does not exist, and that a link (no form), a style sheet, a page or
   * a script led to, and that were not asked a second time yet, in order of URLs.
   */
  deadTargets(): Resource[] {
    const isReferredTo = `EXISTS (SELECT 1 FROM link WHERE link.target = resource.url AND link.kind <> 'form')
      OR EXISTS (SELECT 1 FROM styleReference WHERE target = resource.url)
      OR EXISTS (SELECT 1 FROM pageResource WHERE resourceId = resource.id)
      OR EXISTS (SELECT 1 FROM url WHERE url.url = resource.url AND url.foundBy IN ('rendering', 'paging', 'document', 'browser'))`
    const rows = this.#database.prepare<[], ResourceRow>(
      `SELECT * FROM resource WHERE ((kind = 'response' AND status IN (404, 410)) OR code = 'dns-not-found')
       AND (${isReferredTo}) AND NOT EXISTS (SELECT 1 FROM confirmation WHERE resourceId = resource.id) ORDER BY url`,
    )
    return rows.all().map(resourceOf)
  }

  /**
   * Addresses that a hyperlink, a document or a rendered page leads to, that answered with one of `statuses` or with a body
   * that may hide a refusal (503, or little text under 2xx), and that no browser opened a second time yet; in order of URLs.
   */
  refusedTargets(statuses: readonly number[], longestText: number): Resource[] {
    const isLinked = `EXISTS (SELECT 1 FROM link WHERE link.target = resource.url AND link.kind IN ('hyperlink', 'scripted'))
      OR EXISTS (SELECT 1 FROM url WHERE url.url = resource.url AND url.foundBy IN ('rendering', 'paging', 'document'))`
    const isShort = `status BETWEEN 200 AND 299 AND EXISTS
      (SELECT 1 FROM page WHERE page.url = resource.finalUrl AND page.textLength <= $longestText)`
    const rows = this.#database.prepare<{ statuses: string; longestText: number }, ResourceRow>(
      `SELECT * FROM resource WHERE kind = 'response'
       AND (status IN (SELECT value FROM json_each($statuses)) OR status = 503 OR (${isShort}))
       AND (${isLinked}) AND NOT EXISTS (SELECT 1 FROM secondLook WHERE resourceId = resource.id) ORDER BY url`,
    )
    return rows.all({ statuses: JSON.stringify(statuses), longestText }).map(resourceOf)
  }

  /** True when a resource was asked a second time. */
  isConfirmed(resourceId: number): boolean {
    const rows = this.#database.prepare<[number], number>('SELECT 1 FROM confirmation WHERE resourceId = ?')
    return rows.pluck().get(resourceId) !== undefined
  }

  /** The page at a normal URL; `null` when there is none. */
  pageIdAt(url: string): number | null {
    return this.#database.prepare<[string], number>('SELECT id FROM page WHERE url = ?').pluck().get(url) ?? null
  }

  /** True when some page has an artifact of that name. */
  hasArtifact(name: ArtifactName): boolean {
    const rows = this.#database.prepare<[string], number>('SELECT 1 FROM artifact WHERE name = ? LIMIT 1')
    return rows.pluck().get(name) !== undefined
  }

  /** Why a URL was not fetched, as a code; `null` when it was, or nobody knows of it. */
  reasonAt(url: string): string | null {
    const rows = this.#database.prepare<[string], string | null>('SELECT reason FROM url WHERE url = ?')
    return rows.pluck().get(url) ?? null
  }

  /** The highest id of a page; 0 when there is none. */
  lastPageId(): number {
    return this.#database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM page').pluck().get() ?? 0
  }

  /** Addresses of the site that hyperlinks lead to and that answered 2xx with HTML, perhaps somewhere else; in order of URLs. */
  linkedHtml(): { url: string; isRedirected: boolean }[] {
    const rows = this.#database.prepare<[], { url: string; isRedirected: number }>(
      `SELECT url, redirects <> '[]' AS isRedirected FROM resource
       WHERE kind = 'response' AND status BETWEEN 200 AND 299 AND NOT (${isNoPage}) AND EXISTS
       (SELECT 1 FROM link WHERE link.target = resource.url AND link.kind = 'hyperlink' AND link.isInternal = 1)
       ORDER BY url`,
    )
    return rows.all().map(({ url, isRedirected }) => ({ url, isRedirected: isRedirected === 1 }))
  }

  /** Where links (no forms) lead that leave the site, in normal form. */
  externalTargets(): string[] {
    const sql = "SELECT DISTINCT target FROM link WHERE isInternal = 0 AND target IS NOT NULL AND kind <> 'form'"
    return this.#database.prepare<[], string>(sql).pluck().all()
  }

  /** Artifacts of one name on pages with an id above `afterId`, in order of the pages' URLs; `hops` is the page's own. */
  artifactsAfter(afterId: number, name: ArtifactName): { body: Sha256; hops: number }[] {
    const rows = this.#database.prepare<[string, number], { body: Sha256; hops: number }>(
      `SELECT artifact.body, coalesce((SELECT hops FROM url WHERE url.url = page.url), 0) AS hops
       FROM artifact JOIN page ON page.id = pageId WHERE name = ? AND page.id > ? ORDER BY page.url`,
    )
    return rows.all(name, afterId)
  }
}

function* asShown(pages: IterableIterator<{ url: string; mainText: string; isShell: number }>) {
  for (const { isShell, ...page } of pages) yield { ...page, isShell: isShell === 1 }
}
