import type { Request, Response } from 'playwright'
import type { SearchQuery } from '../../../store/model/artifact.ts'
import type { SearchTask } from '../../crawl-control.ts'
import { normalForm } from '../../normal-form.ts'
import { glimpseResults } from '../in-page/read-results.ts'
import type { OpenPage } from '../open-page.ts'

/** How a query ended. */
export type Arrival = Pick<SearchQuery, 'outcome' | 'detail'>

/** In milliseconds: until results are there, until nothing is expected any more, how long they must stand still, how long they may go on moving. */
const [answerMs, idleMs, stillMs, restlessMs, pollMs] = [25_000, 2_500, 400, 3_000, 40]

/** Starts a search and waits until its results stand still: in a new document, or in this one after scripts asked for them. */
export async function awaitResults(open: OpenPage, task: SearchTask, start: () => Promise<unknown>): Promise<Arrival> {
  const traffic = new Traffic(task)
  const { browserPage } = open
  browserPage.on('request', traffic.begin)
  browserPage.on('response', traffic.answer)
  browserPage.on('requestfinished', traffic.end)
  browserPage.on('requestfailed', traffic.end)
  try {
    const before = await glimpse(open)
    await start()
    return await watch(open, traffic, before)
  } finally {
    browserPage.off('request', traffic.begin)
    browserPage.off('response', traffic.answer)
    browserPage.off('requestfinished', traffic.end)
    browserPage.off('requestfailed', traffic.end)
  }
}

interface Glimpse {
  /** True when some document is another than before. */
  isReplaced: boolean
  isComplete: boolean
  places: string
  shown: string
}

/** What all frames show at this moment; `null` while one is being replaced. */
async function glimpse({ world }: OpenPage): Promise<Glimpse | null> {
  try {
    const frameIds = await world.frameIds()
    const each = await Promise.all(frameIds.map((id) => world.call(glimpseResults, id)))
    return {
      isReplaced: each.some(({ isOld }) => !isOld),
      isComplete: each.every(({ state }) => state === 'complete'),
      places: each.map(({ shown }) => shown.replace(/ -?\d+ -?\d+(?= \d+$)/, '')).join('\n'),
      shown: each.map(({ shown }) => shown).join('\n'),
    }
  } catch {
    // Between two documents there is nothing to be seen.
    return null
  }
}

async function watch(open: OpenPage, traffic: Traffic, before: Glimpse | null): Promise<Arrival> {
  const wait = new Wait(traffic, before)
  for (const until = performance.now() + answerMs; performance.now() < until; ) {
    const arrival = wait.judge(await glimpse(open))
    if (arrival !== null) return arrival
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  return { outcome: 'time-limit', detail: null }
}

/** Looks at one glimpse after the other until it is enough. */
class Wait {
  readonly #traffic
  readonly #before
  readonly #begunMs = performance.now()
  #last: string
  #changedMs = performance.now()

  constructor(traffic: Traffic, before: Glimpse | null) {
    this.#traffic = traffic
    this.#before = before
    this.#last = before?.shown ?? ''
  }

  /** How it ended; `null` while it has not. */
  judge(seen: Glimpse | null): Arrival | null {
    if (seen !== null && seen.shown !== this.#last) {
      this.#last = seen.shown
      this.#changedMs = performance.now()
    }
    if (!this.#traffic.isQuiet(stillMs)) return null
    if (seen !== null && isNews(seen, this.#before, this.#traffic))
      return this.#standsStill(seen) ? (this.#traffic.refusal(seen) ?? shown) : null
    return this.#traffic.refusal(seen) ?? (this.#waitedMs() > idleMs ? { outcome: 'unchanged', detail: null } : null)
  }

  #standsStill({ isComplete }: Glimpse): boolean {
    const stoodMs = performance.now() - this.#changedMs
    return this.#waitedMs() > restlessMs || (isComplete && stoodMs >= stillMs)
  }

  #waitedMs(): number {
    return performance.now() - this.#begunMs
  }
}

const shown: Arrival = { outcome: 'shown', detail: null }

/** A new document; or another text, after scripts asked for something or led to another place: headlines that roll by are none. */
function isNews(seen: Glimpse, before: Glimpse | null, traffic: Traffic): boolean {
  if (seen.isReplaced) return true
  return seen.shown !== before?.shown && (traffic.hasAsked || seen.places !== before?.places)
}

/** What the page asks for from the moment the search is started. */
class Traffic {
  readonly #task
  readonly #underWay = new Set<Request>()
  #lastMs = performance.now()
  #posts = false
  #barred: Arrival | null = null
  hasAsked = false

  constructor(task: SearchTask) {
    this.#task = task
  }

  readonly begin = (request: Request): void => {
    if (!['document', 'fetch', 'xhr', 'script'].includes(request.resourceType())) return
    this.#underWay.add(request)
    this.#lastMs = performance.now()
    if (request.resourceType() !== 'script') this.hasAsked ||= request.resourceType() !== 'document'
    if (this.#sends(request)) this.#posts = true
  }

  readonly answer = (response: Response): void => {
    const request = response.request()
    if (response.headers()['x-mingjing-refused'] !== 'no-answer' || !/^https?:/.test(request.url())) return
    if (!['document', 'fetch', 'xhr'].includes(request.resourceType())) return
    const bar = this.#task.barOf(normalForm(new URL(request.url())))
    if (bar !== null) this.#barred = { outcome: bar.by === 'rules' ? 'barred' : 'failed', detail: bar.code }
  }

  readonly end = (request: Request): void => {
    if (this.#underWay.delete(request)) this.#lastMs = performance.now()
  }

  isQuiet(forMs: number): boolean {
    return this.#underWay.size === 0 && performance.now() - this.#lastMs >= forMs
  }

  /** Why no results could come; `null` where a new document came all the same, or nothing was refused. */
  refusal(seen: Glimpse | null): Arrival | null {
    if (seen?.isReplaced === true) return null
    return this.#posts ? { outcome: 'posts', detail: null } : this.#barred
  }

  /** Counters of visits on other hosts send as well: they are no search. */
  #sends(request: Request): boolean {
    const method = request.method()
    const isReading = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    return !isReading && request.resourceType() !== 'ping' && this.#task.isOwn(request.url())
  }
}
