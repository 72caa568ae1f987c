import type { SnapshotWriter } from '../../store/snapshot/writer.ts'
import type { Watch } from '../crawl-control.ts'
import type { Answerer, Postback } from '../stored-answer.ts'
import type { CandidatePage } from './candidate-page.ts'
import { type Examination, examinePage, failedExamination, type HowToLook } from './examine-page.ts'
import { Lane } from './lane.ts'
import { axeObserver } from './observers/axe.ts'
import { keyboardObserver } from './observers/keyboard.ts'
import { pagingObserver } from './observers/paging.ts'
import { reflowObserver } from './observers/reflow.ts'
import { renderingObserver } from './observers/rendering.ts'
import { screenshotObserver } from './observers/screenshot.ts'
import type { LaneBounds } from './page-heap.ts'
import { Permits } from './permits.ts'
import { type BrowserProxy, startProxy } from './proxy.ts'
import { type Choice, choosePages, representativesOf } from './sample.ts'
import { type StepLimits, stepLimits } from './step-limits.ts'

/** CSS pixels: a telephone of today, and a window of 1280 at four times the size (WCAG 1.4.10). */
const narrowWindows = [390, 320]

/** What the browser is to look at, and who answers for the site. */
export interface BrowserPhase extends Choice {
  /** `null` when none was found. */
  executablePath: string | null
  pages: readonly CandidatePage[]
  answer: Answerer
  /** Sends steps of pagers; left out: none is sent. */
  postback?: Postback
  writer: SnapshotWriter
  /** Ends the phase; what is stored by then stays. */
  signal: AbortSignal
  /** Takes over what an earlier run saw of a page; left out: every page is opened. */
  recall?(page: Pick<CandidatePage, 'id' | 'url'>, watch: Watch): Promise<boolean>
  onProgress(done: number, total: number): void
  /** Default: `stepLimits`. */
  limits?: StepLimits
  /** Default: `laneBounds`. */
  bounds?: LaneBounds
}

/** Which browser looked, or why none did: one of the two is `null`. */
export interface BrowserOutcome {
  browserVersion: string | null
  /** `switched-off`, `none-found`, `failed-to-start` */
  browserMissing: string | null
}

/** Two cores: one page computes while the other waits. */
const laneCount = 2
const attempts = 2

/** Opens the chosen pages in a browser and stores what the observers saw. A missing browser is an outcome, not an error. */
export async function examinePages(phase: BrowserPhase): Promise<BrowserOutcome> {
  if (phase.mode === 'none') return { browserVersion: null, browserMissing: 'switched-off' }
  const permits = new Permits(phase.postback ?? null)
  const proxy = await startProxy(phase.answer, phase.signal, permits)
  try {
    const first = await Lane.open(phase.executablePath, proxy, phase.bounds)
    if (!(first instanceof Lane)) return { browserVersion: null, browserMissing: first.missing }
    await new Examiners(phase, proxy, permits).examine(first)
    return { browserVersion: first.version(), browserMissing: null }
  } finally {
    await proxy.close()
  }
}

/** The lanes of one phase, working through one list of pages. */
class Examiners {
  readonly #phase
  readonly #proxy
  readonly #pages
  readonly #howToLook: HowToLook
  /** Those of the last observers whose artifacts hold as long as the page is the same. */
  readonly #visiting
  readonly #lanes = new Set<Lane>()
  #browserVersion = ''
  #next = 0
  #done = 0

  constructor(phase: BrowserPhase, proxy: BrowserProxy, permits: Permits) {
    this.#phase = phase
    this.#proxy = proxy
    this.#pages = choosePages(phase, phase.pages).filter((page) => !page.isExamined)
    const limits = phase.limits ?? stepLimits
    const observers = [renderingObserver, axeObserver(limits.axeMs), screenshotObserver(phase.startUrl)]
    const walked = phase.pages.filter(({ url, isSearch }) => url === phase.startUrl || isSearch).map(({ id }) => id)
    const keys = phase.pages.filter(({ isKey }) => isKey)
    const measured = [...representativesOf(phase.pages), ...keys].map(({ id }) => id)
    this.#visiting = [
      keyboardObserver(new Set(walked)),
      reflowObserver(new Set([...walked, ...measured]), narrowWindows),
    ]
    this.#howToLook = { observers, last: [...this.#visiting, pagingObserver(permits)], limits }
  }

  async examine(first: Lane): Promise<void> {
    this.#lanes.add(first)
    this.#browserVersion = first.version()
    const stop = () => void this.#closeAll()
    this.#phase.signal.addEventListener('abort', stop)
    try {
      await Promise.all(Array.from({ length: laneCount }, (_, index) => this.#work(index === 0 ? first : null)))
    } finally {
      this.#phase.signal.removeEventListener('abort', stop)
      await this.#closeAll()
    }
  }

  async #work(first: Lane | null): Promise<void> {
    let lane = first
    while (!this.#phase.signal.aborted) {
      const candidate = this.#pages[this.#next++]
      if (candidate === undefined) return
      if (await this.#isRecalled(candidate)) continue
      lane = await this.#examineOne(lane, candidate)
    }
  }

  async #isRecalled(candidate: CandidatePage): Promise<boolean> {
    const { observers } = this.#howToLook
    const looks = [...observers, ...this.#visiting].map(({ name, version, isForEvery = true }) => ({
      name,
      version,
      isForEvery,
    }))
    const watch = { browserVersion: this.#browserVersion, observers: looks }
    if (!(await this.#phase.recall?.(candidate, watch))) return false
    this.#done += 1
    this.#phase.onProgress(this.#done, this.#pages.length)
    return true
  }

  /** Returns the lane to go on with. A page whose browser died is tried once more: it may have been another's fault. */
  async #examineOne(used: Lane | null, candidate: CandidatePage): Promise<Lane | null> {
    let lane = used
    let examination: Examination | null = null
    for (let attempt = 0; attempt < attempts && (examination === null || lane?.hasDied()); attempt += 1) {
      lane = await this.#usable(lane)
      if (lane === null) break
      const served = this.#phase.writer.linkTargetsOf(candidate.id)
      examination = await examinePage(lane, candidate, this.#howToLook, served)
    }
    if (this.#phase.signal.aborted) return lane
    this.#store(candidate, examination ?? failedExamination(new Error('crashed'), this.#howToLook.observers))
    this.#done += 1
    this.#phase.onProgress(this.#done, this.#pages.length)
    return lane
  }

  async #usable(lane: Lane | null): Promise<Lane | null> {
    if (lane?.isUsable() && (await lane.tidy())) return lane
    await this.#close(lane)
    if (this.#phase.signal.aborted) return null
    const fresh = await Lane.open(this.#phase.executablePath, this.#proxy, this.#phase.bounds)
    if (!(fresh instanceof Lane)) return null
    this.#lanes.add(fresh)
    return fresh
  }

  async #close(lane: Lane | null): Promise<void> {
    if (lane === null) return
    this.#lanes.delete(lane)
    await lane.close()
  }

  async #closeAll(): Promise<void> {
    await Promise.all([...this.#lanes].map((lane) => this.#close(lane)))
  }

  #store(candidate: CandidatePage, { artifacts, pulledIn, renderedHtml }: Examination): void {
    const { writer } = this.#phase
    const pageId = candidate.id
    writer.transaction(() => {
      for (const { observer, artifact } of artifacts) {
        const body = writer.putBody(artifact.content, artifact.mediaType)
        writer.addArtifact({ pageId, name: observer.name, observerVersion: observer.version, body })
      }
      for (const [url, kind] of pulledIn) {
        const resourceId = writer.resourceIdAt(url)
        if (resourceId !== null) writer.addPageResource(pageId, resourceId, kind)
      }
      if (renderedHtml !== null) writer.setRenderedBody(pageId, writer.putBody(Buffer.from(renderedHtml), 'text/html'))
    })
  }
}
