import type { Page as BrowserPage, Request } from 'playwright'
import type { PageResourceKind } from '../../store/model/page.ts'
import { normalForm } from '../normal-form.ts'

const kinds: Readonly<Record<string, PageResourceKind>> = {
  stylesheet: 'style',
  script: 'script',
  image: 'image',
  font: 'font',
  document: 'frame',
}

/** A request that was refused because it would have sent something. */
export interface RefusedRequest {
  method: string
  /** Without query: it often holds the time of day. */
  url: string
}

/** What the page that is open asks for, from the moment it is opened. */
export class NetworkWatch {
  readonly #page
  #pulledIn = new Map<string, PageResourceKind>()
  #refused = new Map<string, RefusedRequest>()
  readonly #writing = new Set<Request>()
  #lastEventMs = performance.now()
  #navigatedTo: string | null = null
  #expected: string | null = null

  /** Listens to the page as long as it lives. */
  constructor(page: BrowserPage) {
    this.#page = page
    page.on('request', (request) => this.#begin(request))
    page.on('requestfinished', (request) => this.#end(request))
    page.on('requestfailed', (request) => this.#end(request))
  }

  /** Forgets what earlier pages asked for. */
  reset(): void {
    this.#pulledIn = new Map()
    this.#refused = new Map()
    this.#writing.clear()
    this.#navigatedTo = null
    this.#expected = null
    this.#lastEventMs = performance.now()
  }

  /** Normal form of the last document asked for as the page itself: another than was opened when the page sent the browser on. */
  navigatedTo(): string | null {
    return this.#navigatedTo
  }

  /** Normal-form URLs the page pulled in, and as what. */
  pulledIn(): ReadonlyMap<string, PageResourceKind> {
    return this.#pulledIn
  }

  /** Sorted by URL. */
  refused(): RefusedRequest[] {
    return [...this.#refused].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request)
  }

  /** Milliseconds since scripts last asked for or got something; 0 while an answer to them is under way. */
  quietMs(): number {
    return this.#writing.size > 0 ? 0 : performance.now() - this.#lastEventMs
  }

  #begin(request: Request): void {
    const method = request.method()
    if (method !== 'GET' && method !== 'HEAD' && !this.#isExpected(method, request.url()))
      this.#refuse(method, request.url())
    if (mayWrite(request)) {
      this.#writing.add(request)
      this.#lastEventMs = performance.now()
    }
    if (!/^https?:/.test(request.url())) return
    const url = normalForm(new URL(request.url()))
    if (this.#isPageItself(request)) this.#navigatedTo = url
    else this.#pulledIn.set(url, kinds[request.resourceType()] ?? 'other')
  }

  /** The next POST to this address, in normal form, is ours and no attempt of the page's. */
  expectPost(url: string): void {
    this.#expected = url
  }

  #isExpected(method: string, url: string): boolean {
    if (method !== 'POST' || this.#expected === null || normalForm(new URL(url)) !== this.#expected) return false
    this.#expected = null
    return true
  }

  #isPageItself(request: Request): boolean {
    return request.isNavigationRequest() && request.frame() === this.#page.mainFrame()
  }

  #end(request: Request): void {
    if (this.#writing.delete(request)) this.#lastEventMs = performance.now()
  }

  #refuse(method: string, written: string): void {
    const url = written.replace(/[?#].*$/s, '')
    this.#refused.set(`${url} ${method}`, { method, url })
  }
}

/** Whether the answer may change what the page shows by way of a script. */
function mayWrite(request: Request): boolean {
  return ['fetch', 'xhr', 'script'].includes(request.resourceType())
}
