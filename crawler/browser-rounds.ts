import { decodeText } from '../store/html.ts'
import type { RenderingArtifact } from '../store/model/artifact.ts'
import type { WrittenPage } from '../store/snapshot/written.ts'
import { createAnswerer } from './answerer.ts'
import type { ExamineOutcome, ExamineTask, PageToExamine } from './crawl-control.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { normalForm } from './normal-form.ts'
import { linkPriority } from './priority.ts'
import type { Pump } from './pump.ts'

/** Pages that only scripts lead to may be shells whose scripts lead further; a site built of more layers is a trap. */
const maxRounds = 5

/**
 * Lets the browser look at the pages, then crawls what only its scripts led to, and lets it look at those, until nothing
 * new turns up. Returns which browser looked, or why none did.
 */
export async function examineInRounds(parts: CrawlParts, pump: Pump, startUrl: string): Promise<ExamineOutcome> {
  const { control, budget } = parts
  if (control.examine === undefined) return { browserVersion: null, browserMissing: 'none-found' }
  const end = endOfPhase(control.signal, budget.remainingMs())
  try {
    return await new Rounds(parts, pump, startUrl).run(control.examine, end.signal)
  } finally {
    end.release()
  }
}

/** A signal that ends the phase when the run is stopped or its time is over. */
function endOfPhase(outer: AbortSignal, remainingMs: number | null): { signal: AbortSignal; release(): void } {
  const end = new AbortController()
  const stop = () => end.abort()
  if (outer.aborted) stop()
  outer.addEventListener('abort', stop)
  const clock = remainingMs === null ? undefined : setTimeout(stop, Math.min(remainingMs, 2 ** 31 - 1))
  const release = () => {
    clearTimeout(clock)
    outer.removeEventListener('abort', stop)
  }
  return { signal: end.signal, release }
}

class Rounds {
  readonly #parts: CrawlParts
  readonly #pump: Pump
  readonly #startUrl: string
  readonly #templates = new Set<string>()
  #lastPageId = 0

  constructor(parts: CrawlParts, pump: Pump, startUrl: string) {
    this.#parts = parts
    this.#pump = pump
    this.#startUrl = startUrl
  }

  async run(examine: (task: ExamineTask) => Promise<ExamineOutcome>, signal: AbortSignal): Promise<ExamineOutcome> {
    let outcome: ExamineOutcome | null = null
    for (let round = 0; round < maxRounds && !signal.aborted; round += 1) {
      const firstNew = this.#lastPageId
      const pages = this.#newPages(round === 0)
      if (pages.length === 0) break
      const looked = await examine(this.#task(pages, signal))
      outcome ??= looked
      if (looked.browserMissing !== null || this.#queueRenderedLinks(firstNew) === 0) break
      await this.#pump.run()
    }
    return outcome ?? { browserVersion: null, browserMissing: 'stopped' }
  }

  /** In later rounds only shells and pages of templates that no round has seen. */
  #newPages(isFirst: boolean): PageToExamine[] {
    const written = this.#parts.writer.written.pagesAfter(this.#lastPageId)
    this.#lastPageId = Math.max(this.#lastPageId, ...written.map((page) => page.id))
    const isAll = isFirst || this.#parts.policy.browser === 'all'
    const chosen = written.filter((page) => isAll || page.isShell || !this.#templates.has(page.templateId))
    for (const page of written) this.#templates.add(page.templateId)
    return chosen.map((page) => this.#pageToExamine(page))
  }

  #pageToExamine({ isFirstWithForm, ...page }: WrittenPage): PageToExamine {
    const isSiteMap = this.#parts.recorder.siteMapUrls.has(page.url)
    return { ...page, isKey: page.url === this.#startUrl || isSiteMap || isFirstWithForm }
  }

  #task(pages: readonly PageToExamine[], signal: AbortSignal): ExamineTask {
    const { writer, asking, gatekeeper, scope, cookies, policy, control, recorder, budget } = this.#parts
    const rules = { gatekeeper, scope, cookies, asksExternal: policy.external === 'check' }
    const onProgress = (done: number, known: number) => {
      const requests = budget.counts.first + budget.counts.retries
      control.onProgress({ stage: 'browser', done, known, pages: recorder.count, requests })
    }
    const answer = createAnswerer(writer, asking, rules)
    return { mode: policy.browser, startUrl: this.#startUrl, pages, answer, writer, signal, onProgress }
  }

  /** Queues links that only appeared when scripts had run; returns how many were new. */
  #queueRenderedLinks(afterPageId: number): number {
    const { writer } = this.#parts
    let added = 0
    for (const { body, hops } of writer.written.artifactsAfter(afterPageId, 'rendering')) {
      const content = writer.getBody(body)
      const artifact = content === null ? null : (JSON.parse(decodeText(content, 'utf-8')) as RenderingArtifact)
      writer.transaction(() => {
        for (const link of artifact?.links ?? []) if (this.#queue(link.url, hops + 1)) added += 1
      })
    }
    return added
  }

  #queue(address: string, hops: number): boolean {
    const { scope, intake } = this.#parts
    if (!scope.contains(address)) return false
    const url = normalForm(new URL(address))
    return intake.take(url, { foundBy: 'rendering', hops, priority: linkPriority(url, 'hyperlink', hops) })
  }
}
