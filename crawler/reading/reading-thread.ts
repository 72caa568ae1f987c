import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import type { PageSource } from './read-page.ts'
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts'

/** How much a thread's objects may take, in megabytes; what is left out is as Node has it. */
export interface ThreadLimits {
  /** How long one page may take, in milliseconds, before the thread is ended. Default: half a minute. */
  longestPageMs?: number
  maxYoungGenerationSizeMb?: number
  maxOldGenerationSizeMb?: number
}

/** What became of a page that was handed over: it was read, or the thread ended, perhaps over this one. */
export type ThreadResult = { kind: 'read'; page: ExtractedPage } | { kind: 'ended'; wasUnderWay: boolean }

/** Megabytes of the worst markup are read in two seconds. */
const usualLongestPageMs = 30_000

/** A thread that reads pages in the order in which they are handed over. Once it has ended it reads none. */
export class ReadingThread {
  readonly #worker: Worker
  /** Whoever waits for a page; the first one is under way. */
  readonly #waiting: ((result: ThreadResult) => void)[] = []
  readonly #longestPageMs: number
  /** Runs while a page is under way. */
  #watch: NodeJS.Timeout | undefined
  #state: 'starting' | 'ready' | 'ended' = 'starting'
  /** True when it is ready to read; false when it ended before. */
  readonly started: Promise<boolean>

  constructor({ longestPageMs = usualLongestPageMs, ...limits }: ThreadLimits) {
    this.#longestPageMs = longestPageMs
    this.#worker = startThread(limits)
    this.started = new Promise((resolve) => {
      this.#worker.once('message', () => resolve(true))
      this.#worker.once('exit', () => resolve(false))
    })
    this.#worker.on('message', (answer: ThreadAnswer) => this.#hear(answer))
    // The exit that follows tells those who wait.
    this.#worker.on('error', () => undefined)
    this.#worker.on('exit', () => this.#end())
  }

  get isReady(): boolean {
    return this.#state === 'ready'
  }

  get hasEnded(): boolean {
    return this.#state === 'ended'
  }

  /** Never rejects. */
  read(content: Uint8Array, source: PageSource): Promise<ThreadResult> {
    if (this.hasEnded) return Promise.resolve({ kind: 'ended', wasUnderWay: false })
    const request: ThreadRequest = { content, source }
    this.#worker.postMessage(request)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      if (this.#waiting.length === 1) this.#watchPage()
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #hear(answer: ThreadAnswer): void {
    if (answer === 'ready') this.#state = 'ready'
    else this.#waiting.shift()?.({ kind: 'read', page: answer })
    this.#watchPage()
  }

  /** The time of a page begins when the one before it is read, or when the thread is ready. */
  #watchPage(): void {
    clearTimeout(this.#watch)
    if (this.isReady && this.#waiting.length > 0)
      this.#watch = setTimeout(() => void this.#worker.terminate(), this.#longestPageMs)
  }

  #end(): void {
    this.#state = 'ended'
    clearTimeout(this.#watch)
    for (const [place, resolve] of this.#waiting.splice(0).entries()) {
      resolve({ kind: 'ended', wasUnderWay: place === 0 })
    }
  }
}

/** As TypeScript, which only tests run, it needs what they need to be read at all. */
function startThread(resourceLimits: Omit<ThreadLimits, 'longestPageMs'>): Worker {
  const kind = extname(fileURLToPath(import.meta.url))
  const isBuilt = kind === '.js'
  return new Worker(new URL(`./thread${kind}`, import.meta.url), {
    resourceLimits,
    env: isBuilt ? {} : process.env,
  })
}
