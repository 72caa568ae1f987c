import type { Browser, Page as BrowserPage, CDPSession } from 'playwright'
import { axeSource } from './axe-source.ts'
import type { CandidatePage } from './candidate-page.ts'
import type { DocumentReading } from './in-page/read-document.ts'
import { readStanding, type Standing } from './in-page/read-standing.ts'
import { firstLine, type Launch, launchBrowser } from './launch.ts'
import { NetworkWatch } from './network-watch.ts'
import { type OpenPage, readPage } from './open-page.ts'
import { NavigatedAwayError } from './page-failure.ts'
import { type LaneBounds, laneBounds, PageHeap } from './page-heap.ts'
import { PageWorld } from './page-world.ts'
import type { BrowserProxy } from './proxy.ts'
import { type Standstill, untilReady } from './readiness.ts'
import { settled } from './settled.ts'
import type { StepLimits } from './step-limits.ts'
import { withTimeLimit } from './time-limit.ts'
import { unveil } from './unveil.ts'

const [startMs, tidyMs, closeMs] = [30_000, 10_000, 5_000]

/** How the site sees the visitor: the same everywhere, so that two runs look alike. */
const surroundings = {
  ignoreHTTPSErrors: true,
  serviceWorkers: 'block',
  acceptDownloads: false,
  locale: 'zh-TW',
  timezoneId: 'Asia/Taipei',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
} as const

/** As a browser answers a script that opens a window unasked. */
function noPopups(): void {
  window.open = () => null
}

/** What a page shows at one moment. */
export interface Glance {
  reading: DocumentReading
  standing: Standing
}

type MissingLaunch = Extract<Launch, { browser: null }>

/** One browser with one page that is used again and again: what goes wrong in it harms no other lane. */
export class Lane {
  readonly #browser
  readonly #page
  readonly #world
  readonly #heap
  readonly #bounds
  readonly #network
  #opened = 0
  #isSpoiled = false

  private constructor(browser: Browser, page: BrowserPage, session: CDPSession, bounds: LaneBounds) {
    this.#browser = browser
    this.#page = page
    const world = new PageWorld(session)
    this.#world = world
    this.#heap = new PageHeap(session)
    this.#bounds = bounds
    this.#network = new NetworkWatch(page)
    page.on('framenavigated', () => world.forget())
    page.on('crash', () => this.spoil())
    page.on('close', () => this.spoil())
    page.context().on('page', (popup) => void settled(popup.close()))
  }

  /** Starts a browser with an empty page, or says why it cannot. */
  static async open(
    executablePath: string | null,
    proxy: BrowserProxy,
    bounds = laneBounds,
  ): Promise<Lane | MissingLaunch> {
    const launch = await launchBrowser(executablePath, proxy)
    if (launch.browser === null) return launch
    try {
      return await withTimeLimit('first page', startMs, Lane.#in(launch.browser, bounds))
    } catch (error) {
      await settled(withTimeLimit('closing', closeMs, launch.browser.close()))
      return { browser: null, missing: 'failed-to-start', detail: firstLine(error) }
    }
  }

  static async #in(browser: Browser, bounds: LaneBounds): Promise<Lane> {
    const context = await browser.newContext(surroundings)
    await context.addInitScript(noPopups)
    const page = await context.newPage()
    const lane = new Lane(browser, page, await page.context().newCDPSession(page), bounds)
    await lane.#world.prepare(axeSource)
    return lane
  }

  /** As in `Chromium 156.0.8078.79`. */
  version(): string {
    return `Chromium ${this.#browser.version()}`
  }

  /** False once the browser crashed, a page hung in it, or it opened as many pages as it may. */
  isUsable(): boolean {
    return !this.#isSpoiled && this.#browser.isConnected() && this.#opened < this.#bounds.maxPages
  }

  /** True when the browser itself is gone, which any page in it may have caused. */
  hasDied(): boolean {
    return !this.#browser.isConnected()
  }

  /** From now on another browser is to be used. */
  spoil(): void {
    this.#isSpoiled = true
  }

  /** Readies a browser that is usable for the next page. False when another is to be used instead. */
  async tidy(): Promise<boolean> {
    const tidying = withTimeLimit('tidying', tidyMs, this.#heap.tidy(this.#bounds))
    if (!(await tidying.catch(() => false))) this.spoil()
    return this.isUsable()
  }

  /** Opens a page and waits until it stands still. @throws TimeLimitError, NavigatedAwayError, or what the browser threw */
  async visit(candidate: CandidatePage, limits: StepLimits): Promise<OpenPage> {
    const { loadMs, readyMs, readMs } = limits
    await this.open(candidate.url, limits)
    const isLoaded = await settled(this.#page.waitForLoadState('load', { timeout: loadMs }))
    const { isStill, reading } = await withTimeLimit('readiness', readyMs + readMs, this.#untilShown())
    this.assertStillAt(candidate)
    const [browserPage, world, network] = [this.#page, this.#world, this.#network]
    return { browserPage, world, network, isStable: isLoaded && isStill, reading }
  }

  /** Opens an address, with no cookies but those it is given on the way. @throws what the browser threw */
  async open(url: string, { openMs, readMs }: StepLimits): Promise<void> {
    this.#opened += 1
    this.#network.reset()
    await withTimeLimit('clearing cookies', readMs, this.#page.context().clearCookies())
    await this.#page.goto(url, { waitUntil: 'commit', timeout: openMs })
  }

  /** Normal form of the address the page has led itself to; `null` when nothing was opened. */
  at(): string | null {
    return this.#network.navigatedTo()
  }

  /** What stands in the page once it stands still, wherever it led itself to. @throws TimeLimitError, NavigatedAwayError, or what the browser threw */
  async glance({ loadMs, readyMs, readMs }: StepLimits): Promise<Glance> {
    await settled(this.#page.waitForLoadState('load', { timeout: loadMs }))
    await withTimeLimit('readiness', readyMs, this.#untilReady())
    return withTimeLimit('reading', readMs, this.#read())
  }

  async #read(): Promise<Glance> {
    const before = await this.#world.call(readStanding)
    const reading = await readPage(this.#world)
    const standing = await this.#world.call(readStanding)
    // The browser's own error pages are none of the site's.
    if (standing.begunAt !== before.begunAt || !/^https?:/.test(standing.url))
      throw new NavigatedAwayError(standing.url)
    return { reading, standing }
  }

  /** @throws NavigatedAwayError when the page has sent the browser to another address */
  assertStillAt(candidate: CandidatePage): void {
    const at = this.#network.navigatedTo()
    if (at !== null && at !== candidate.url) throw new NavigatedAwayError(at)
  }

  /** Ends the browser; waits for it a few seconds at most. */
  async close(): Promise<void> {
    this.spoil()
    await settled(withTimeLimit('closing', closeMs, this.#browser.close()))
  }

  /** As a visitor sees it who has scrolled to its end and back. */
  async #untilShown(): Promise<Standstill> {
    const first = await this.#untilReady()
    return (await unveil(this.#page, this.#world)) ? this.#untilReady() : first
  }

  #untilReady(): Promise<Standstill> {
    return untilReady(this.#world, this.#network)
  }
}
