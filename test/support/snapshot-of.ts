import { identifyDocument } from '../../crawler/documents/identify.ts'
import { keepAnswerText } from '../../crawler/external/read-answers.ts'
import { sniffEncoding } from '../../crawler/extract/encoding.ts'
import { extractPage } from '../../crawler/extract/page.ts'
import { normalForm } from '../../crawler/normal-form.ts'
import { decodeText } from '../../store/decode-text.ts'
import type {
  AxeArtifact,
  KeyboardArtifact,
  ReflowArtifact,
  RenderingArtifact,
  SearchTrialArtifact,
} from '../../store/model/artifact.ts'
import type { Confirmation } from '../../store/model/confirmation.ts'
import type { FetchFailureCode, TlsConcession } from '../../store/model/fetch-outcome.ts'
import type { PageResourceKind, Resource } from '../../store/model/page.ts'
import type { Run } from '../../store/model/run.ts'
import type { Sight } from '../../store/model/second-look.ts'
import type { Agency } from '../../store/model/site.ts'
import { Snapshot } from '../../store/snapshot/snapshot.ts'
import { createSnapshot, type SnapshotWriter } from '../../store/snapshot/writer.ts'
import { mediaTypeOf } from './media-type-of.ts'
import { runOf } from './run-of.ts'

/** How one address of the made-up site answers. A text or bytes alone is a 200. */
export type SiteAnswer =
  | string
  | Uint8Array
  | {
      /** Default 200. */
      status?: number
      /** Names in lower case; `content-type` overrides what the path says. */
      headers?: Record<string, string>
      body?: string | Uint8Array
      failure?: FetchFailureCode
      /** Path or URL it redirects to, with 302. */
      redirect?: string
    }

/** What observers left of one page. */
export interface StoredArtifacts {
  axe?: AxeArtifact
  rendering?: RenderingArtifact
  keyboard?: KeyboardArtifact
  reflow?: ReflowArtifact
  'search-trial'?: SearchTrialArtifact
}

export interface SnapshotOptions {
  agency?: Partial<Agency>
  /** By path of the page. */
  artifacts?: Record<string, StoredArtifacts>
  /** What a browser made of pages after scripts ran, by path; each gets a `rendering` artifact too. */
  rendered?: Record<string, string>
  /** Paths the crawl knew but did not ask for: state `skipped`, reason `budget`. */
  unfetched?: readonly string[]
  /** What addresses that seem dead answered the second time, by path; `null`: not asked again. Default: the same as before. */
  confirmations?: Record<string, number | FetchFailureCode | null>
  /** What a browser saw, by path, at addresses that had refused. */
  looks?: Record<string, Sight>
  /** Those of the files that were asked for at random, one a directory, or with a query one a program: nobody links to them. */
  probes?: readonly string[]
  /** Addresses of other hosts that were not asked for, with the reason as a code. */
  left?: Record<string, string>
  run?: Partial<Run>
  /** Default `http://agency.test`. Over https every answer comes with what a handshake tells. */
  origin?: string
  /** What had to be conceded in the handshakes of an https origin; with `old-protocol` it speaks TLS 1.1 unless `protocol` says otherwise. */
  concessions?: readonly TlsConcession[]
  protocol?: string
}

/**
 * The snapshot of a site made of `files` (path -> answer), as a crawl from `/` would have stored it: the real extractors
 * over an in-memory database. Paths are relative to the origin; a full URL stands for another host, asked as external.
 * A link to a path that stands nowhere was never asked for: `targetId` is `null`, and no URL row names it. For a dead
 * link write the path with `{ status: 404 }`. 2xx HTML becomes a page; 2xx of other kinds, but for what pages are made
 * of (images, styles, scripts, fonts), a document. What seems dead counts as confirmed, unless `confirmations` says otherwise.
 */
export async function snapshotOf(files: Record<string, SiteAnswer>, options: SnapshotOptions = {}): Promise<Snapshot> {
  const site = new MadeSite(files, options.origin ?? 'http://agency.test', options.concessions ?? [], options.protocol)
  for (const path of Object.keys(files)) site.store(path, options.probes?.includes(path) ?? false)
  site.storeLinkAsking(options)
  for (const path of Object.keys(files)) site.storeConfirmation(path, options.confirmations?.[path])
  for (const [path, sight] of Object.entries(options.looks ?? {})) site.storeLook(path, sight)
  await site.storeDocuments()
  site.storePageResources()
  for (const [path, artifacts] of Object.entries(options.artifacts ?? {})) site.storeArtifacts(path, artifacts)
  for (const [path, html] of Object.entries(options.rendered ?? {})) site.storeRendering(path, html)
  for (const path of options.unfetched ?? []) {
    site.writer.frontier.skip(site.address(path), 'budget:pages', { foundBy: 'link', hops: 1, priority: 1 })
  }
  site.writer.setRun(runOf(site.origin, options.agency ?? {}, options.run ?? {}))
  site.writer.finish(`${site.origin}/`)
  return new Snapshot(site.writer.database)
}

interface FullAnswer {
  status: number
  headers: Record<string, string>
  content: Uint8Array | null
  failure: FetchFailureCode | null
  redirect: string | null
}

class MadeSite {
  readonly origin: string
  readonly writer: SnapshotWriter = createSnapshot(':memory:')
  readonly #answers: Map<string, FullAnswer>
  readonly #concessions: readonly TlsConcession[]
  readonly #protocol: string
  readonly #pageIds = new Map<string, number>()
  readonly #resourceIds = new Map<string, number>()

  constructor(
    files: Record<string, SiteAnswer>,
    origin: string,
    concessions: readonly TlsConcession[],
    protocol?: string,
  ) {
    this.origin = origin
    this.#concessions = concessions
    this.#protocol = protocol ?? (concessions.includes('old-protocol') ? 'TLSv1.1' : 'TLSv1.3')
    this.#answers = new Map(
      Object.entries(files).map(([path, answer]) => [this.address(path), fullAnswer(path, answer)]),
    )
  }

  address(path: string): string {
    return normalForm(new URL(path, `${this.origin}/`))
  }

  store(path: string, isProbe: boolean): void {
    const url = this.address(path)
    const { last, redirects } = this.#follow(url)
    const finalUrl = redirects.at(-1)?.location ?? url
    const resourceId = this.writer.addResource(this.#resource(url, finalUrl, redirects, last))
    this.#resourceIds.set(url, resourceId)
    const isInternal = url.startsWith(`${this.origin}/`)
    if (isInternal && !isProbe) this.#settle(url, path, last)
    const isPage = finalUrl === url && isInternal && !isProbe && isSuccess(last) && mediaTypeIn(last) === 'text/html'
    if (!isPage) keepAnswerText(this.writer, finalUrl, this.#outcome(last))
    if (isPage && last.content !== null) this.#storePage(url, resourceId, last.content, last.headers)
  }

  #settle(url: string, path: string, { failure }: FullAnswer): void {
    const foundBy = path === '/' ? 'start' : 'link'
    this.writer.frontier.enqueue(url, { foundBy, hops: path === '/' ? 0 : 1, priority: 1 })
    this.writer.frontier.settle(url, failure === null ? 'fetched' : 'failed', failure)
  }

  storeLinkAsking({ probes = [], left = {} }: SnapshotOptions): void {
    for (const path of probes) this.#storeProbe(path)
    for (const [url, reason] of Object.entries(left)) this.writer.linkAsking.leave(url, reason)
  }

  #storeProbe(path: string): void {
    const url = this.address(path)
    const resourceId = this.#resourceIds.get(url)
    if (resourceId === undefined) throw new Error(`a probe of ${path}, which is none of the files`)
    const directory = url.slice(0, 1 + url.lastIndexOf(url.includes('?') ? '=' : '/'))
    this.writer.linkAsking.addProbe({ directory, resourceId })
  }

  /** `second`: a status, a failure, `null` for none; left out: the first answer once more. */
  storeConfirmation(path: string, second: number | FetchFailureCode | null | undefined): void {
    const url = this.address(path)
    const resourceId = this.#resourceIds.get(url)
    const { last, redirects } = this.#follow(url)
    const { status, failure } = last
    const isDead = failure === null ? status === 404 || status === 410 : failure === 'dns-not-found'
    const isOfOther = !url.startsWith(`${this.origin}/`) && isSuccess(last)
    if (!(isDead || isOfOther) || second === null || resourceId === undefined) return
    const first = this.#outcome(last)
    const body = first.kind === 'response' && isOfOther ? first.body : null
    const kept = { finalUrl: redirects.at(-1)?.location ?? url, ...(body !== null && { body }) }
    const again = { kind: 'response' as const, status, ...kept }
    const outcome = second === undefined && isOfOther ? again : confirmedOutcome(second ?? failure ?? status)
    this.writer.addConfirmation({ resourceId, askedAt: '2026-11-22T02:04:04.000Z', outcome })
  }

  storeLook(path: string, sight: Sight): void {
    const resourceId = this.#resourceIds.get(this.address(path))
    if (resourceId === undefined) throw new Error(`a look at ${path}, which is none of the files`)
    const seen = { status: sight === 'content' ? 200 : 403, title: null, textLength: sight === 'content' ? 900 : 0 }
    this.writer.secondLooks.add({ resourceId, askedAt: '2026-11-22T02:04:00.000Z', ...seen, sight })
  }

  #follow(url: string): { last: FullAnswer; redirects: Resource['redirects'] } {
    const redirects: { url: string; status: number; location: string }[] = []
    let last = this.#answerAt(url)
    for (let at = url; last.redirect !== null && redirects.length < 10; last = this.#answerAt(at)) {
      const location = normalForm(new URL(last.redirect, at))
      redirects.push({ url: at, status: last.status, location })
      at = location
    }
    return { last, redirects }
  }

  #answerAt(url: string): FullAnswer {
    const answer = this.#answers.get(url)
    if (answer === undefined) throw new Error(`the site redirects to ${url}, which is none of its files`)
    return answer
  }

  #resource(url: string, finalUrl: string, redirects: Resource['redirects'], answer: FullAnswer): Omit<Resource, 'id'> {
    const head = { url, finalUrl, redirects, via: 'static' as const, fetchedAt: '2026-11-22T02:03:04.000Z' }
    return { ...head, durationMs: 1, tls: this.#tls(url, answer), outcome: this.#outcome(answer) }
  }

  #tls(url: string, { failure }: FullAnswer): Resource['tls'] {
    if (!url.startsWith('https:') || failure !== null) return null
    const validity = { validFrom: '2026-01-01T00:00:00.000Z', validTo: '2027-01-01T00:00:00.000Z' }
    return { protocol: this.#protocol, issuer: 'Test CA', ...validity, concessions: this.#concessions }
  }

  #outcome(answer: FullAnswer): Resource['outcome'] {
    const { failure, status, headers, content } = answer
    if (failure !== null) return { kind: 'failure', code: failure, detail: failure }
    const mediaType = mediaTypeIn(answer)
    const body = content === null ? null : this.writer.putBody(content, mediaType)
    const size = { body, bodyBytes: content?.byteLength ?? 0, truncated: false }
    return { kind: 'response', status, headers, mediaType, charset: charsetIn(headers), ...size }
  }

  #storePage(url: string, resourceId: number, content: Uint8Array, headers: Record<string, string>): void {
    const encoding = sniffEncoding(content, charsetIn(headers))
    const page = extractPage(decodeText(content, encoding), { url, encoding })
    const body = this.writer.putBody(content, 'text/html')
    const isInternal = (target: string) => target.startsWith(`${this.origin}/`)
    this.#pageIds.set(url, this.writer.addPage(page, { url, resourceId, body, isInternal }))
  }

  async storeDocuments(): Promise<void> {
    for (const [url, answer] of this.#answers) {
      const resourceId = this.#resourceIds.get(url)
      if (resourceId === undefined || answer.content === null || !this.#isDocument(url, answer)) continue
      const clues = { url, linkText: this.#linkText(url), headers: answer.headers, mediaType: mediaTypeIn(answer) }
      this.writer.addDocument({ resourceId, ...(await identifyDocument(answer.content, clues)) })
    }
  }

  #isDocument(url: string, answer: FullAnswer): boolean {
    if (!url.startsWith(`${this.origin}/`) || !isSuccess(answer)) return false
    return !/^(text\/(html|css|javascript)|application\/javascript|image\/|font\/)/.test(mediaTypeIn(answer) ?? '')
  }

  #linkText(url: string): string | null {
    const sql = "SELECT text FROM link WHERE target = ? AND kind = 'hyperlink' ORDER BY id"
    return this.writer.database.prepare<[string], string>(sql).pluck().get(url) ?? null
  }

  /** What the pages' HTML asks for, as far as the site has it. */
  storePageResources(): void {
    const sql = "SELECT pageId, kind, target FROM link WHERE kind IN ('style', 'script', 'image', 'frame')"
    type Asked = { pageId: number; kind: PageResourceKind; target: string | null }
    for (const { pageId, kind, target } of this.writer.database.prepare<[], Asked>(sql).all()) {
      const resourceId = this.#resourceIds.get(target ?? '')
      if (resourceId !== undefined) this.writer.addPageResource(pageId, resourceId, kind)
    }
  }

  storeRendering(path: string, html: string): void {
    const pageId = this.#pageIds.get(this.address(path))
    if (pageId === undefined) throw new Error(`a rendering of ${path}, which is no page of the site`)
    this.writer.setRenderedBody(pageId, this.writer.putBody(Buffer.from(html), 'text/html'))
    const rendering = { status: 'rendered' as const, detail: null, textLength: html.length, isStable: true, links: [] }
    this.storeArtifacts(path, { rendering: { ...rendering, refused: [] } })
  }

  storeArtifacts(path: string, artifacts: StoredArtifacts): void {
    const pageId = this.#pageIds.get(this.address(path))
    if (pageId === undefined) throw new Error(`an artifact for ${path}, which is no page of the site`)
    for (const name of ['axe', 'rendering', 'keyboard', 'reflow', 'search-trial'] as const) {
      const content = artifacts[name]
      if (content === undefined) continue
      const body = this.writer.putBody(Buffer.from(JSON.stringify(content)), 'application/json')
      this.writer.addArtifact({ pageId, name, observerVersion: 1, body })
    }
  }
}

function confirmedOutcome(second: number | FetchFailureCode): Confirmation['outcome'] {
  return typeof second === 'number' ? { kind: 'response', status: second } : { kind: 'failure', code: second }
}

function fullAnswer(path: string, answer: SiteAnswer): FullAnswer {
  if (typeof answer === 'string' || answer instanceof Uint8Array) return fullAnswer(path, { body: answer })
  const { body, failure = null, redirect = null } = answer
  const content = body === undefined ? null : Buffer.from(body)
  const mediaType = mediaTypeOf(path)
  const headers = { ...(mediaType !== null && content !== null && { 'content-type': mediaType }), ...answer.headers }
  return { status: answer.status ?? (redirect === null ? 200 : 302), headers, content, failure, redirect }
}

function isSuccess({ status, failure }: FullAnswer): boolean {
  return failure === null && status >= 200 && status < 300
}

function mediaTypeIn({ headers }: FullAnswer): string | null {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null
}

function charsetIn(headers: Record<string, string>): string | null {
  return /charset=["']?([^;"'\s]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? null
}
