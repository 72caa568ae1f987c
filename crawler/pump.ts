import type { FetchOutcome } from '../store/model/fetch-outcome.ts'
import type { Resource } from '../store/model/page.ts'
import type { QueuedUrl } from '../store/snapshot/frontier.ts'
import type { CrawlParts } from './crawl-parts.ts'
import type { LinkedDocuments } from './linked-documents.ts'
import { looksLikeFile } from './priority.ts'
import type { Reading } from './reading/page-reader.ts'
import type { FoundResource } from './redirects.ts'

const reportEveryMs = 250

/** Works through the queue of URLs until it is empty, the run is stopped, or its budget is spent. */
export class Pump {
  readonly #parts: CrawlParts
  readonly #documents: LinkedDocuments
  readonly #active = new Set<Promise<void>>()
  #activePages = 0
  #reportedAt = Number.NEGATIVE_INFINITY

  /** `documents` is told of every answer. */
  constructor(parts: CrawlParts, documents: LinkedDocuments) {
    this.#parts = parts
    this.#documents = documents
  }

  /** Afterwards every URL that was found has a fate, or waits because the run was stopped. */
  async run(): Promise<void> {
    try {
      for (;;) {
        this.#fill()
        if (this.#active.size === 0) return
        await Promise.race(this.#active)
      }
    } finally {
      await Promise.allSettled(this.#active)
    }
  }

  /** Asks for one URL and records what it gives. */
  async visit(queued: QueuedUrl, gate = this.#parts.gatekeeper.site): Promise<void> {
    const { asking, recorder, styleSheets } = this.#parts
    const found = { foundBy: queued.foundBy, hops: queued.hops, priority: 0 }
    const { maxPages } = this.#parts.policy.limits
    const record = (answer: Resource, page: Reading | null) => {
      if (!isGood(answer.outcome)) this.#parts.intake.giveWayInVain(queued.url)
      // A file's address may answer with a page when the run may have no more: then it stays a resource.
      if (page !== null && recorder.count < maxPages) recorder.record(answer, page, queued.hops)
      styleSheets.record(answer, queued.hops)
      this.#documents.expect(answer)
    }
    const read = async (answer: FoundResource) => (recorder.count < maxPages ? recorder.read(answer) : null)
    const answer = await asking.ask(queued.url, found, gate, { read, record })
    if (typeof answer !== 'string') this.#report()
  }

  #fill(): void {
    // Twice what one host lets through at once: while some are under way, as many may wait to be read, and no more.
    const width = this.#parts.policy.politeness.concurrency * 2
    while (this.#active.size < width && !this.#parts.control.signal.aborted) {
      const next = this.#parts.writer.transaction(() => this.#take())
      if (next === null) return
      this.#start(next)
    }
  }

  #start(queued: QueuedUrl): void {
    const isPage = !looksLikeFile(queued.url)
    if (isPage) this.#activePages += 1
    const visit = this.#barOrVisit(queued).finally(() => {
      this.#active.delete(visit)
      if (isPage) this.#activePages -= 1
    })
    this.#active.add(visit)
  }

  async #barOrVisit(queued: QueuedUrl): Promise<void> {
    const bar = await this.#parts.gatekeeper.barTo(queued.url)
    if (bar === null) {
      await this.visit(queued)
      return
    }
    this.#parts.writer.transaction(() => {
      this.#parts.writer.frontier.settle(queued.url, 'skipped', bar)
      this.#parts.intake.giveWay(queued.url)
    })
  }

  /** The next URL to ask for; `null` when there is none for now. */
  #take(): QueuedUrl | null {
    const { frontier } = this.#parts.writer
    const end = this.#parts.asker.end()
    if (end !== null) frontier.abandon(end)
    for (;;) {
      const [next] = frontier.lease(1)
      if (next === undefined) return null
      const reason = this.#reasonToSkip(next)
      if (reason === null) return next
      if (reason === 'wait') {
        frontier.settle(next.url, 'queued', null)
        return null
      }
      frontier.settle(next.url, 'skipped', reason)
    }
  }

  /** `wait`: a page under way may still show a shorter way, or be the last one the run may have. */
  #reasonToSkip(next: QueuedUrl): 'wait' | 'depth' | 'budget:pages' | 'trap:alike' | null {
    const { depth, maxPages } = this.#parts.policy.limits
    if (depth !== null && next.hops > depth) return this.#active.size > 0 ? 'wait' : 'depth'
    if (looksLikeFile(next.url)) return null
    // What the site itself lists as its pages is no trap.
    if (next.foundBy !== 'sitemap-xml' && this.#parts.storms.isStorm(next.url)) return 'trap:alike'
    const { count } = this.#parts.recorder
    if (count >= maxPages) return 'budget:pages'
    return count + this.#activePages >= maxPages ? 'wait' : null
  }

  /** Counting the known URLs costs, so not after each of thousands. */
  #report(): void {
    const now = performance.now()
    if (now - this.#reportedAt < reportEveryMs) return
    this.#reportedAt = now
    const { writer, recorder, budget, control } = this.#parts
    const { queued, leased, fetched, failed, skipped } = writer.frontier.counts()
    const done = fetched + failed + skipped
    const { first, retries } = budget.counts
    control.onProgress({
      stage: 'crawl',
      done,
      known: done + queued + leased,
      pages: recorder.count,
      requests: first + retries,
    })
  }
}

function isGood(outcome: FetchOutcome): boolean {
  return outcome.kind === 'response' && outcome.status < 400
}
