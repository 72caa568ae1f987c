import type { Request } from 'playwright'
import type { PagingArtifact } from '../../../store/model/artifact.ts'
import { normalForm } from '../../normal-form.ts'
import { canonicalJson } from '../canonical-json.ts'
import { followPager, type PagerLink, readPagers, readStep } from '../in-page/read-pagers.ts'
import { nextPager, otherPagersIn, pagersOf } from '../next-pager.ts'
import type { OpenPage } from '../open-page.ts'
import { failureDetail } from '../page-failure.ts'
import type { Permits } from '../permits.ts'
import { settled } from '../settled.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

/** Steps in one list: the only requests with a body a run ever sends. */
export const maxSteps = 20
const answerMs = 30_000
const settleMs = 10_000
const changeMs = 5_000

/** Turns the pages of the first list whose links post the page back, keeps what each shows, and says how many were left. Leaves the page at its last step. */
export function pagingObserver(permits: Permits): Observer {
  return {
    name: 'paging',
    version: 3,
    isForEvery: false,
    async observe(open, { url }) {
      if (!permits.isOpen) return null
      const links = await open.world.call(readPagers)
      if (pagersOf(links).length === 0) return null
      return content({ ...(await new Walk(open, permits, url).run()), otherPagers: otherPagersIn(links) })
    },
    failure: () => null,
  }
}

type Step = PagingArtifact['steps'][number]
type StepShown = Pick<Step, 'html' | 'links'>

class Walk {
  readonly #open
  readonly #permits
  readonly #url
  readonly #steps: Step[] = []

  constructor(open: OpenPage, permits: Permits, url: string) {
    this.#open = open
    this.#permits = permits
    this.#url = url
  }

  async run(): Promise<PagingArtifact> {
    const first = await this.#open.world.call(readStep)
    const seen = new Set([linksOf(first)])
    let last = linksOf(first)
    for (let page = 1; ; ) {
      const next = nextPager(pagersOf(await this.#open.world.call(readPagers)), page)
      if (next === null) return this.#end('complete')
      if (this.#steps.length >= maxSteps) return this.#end('budget')
      const shown = await this.#follow(next.link, last)
      if (typeof shown === 'string') return this.#end(shown)
      // A list that shows the same again is at its end, whatever its links say.
      if (seen.has(linksOf(shown))) return this.#end('complete')
      last = linksOf(shown)
      seen.add(last)
      page = next.page
      this.#steps.push({ label: next.link.text, ...shown })
    }
  }

  /** What is shown after one step, or why it could not be taken. */
  async #follow({ index, target, argument }: PagerLink, before: string): Promise<StepShown | string> {
    const { browserPage, world, network } = this.#open
    const withdraw = this.#permits.grant({ url: this.#url, target, argument })
    network.expectPost(this.#url)
    try {
      const answered = browserPage.waitForResponse((response) => this.#isStep(response.request()), {
        timeout: answerMs,
      })
      const [response] = await Promise.all([answered, world.evaluate(`(${followPager})(${index})`)])
      if (response.status() >= 400) return `HTTP ${response.status()}`
      await settled(response.finished())
      if (response.request().isNavigationRequest()) await this.#arrived()
      else await this.#changed(before)
      if (network.navigatedTo() !== null && network.navigatedTo() !== this.#url) return 'navigated-away'
      return await withTimeLimit('reading', settleMs, world.call(readStep))
    } catch (error) {
      return failureDetail(error)
    } finally {
      withdraw()
    }
  }

  /** Pages post other things as well, to counters above all: what those are answered says nothing of the list. */
  #isStep(request: Request): boolean {
    return request.method() === 'POST' && normalForm(new URL(request.url())) === this.#url
  }

  /** The old document may still stand when the answer is there. */
  async #arrived(): Promise<void> {
    const { browserPage, world } = this.#open
    const deadline = performance.now() + settleMs
    const isOld = () => world.evaluate<boolean>('globalThis.mingjingTurned === true').catch(() => true)
    while ((await isOld()) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 30))
    await settled(browserPage.waitForLoadState('load', { timeout: settleMs }))
  }

  /** A script puts what it was sent in its place in its own time; a list that stays as it was is waited for that long. */
  async #changed(before: string): Promise<void> {
    const deadline = performance.now() + changeMs
    const isSame = async () => linksOf(await this.#open.world.call(readStep)) === before
    while ((await isSame()) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100))
  }

  #end(detail: string): PagingArtifact {
    return { detail, steps: this.#steps }
  }
}

function linksOf({ links }: StepShown): string {
  return links.map(({ url, text }) => `${url} ${text}`).join('\n')
}

function content(value: PagingArtifact): ArtifactContent {
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
