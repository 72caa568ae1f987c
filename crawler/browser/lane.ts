import type { Browser, Page as BrowserPage } from 'playwright'
import { axeSource } from './axe-source.ts'
import type { CandidatePage } from './candidate-page.ts'
import type { DocumentReading } from './in-page/read-document.ts'
import { readStanding, type Standing } from './in-page/read-standing.ts'
import { firstLine, type Launch, launchBrowser } from './launch.ts'
import { NetworkWatch } from './network-watch.ts'
import { type OpenPage, readPage, whyNotRendered } from './open-page.ts'
import { NavigatedAwayError } from './page-failure.ts'
import { PageWorld } from './page-world.ts'
import type { BrowserProxy } from './proxy.ts'
import { untilReady } from './readiness.ts'
import { settled } from './settled.ts'
import type { StepLimits } from './step-limits.ts'
import { withTimeLimit } from './time-limit.ts'

const maxPages = 200
const [startMs, closeMs] = [30_000, 5_000]

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
  readonly #network
  #opened = 0
  #isSpoiled = false

  private constructor(browser: Browser, page: BrowserPage, world: PageWorld) {
    this.#browser = browser
    this.#page = page
    this.#world = world
    this.#network = new NetworkWatch(page)
    page.on('crash', () => this.spoil())
    page.on('close', () => this.spoil())
    page.context().on('page', (popup) => void settled(popup.close()))
  }

  /** Starts a browser with an empty page, or says why it cannot. */
  static async open(executablePath: string | null, proxy: BrowserProxy): Promise<Lane | MissingLaunch> {
    const launch = await launchBrowser(executablePath, proxy)
    if (launch.browser === null) return launch
    try {
      return await withTimeLimit('first page', startMs, Lane.#in(launch.browser))
    } catch (error) {
      await settled(withTimeLimit('closing', closeMs, launch.browser.close()))
      return { browser: null, missing: 'failed-to-start', detail: firstLine(error) }
    }
  }

  static async #in(browser: Browser): Promise<Lane> {
    const context = await browser.newContext(surroundings)
    await context.addInitScript(noPopups)
    const page = await context.newPage()
    const world = new PageWorld(await page.context().newCDPSession(page))
    await world.prepare(axeSource)
    return new Lane(browser, page, world)
  }

  /** As in `Chromium 156.0.8078.79`. */
  version(): string {
    return `Chromium ${this.#browser.version()}`
  }

  /** False once the browser crashed, a page hung in it, or it opened its 200 pages. */
  isUsable(): boolean {
    return !this.#isSpoiled && this.#browser.isConnected() && this.#opened < maxPages
  }

  /** True when the browser itself is gone, which any page in it may have caused. */
  hasDied(): boolean {
    return !this.#browser.isConnected()
  }

  /** From now on another browser is to be used. */
  spoil(): void {
    this.#isSpoiled = true
  }

  /** Opens a page and waits until it stands still. @throws TimeLimitError, NavigatedAwayError, or what the browser threw */
  async visit(candidate: CandidatePage, limits: StepLimits): Promise<OpenPage> {
    const { loadMs, readyMs, readMs } = limits
    await this.open(candidate.url, limits)
    const isLoaded = await settled(this.#page.waitForLoadState('load', { timeout: loadMs }))
    const isReady = await withTimeLimit('readiness', readyMs, this.#untilReady())
    const reading = await withTimeLimit('reading', readMs, readPage(this.#world))
    this.assertStillAt(candidate)
    const [browserPage, world, network] = [this.#page, this.#world, this.#network]
    return { browserPage, world, network, isStable: isLoaded && isReady, reading }
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

  #untilReady(): Promise<boolean> {
    const mayBeShell = async () => whyNotRendered(await readPage(this.#world)) !== null
    return untilReady(this.#world, this.#network, mayBeShell)
  }
}
