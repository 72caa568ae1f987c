import type { TrapCaps } from '../store/model/run.ts'
import type { Discovery, Frontier } from '../store/snapshot/frontier.ts'
import { foldedForm } from './folded-form.ts'
import type { Scope } from './scope.ts'
import { Traps } from './traps.ts'

/** Other written addresses are tried this often when the one that stood for them gave nothing. */
const maxRetries = 2
/** Addresses whose last sighting is kept in memory. */
const mostRemembered = 200_000

/** Lets found addresses of the site into the queue: each page once, however it is written, and no kind without end. */
export class Intake {
  readonly #frontier: Frontier
  readonly #scope: Scope
  readonly #traps: Traps
  /** Folded form -> the written address that is asked for. */
  readonly #firsts = new Map<string, string>()
  readonly #retries = new Map<string, number>()
  /** Shortest way and best priority under which an address was taken so far: to take it again for less changes nothing. */
  readonly #taken = new Map<string, { hops: number; priority: number }>()

  constructor(frontier: Frontier, scope: Scope, caps: TrapCaps) {
    this.#frontier = frontier
    this.#scope = scope
    this.#traps = new Traps(caps)
    this.#restore()
  }

  /** Knows again what the snapshot of an interrupted run says was let in. */
  #restore(): void {
    for (const { url, hops, priority, isFirst, isCounted, foundBy } of this.#frontier.letIn()) {
      const wasTaken = isCounted === 1 || foundBy === 'sitemap-xml'
      if (wasTaken && this.#taken.size < mostRemembered) this.#taken.set(url, { hops, priority })
      const { form, isCopy } = foldedForm(url)
      if (isCounted === 1) this.#traps.recount(isCopy ? url : form)
      if (isFirst === 1) this.#firsts.set(form, url)
    }
    for (const url of this.#frontier.visitedInVain()) {
      const { form } = foldedForm(url)
      this.#retries.set(form, (this.#retries.get(form) ?? 0) + 1)
    }
  }

  /** Queues an address in normal form, or makes it known with the reason why not; true when it is queued and new. */
  take(url: string, found: Discovery): boolean {
    return this.#isNews(url, found) && this.#admit(url, found)
  }

  /** The same menu stands on every page, so most addresses come again and again. */
  #isNews(url: string, { hops, priority }: Discovery): boolean {
    const before = this.#taken.get(url)
    if (before === undefined) {
      if (this.#taken.size >= mostRemembered) this.#taken.clear()
      this.#taken.set(url, { hops, priority })
      return true
    }
    if (before.hops <= hops && before.priority <= priority) return false
    before.hops = Math.min(before.hops, hops)
    before.priority = Math.min(before.priority, priority)
    return true
  }

  #admit(url: string, found: Discovery): boolean {
    const bounds = this.#scope.bounds(url)
    if (bounds !== null) return this.#skip(url, bounds, found)
    const { form, isCopy } = foldedForm(url)
    const first = this.#firsts.get(form)
    if (first !== undefined && first !== url) {
      this.#frontier.skipTwin(url, first, found)
      // A shorter way to one of the addresses is one to the page.
      this.#frontier.enqueue(first, found)
      return false
    }
    // What the site itself lists as its pages is no trap.
    const counted = isCopy ? url : form
    const wasCounted = this.#traps.isCounted(counted)
    const trap = found.foundBy === 'sitemap-xml' ? null : this.#traps.cut(counted)
    if (trap !== null) return this.#skip(url, trap, found)
    const isCounted = this.#traps.isCounted(counted)
    const isNew = this.#frontier.enqueue(url, found, { isFirst: isCopy ? 0 : 1, isCounted: isCounted ? 1 : 0 })
    if (isNew && !isCopy) this.#firsts.set(form, url)
    if (!isNew && isCounted && !wasCounted) this.#frontier.markCounted(url)
    return isNew
  }

  /** Notes an address that is asked for without having waited in the queue: later spellings of it are the same page. */
  note(url: string): void {
    const { form, isCopy } = foldedForm(url)
    if (isCopy || this.#firsts.has(form)) return
    this.#firsts.set(form, url)
    this.#frontier.markFirst(url, true)
  }

  /** The spelling under which an address's page is asked for; the address itself when it has no other. */
  askedFor(url: string): string {
    return this.#firsts.get(foldedForm(url).form) ?? url
  }

  /** Lets another spelling of a page be asked for, because this one may not be. */
  giveWay(url: string): void {
    const { form } = foldedForm(url)
    if (this.#firsts.get(form) !== url) return
    this.#frontier.markFirst(url, false)
    const next = this.#frontier.promoteTwin(url)
    if (next === null) {
      this.#firsts.delete(form)
      return
    }
    this.#firsts.set(form, next)
    // Sightings of the others now speak for this one.
    this.#taken.clear()
  }

  /** As {@link giveWay}, a few times for each page: a dead page, or a door, may be linked with a new session every time. */
  giveWayInVain(url: string): void {
    const { form } = foldedForm(url)
    const count = this.#retries.get(form) ?? 0
    if (count >= maxRetries) return
    this.#retries.set(form, count + 1)
    this.giveWay(url)
  }

  #skip(url: string, reason: string, found: Discovery): false {
    this.#frontier.skip(url, reason, found)
    return false
  }
}
