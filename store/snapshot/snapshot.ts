import type { Database } from 'better-sqlite3'
import { decodeText } from '../decode-text.ts'
import { type Dom, parseHtml } from '../html.ts'
import type { AnswerText } from '../model/answer-text.ts'
import type { Artifact, ArtifactName } from '../model/artifact.ts'
import type { Ledger } from '../model/assignment.ts'
import type { Confirmation } from '../model/confirmation.ts'
import type { DocumentFile } from '../model/document-file.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'
import type { Link } from '../model/link.ts'
import type { Form, Heading, MetaTag, Page, PageDate, PageResource, Resource, StyleReference } from '../model/page.ts'
import type { Probe } from '../model/probe.ts'
import type { Run, UrlFate } from '../model/run.ts'
import type { SecondLook } from '../model/second-look.ts'
import { Recent } from '../recent.ts'
import { AnswerTexts } from './answer-texts.ts'
import { Bodies } from './bodies.ts'
import { Confirmations } from './confirmations.ts'
import { endOfRefreshes } from './end-of-refreshes.ts'
import { askedSpellings, once, pageIndex, resourceIndex } from './indices.ts'
import { LinkAsking } from './link-asking.ts'
import { PageLinks } from './page-links.ts'
import { PageParts } from './page-parts.ts'
import { SecondLooks } from './second-looks.ts'
import { WorkingState } from './working-state.ts'

/** A resource under every address it is had at, and the style sheets that name it. */
const askedAs = `SELECT asked.id FROM resource AS own JOIN resource AS asked ON asked.finalUrl = own.url OR asked.id = own.id
  WHERE own.id = $id
  UNION SELECT sheet.id FROM resource AS named JOIN styleReference ON styleReference.target = named.url
  JOIN resource AS source ON source.id = styleReference.resourceId JOIN resource AS sheet ON sheet.finalUrl = source.url
  WHERE named.id = $id`

/** One run of one site, read only. All lists are sorted by URL, then by place in the page: equal sites give equal lists. */
export class Snapshot {
  readonly run: Run
  readonly #database
  readonly #bodies
  readonly #confirmations
  readonly #answerTexts
  readonly #linkAsking
  readonly #secondLooks
  readonly #pages
  readonly #resources
  readonly #asked
  readonly #links
  readonly #parts
  // Few: what is not kept for long is cheap to throw away.
  readonly #htmls = new Recent<number, string>(4)
  readonly #doms = new Recent<number, Dom>(4)

  /** Takes a finished snapshot's database: see `openSnapshot`. */
  constructor(database: Database) {
    this.#database = database
    this.#bodies = new Bodies(database)
    this.#confirmations = new Confirmations(database)
    this.#answerTexts = new AnswerTexts(database)
    this.#linkAsking = new LinkAsking(database)
    this.#secondLooks = new SecondLooks(database)
    this.#links = new PageLinks(database)
    this.#parts = new PageParts(database)
    this.run = JSON.parse(database.prepare('SELECT content FROM run').pluck().get() as string) as Run
    // Read when they are asked for: whoever scores a snapshot anew asks for no page of it.
    this.#pages = once(() => pageIndex(database))
    this.#resources = once(() => resourceIndex(database))
    this.#asked = once(() => askedSpellings(database))
  }

  pages(): readonly Page[] {
    return this.#pages().all
  }

  page(id: number): Page {
    return present(this.#pages().byId.get(id), `page ${id}`)
  }

  /** The page at a normal URL, also when that URL redirects to it; `null` when there is none. */
  pageAt(url: string): Page | null {
    return this.#pages().byUrl.get(url) ?? this.#pages().byUrl.get(this.resourceAt(url)?.finalUrl ?? '') ?? null
  }

  /** The page a visitor of the start address ends at, sent on by what stands there; `null` when it was not had. */
  homePage(): Page | null {
    const start = URL.parse(this.run.start)
    if (start !== null) start.hash = ''
    const first = this.pageAt(start?.href ?? this.run.start)
    return first === null ? null : endOfRefreshes(first, (url) => this.pageAt(url))
  }

  resources(): Iterable<Resource> {
    return this.#resources().byUrl.values()
  }

  resource(id: number): Resource {
    return present(this.#resources().byId.get(id), `resource ${id}`)
  }

  /** What was answered for a normal URL, perhaps under another spelling of it; `null` when neither was asked for. */
  resourceAt(url: string): Resource | null {
    return this.#resources().byUrl.get(url) ?? this.#resources().byUrl.get(this.#asked().get(url) ?? '') ?? null
  }

  /** What a resource that seemed dead answered the second time; `null` when it was not asked again. */
  confirmationOf(resourceId: number): Confirmation | null {
    return this.#confirmations.of(resourceId)
  }

  /** What a browser showed of a resource that had refused; `null` when none opened it once more. */
  secondLookAt(resourceId: number): SecondLook | null {
    return this.#secondLooks.of(resourceId)
  }

  /** What an HTML answer shows that is no page of the site; `null` for any other body. */
  answerText(body: Sha256): AnswerText | null {
    return this.#answerTexts.of(body)
  }

  /** What hosts answered for random addresses, by directory. */
  probes(): Probe[] {
    return this.#linkAsking.probes()
  }

  /** Addresses of other hosts that were not asked for, with the reason as a code. */
  leftLinks(): { url: string; reason: string }[] {
    return this.#linkAsking.left()
  }

  /** Every link of every page, one page at a time: a large site has hundreds of thousands. */
  *links(): Generator<Link> {
    for (const page of this.pages()) yield* this.linksOf(page.id)
  }

  /** Everything that links of the site say, where it stands first: menus say the same on every page. */
  firstLinks(): Generator<Link> {
    return this.#links.firstOf(this.pages().map(({ id }) => id))
  }

  linkCount(): number {
    return this.#links.count()
  }

  link(id: number): Link {
    return present(this.#links.byId(id), `link ${id}`)
  }

  linksOf(pageId: number): Link[] {
    return this.#links.of(pageId)
  }

  /** The links that lead to a normal URL. */
  linksTo(target: string): Link[] {
    return this.#links.to(target)
  }

  /** What the rules of accessibility read on each page, by id. */
  surfaces(): Map<number, ReadonlySet<number>> {
    const rows = this.#database.prepare<[], { pageId: number; features: string }>(
      'SELECT pageId, features FROM pageSurface',
    )
    return new Map(rows.all().map(({ pageId, features }) => [pageId, new Set(JSON.parse(features) as number[])]))
  }

  metaTags(pageId: number): MetaTag[] {
    return this.#parts.metaTags(pageId)
  }

  headings(pageId: number): Heading[] {
    return this.#parts.headings(pageId)
  }

  dates(pageId: number): PageDate[] {
    return this.#parts.dates(pageId)
  }

  forms(pageId: number): Form[] {
    return this.#parts.forms(pageId)
  }

  pageResources(pageId: number): PageResource[] {
    return this.#parts.resources(pageId)
  }

  /** Pages that pulled a resource in, through a link, a style sheet or a script. */
  pagesPulling(resourceId: number): Page[] {
    const ids = this.#database.prepare<{ id: number }, number>(
      `SELECT DISTINCT pageId FROM pageResource JOIN page ON page.id = pageId
       WHERE pageResource.resourceId IN (${askedAs}) ORDER BY url`,
    )
    return ids
      .pluck()
      .all({ id: resourceId })
      .map((id) => this.page(id as number))
  }

  /** What the style sheets of the run name, in order of the sheets' URLs and of the place in them; imports are left out. */
  styleReferences(): StyleReference[] {
    return this.#database
      .prepare<[], StyleReference>(
        `SELECT styleReference.* FROM styleReference JOIN resource ON resource.id = resourceId
         WHERE styleReference.kind <> 'style' ORDER BY url, start`,
      )
      .all()
  }

  documents(): DocumentFile[] {
    const rows = this.#database.prepare<
      [],
      Omit<DocumentFile, 'claims' | 'facts'> & Record<'claims' | 'facts', string>
    >('SELECT documentFile.* FROM documentFile JOIN resource ON resource.id = resourceId ORDER BY resource.url')
    return rows.all().map((row) => ({ ...row, claims: JSON.parse(row.claims), facts: JSON.parse(row.facts) }))
  }

  /** In order of the pages' URLs. */
  artifacts(name: ArtifactName): Artifact[] {
    return this.#database
      .prepare<[string], Artifact>(
        'SELECT artifact.* FROM artifact JOIN page ON page.id = pageId WHERE name = ? ORDER BY page.url',
      )
      .all(name)
  }

  /** The JSON an observer stored; the caller knows its shape by the artifact's name. */
  artifactContent<T>(artifact: Artifact): T {
    const content = present(this.body(artifact.body), `body ${artifact.body}`)
    return JSON.parse(decodeText(content, 'utf-8')) as T
  }

  /** What the crawl spent, and how often it was taken up again. */
  ledger(): Ledger {
    return new WorkingState(this.#database).ledger()
  }

  urlFates(): UrlFate[] {
    return this.#database.prepare<[], UrlFate>('SELECT id, url, state, reason, foundBy FROM url ORDER BY url').all()
  }

  /** The bytes as they came; `null` when the snapshot does not hold them. */
  body(address: Sha256): Uint8Array | null {
    return this.#bodies.get(address)
  }

  /** The served HTML of a page, decoded: what the offsets of links and evidence count in. */
  html(page: Page): string {
    const read = () => decodeText(present(this.body(page.body), `body ${page.body}`), page.encoding)
    return this.#htmls.get(page.id, read)
  }

  /** DOM of the served HTML. */
  dom(page: Page): Dom {
    return this.#doms.get(page.id, () => parseHtml(this.html(page)))
  }

  close(): void {
    this.#database.close()
  }
}

function present<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null) throw new Error(`the snapshot holds no ${name}`)
  return value
}
