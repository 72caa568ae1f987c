import { setImmediate as turn } from 'node:timers/promises'
import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import { KnownAddresses } from '../extract/known-addresses.ts'
import { type PageSource, readPage } from './read-page.ts'
import { ReadingThread, type ThreadLimits } from './reading-thread.ts'

/** What a page yields; `unread` when its reading ended the thread that read it, twice. */
export type Reading = ExtractedPage | 'unread'

/** A site with fewer pages is read before a thread has started. */
const usualPagesHere = 16
/** Larger pages go to the thread at once: there they can be ended. */
const longestHere = 500_000
/** Objects of a page live for milliseconds: a larger nursery takes memory and saves little. A page of a million links needs more than half of what is left for the rest. */
const usualLimits: ThreadLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

/**
 * Reads the pages of a site one after another: the first ones here, with room for other things in between, then in a thread of
 * their own. A page that ends the thread, as one too large for its memory or its time does, ends nothing else.
 */
export class PageReader {
  readonly #limits: ThreadLimits
  #pagesHere: number
  readonly #addresses = new KnownAddresses()
  #line: Promise<unknown> = Promise.resolve()
  #thread: ReadingThread | null = null
  /** Set when no thread can start, or none is wanted any more: then all is read here. */
  #isThreadless = false

  /** `pagesHere`: how many are read before a thread is started. */
  constructor(pagesHere = usualPagesHere, limits = usualLimits) {
    this.#pagesHere = pagesHere
    this.#limits = limits
  }

  /** Never rejects, whatever the markup. */
  async read(content: Uint8Array, source: PageSource): Promise<Reading> {
    this.#pagesHere -= 1
    if (content.byteLength > longestHere) await this.start()
    else if (this.#pagesHere < 0) void this.start()
    const thread = this.#thread
    return thread?.isReady ? this.#readBy(thread, content, source) : this.#readHere(content, source)
  }

  /** True when pages are read by a thread from now on; false when none can start. */
  async start(): Promise<boolean> {
    if (this.#isThreadless) return false
    if (this.#thread === null || this.#thread.hasEnded) this.#thread = new ReadingThread(this.#limits)
    const hasStarted = await this.#thread.started
    this.#isThreadless ||= !hasStarted
    return hasStarted
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    this.#isThreadless = true
    await this.#thread?.close()
    this.#thread = null
  }

  /** A page may have been the last straw: only one that ends a second thread is to blame. */
  async #readBy(thread: ReadingThread, content: Uint8Array, source: PageSource, isSuspect = false): Promise<Reading> {
    const result = await thread.read(content, source)
    if (result.kind === 'read') return result.page
    if (result.wasUnderWay && isSuspect) return 'unread'
    const isToBeWatched = result.wasUnderWay || isSuspect
    const hasStarted = await this.start()
    if (hasStarted && this.#thread !== null) return this.#readBy(this.#thread, content, source, isToBeWatched)
    return isToBeWatched ? 'unread' : this.#readHere(content, source)
  }

  /** One at a time, and what came in between is kept first. */
  #readHere(content: Uint8Array, source: PageSource): Promise<ExtractedPage> {
    const read = this.#line.then(() => turn()).then(() => readPage(content, source, this.#addresses))
    this.#line = read
    return read
  }
}
