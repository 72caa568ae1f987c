import { setTimeout as wait } from 'node:timers/promises'
import type { Resource } from '../../store/model/page.ts'
import type { SecondLook, Sight } from '../../store/model/second-look.ts'
import type { LookTask } from '../crawl-control.ts'
import { normalForm } from '../normal-form.ts'
import type { Answerer } from '../stored-answer.ts'
import { type Glance, Lane } from './lane.ts'
import { showsEnough } from './open-page.ts'
import { type BrowserProxy, startProxy } from './proxy.ts'
import { settled } from './settled.ts'
import { type StepLimits, stepLimits } from './step-limits.ts'
import { TimeLimitError } from './time-limit.ts'

/** How long a challenge gets to let us in, and how often we look whether it has; in milliseconds. */
const [challengeMs, pollMs] = [8_000, 250]
const longestTitle = 300

/** Opens each address once, one after the other, and keeps what was seen. Without a browser that starts nothing is kept. */
export async function lookAgain(
  task: LookTask,
  executablePath: string | null,
  limits: StepLimits = stepLimits,
): Promise<void> {
  const door = new Door()
  const proxy = await startProxy(door.answer, task.signal)
  let lane: Lane | null = null
  const stop = () => void lane?.close()
  task.signal.addEventListener('abort', stop)
  try {
    for (const target of task.targets) {
      lane = await usable(lane, executablePath, proxy)
      if (lane === null || task.signal.aborted) return
      const look = await lookAt(target, lane, door, task, limits)
      if (task.signal.aborted) return
      task.keep(look)
    }
  } finally {
    task.signal.removeEventListener('abort', stop)
    await lane?.close()
    await proxy.close()
  }
}

async function usable(lane: Lane | null, executablePath: string | null, proxy: BrowserProxy): Promise<Lane | null> {
  if (lane?.isUsable()) return lane
  await lane?.close()
  const opened = await Lane.open(executablePath, proxy)
  return opened instanceof Lane ? opened : null
}

/** Passes on what the browser asks for, and remembers the last status of each address. */
class Door {
  #answerer: Answerer | null = null
  readonly #statuses = new Map<string, number | null>()

  readonly answer: Answerer = async (url, signal, cookie) => {
    const answer = (await this.#answerer?.(url, signal, cookie)) ?? null
    this.#statuses.set(url, answer?.status ?? null)
    return answer
  }

  /** From now on this one answers. */
  open(answerer: Answerer): void {
    this.#answerer = answerer
    this.#statuses.clear()
  }

  statusOf(url: string): number | null {
    return this.#statuses.get(normalForm(new URL(url))) ?? null
  }
}

async function lookAt(
  target: Resource,
  lane: Lane,
  door: Door,
  task: LookTask,
  limits: StepLimits,
): Promise<SecondLook> {
  const askedAt = task.now().toISOString()
  door.open(task.answererFor())
  const judge = (glance: Glance) => sightOf(glance, target, task)
  // A browser that could not open it still shows what was there before.
  const isOpen = await settled(lane.open(target.url, limits))
  const glance = isOpen ? await watch(lane, limits, (seen) => judge(seen) === 'content' || isStill(seen), task) : null
  const own = { resourceId: target.id, askedAt }
  if (glance !== null) return { ...own, ...factsOf(glance), sight: judge(glance) }
  // An error without a body shows nothing, but it was an answer.
  const status = door.statusOf(lane.at() ?? target.url)
  const sight = status !== null && task.isRefusal(status) ? 'refused' : 'unclear'
  return { ...own, status, title: null, textLength: 0, sight }
}

function factsOf({ standing, reading }: Glance): Pick<SecondLook, 'status' | 'title' | 'textLength'> {
  const title = standing.title === '' ? null : standing.title.slice(0, longestTitle)
  return { status: standing.status === 0 ? null : standing.status, title, textLength: reading.textLength }
}

/** Looks until it is enough or the time is over; `null` when nothing could be read. */
async function watch(
  lane: Lane,
  limits: StepLimits,
  isEnough: (glance: Glance) => boolean,
  { signal }: LookTask,
): Promise<Glance | null> {
  const until = performance.now() + challengeMs
  let last: Glance | null = null
  while (!signal.aborted && lane.isUsable()) {
    const glance = await glanceOf(lane, limits)
    last = glance ?? last
    if ((glance !== null && isEnough(glance)) || performance.now() >= until) break
    await wait(pollMs)
  }
  return last
}

/** `null` while the page reloads itself. */
async function glanceOf(lane: Lane, limits: StepLimits): Promise<Glance | null> {
  try {
    return await lane.glance(limits)
  } catch (error) {
    if (error instanceof TimeLimitError) lane.spoil()
    return null
  }
}

/** True when nothing in the page could lead on from it. */
function isStill({ reading, standing }: Glance): boolean {
  return !reading.hasScripts && !/http-equiv=["']?refresh/i.test(standing.html)
}

function sightOf({ standing, reading }: Glance, target: Resource, { isRefusal, isWall }: LookTask): Sight {
  const { status, url, html } = standing
  if (!isSamePlace(url, target)) return 'unclear'
  if (isRefusal(status) || isWall(html, reading.textLength)) return 'refused'
  return status >= 200 && status < 300 && showsEnough(reading) ? 'content' : 'unclear'
}

/** A challenge may add to the query; a log-in page elsewhere is not what was asked for. */
function isSamePlace(at: string, { url, finalUrl }: Resource): boolean {
  const place = (address: string) => new URL(address).origin + new URL(address).pathname
  return [url, finalUrl].some((address) => place(address) === place(at))
}
