import { decodeText } from '../store/decode-text.ts'
import type { PagingArtifact, RenderingArtifact } from '../store/model/artifact.ts'
import type { BrowserRound } from '../store/snapshot/working-state.ts'
import type { WrittenPage } from '../store/snapshot/written.ts'
import { createAnswerer, createPostback } from './answerer.ts'
import type { ExamineOutcome, ExamineTask, PageToExamine } from './crawl-control.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { endOfPhase } from './end-of-phase.ts'
import { keyUrls } from './key-pages.ts'
import { normalForm } from './normal-form.ts'
import { linkPriority } from './priority.ts'
import type { Pump } from './pump.ts'
import { recallPage } from './recall.ts'

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

/** What the browser said of a round; `null` while it is open. */
function outcomeOf(round: BrowserRound | undefined): ExamineOutcome | null {
  return round === undefined || round.outcome === null ? null : (JSON.parse(round.outcome) as ExamineOutcome)
}

class Rounds {
  readonly #parts: CrawlParts
  readonly #pump: Pump
  readonly #startUrl: string

  constructor(parts: CrawlParts, pump: Pump, startUrl: string) {
    this.#parts = parts
    this.#pump = pump
    this.#startUrl = startUrl
  }

  async run(examine: (task: ExamineTask) => Promise<ExamineOutcome>, signal: AbortSignal): Promise<ExamineOutcome> {
    const { times } = this.#parts.budget
    let outcome = outcomeOf(this.#parts.writer.working.browserRounds()[0])
    let afterPageId = 0
    for (let number = 0; number < maxRounds && !signal.aborted; number += 1) {
      times.begin('browser')
      const round = this.#round(number, afterPageId)
      const looked = await this.#look(round, afterPageId, examine, signal)
      if (looked === null) break
      outcome ??= looked
      if (looked.browserMissing !== null) break
      this.#queueRenderedLinks(afterPageId)
      times.begin('crawl')
      await this.#pump.run()
      afterPageId = round.lastPageId
    }
    return outcome ?? { browserVersion: null, browserMissing: 'stopped' }
  }

  /** A round that an interrupted run began goes on with the pages it began with. */
  #round(number: number, afterPageId: number): BrowserRound {
    const { working, written } = this.#parts.writer
    const begun = working.browserRounds().find((round) => round.number === number)
    if (begun !== undefined) return begun
    const round = { number, lastPageId: Math.max(afterPageId, written.lastPageId()), outcome: null }
    working.saveBrowserRound(round)
    return round
  }

  /** What the browser said of the pages of a round; `null` when it has none. */
  async #look(
    round: BrowserRound,
    afterPageId: number,
    examine: (task: ExamineTask) => Promise<ExamineOutcome>,
    signal: AbortSignal,
  ): Promise<ExamineOutcome | null> {
    const known = outcomeOf(round)
    if (known !== null) return known
    const pages = this.#pagesOf(round, afterPageId)
    if (pages.length === 0) return null
    const outcome = await examine(this.#task(pages, signal))
    if (this.#parts.control.signal.aborted) return outcome
    this.#parts.writer.working.saveBrowserRound({ ...round, outcome: JSON.stringify(outcome) })
    return outcome
  }

  /** In later rounds only shells and pages of templates that no round has seen. */
  #pagesOf({ number, lastPageId }: BrowserRound, afterPageId: number): PageToExamine[] {
    const { written } = this.#parts.writer
    const searchUrl = written.search.pageFrom(this.#startUrl)
    const isAll = number === 0 || this.#parts.policy.browser === 'all'
    const seen = isAll ? new Set<string>() : written.templatesUpTo(afterPageId)
    const examined = written.examinedPageIds()
    const keys = keyUrls(this.#parts, this.#startUrl)
    return written
      .pagesBetween(afterPageId, lastPageId)
      .filter((page) => isAll || page.isShell || page.isPaged || !seen.has(page.templateId))
      .map((page) =>
        this.#pageToExamine(page, { isExamined: examined.has(page.id), isKey: keys.has(page.url) }, searchUrl),
      )
  }

  #pageToExamine(
    { isFirstWithForm, isPaged, ...page }: WrittenPage,
    known: { isExamined: boolean; isKey: boolean },
    searchUrl: string | null,
  ): PageToExamine {
    const isKey = page.url === this.#startUrl || known.isKey || isFirstWithForm || isPaged
    return { ...page, isKey, isSearch: page.url === searchUrl, isExamined: known.isExamined }
  }

  #task(pages: readonly PageToExamine[], signal: AbortSignal): ExamineTask {
    const { site, writer, asker, asking, gatekeeper, scope, cookies, policy, control, recorder, budget } = this.#parts
    const rules = { gatekeeper, scope, cookies, asksExternal: policy.external === 'check' }
    const onProgress = (done: number, known: number) => {
      const requests = budget.counts.first + budget.counts.retries
      control.onProgress({ stage: 'browser', done, known, pages: recorder.count, requests })
    }
    const answer = createAnswerer(writer, asking, rules)
    const recall: ExamineTask['recall'] = (page, watch) => recallPage(this.#parts, answer, page, watch, signal)
    const doors = { answer, recall, ...(site.folder === null ? { postback: createPostback(asker, rules) } : {}) }
    const { browser: mode, randomRest, seed } = policy
    return { mode, randomRest, seed, startUrl: this.#startUrl, pages, ...doors, writer, signal, onProgress }
  }

  /** Queues links that only appeared when scripts had run, or when the pages of a list were turned. */
  #queueRenderedLinks(afterPageId: number): void {
    this.#queueLinksOf<RenderingArtifact>(afterPageId, 'rendering', ({ links }) => links)
    this.#queueLinksOf<PagingArtifact>(afterPageId, 'paging', ({ steps }) => steps.flatMap(({ links }) => links))
  }

  #queueLinksOf<T>(
    afterPageId: number,
    name: 'rendering' | 'paging',
    linksOf: (artifact: T) => readonly { url: string }[],
  ): void {
    const { writer } = this.#parts
    for (const { body, hops } of writer.written.artifactsAfter(afterPageId, name)) {
      const content = writer.getBody(body)
      const links = content === null ? [] : linksOf(JSON.parse(decodeText(content, 'utf-8')) as T)
      writer.transaction(() => {
        for (const { url } of links) this.#queue(url, hops + 1, name)
      })
    }
  }

  #queue(address: string, hops: number, foundBy: 'rendering' | 'paging'): void {
    const { scope, intake } = this.#parts
    if (!scope.contains(address)) return
    const url = normalForm(new URL(address))
    intake.take(url, { foundBy, hops, priority: linkPriority(url, 'hyperlink', hops) })
  }
}
