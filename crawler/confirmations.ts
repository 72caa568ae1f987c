import { setTimeout as wait } from 'node:timers/promises'
import type { Confirmation } from '../store/model/confirmation.ts'
import type { Resource } from '../store/model/page.ts'
import type { Asker, AskReason, Hop, NotAsked } from './asker.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { externalGate } from './external/external-links.ts'
import { keepAnswerText } from './external/read-answers.ts'
import { externalSuspects } from './external/suspects.ts'
import { Patience } from './patience.ts'
import type { Gate } from './redirects.ts'

const maxRedirects = 10
const externalWidth = 32

/**
 * Asks a second time, in one batch, for every address that seemed dead (404, 410, no such host name; on other hosts also
 * 200 with a page that says so) and that the site refers to, `confirmAfterMs` after the last of their first answers or
 * later. What a stop, the budget or a silent site leaves unasked has no confirmation. Source: facts 9.
 */
export async function confirmDead(parts: CrawlParts): Promise<void> {
  const { writer, scope, policy, asker, external, gatekeeper } = parts
  const dead = writer.written.deadTargets()
  const own = dead.filter(({ url }) => scope.contains(url))
  const others = policy.external === 'none' ? [] : dead.filter(({ url }) => !scope.contains(url))
  const suspects = externalSuspects(parts).filter(({ id }) => !writer.written.isConfirmed(id))
  const outside = [...others, ...suspects]
  const all = [...own, ...outside]
  if (all.length === 0 || isOver(parts) || !(await isDue(all, parts))) return
  const ownDoor: Door = {
    asker,
    gate: gatekeeper.site,
    reason: 'confirmations',
    width: policy.politeness.concurrency * 2,
  }
  const outsideDoor: Door = {
    asker: external.asker,
    gate: externalGate(parts),
    reason: 'external',
    width: externalWidth,
  }
  const progress = new Progress(parts, all.length)
  const site = new Confirming(parts, own, ownDoor, progress)
  await Promise.all([site.run(), new Confirming(parts, outside, outsideDoor, progress).run()])
}

/** Who is asked, as what, and how many at a time. */
interface Door {
  asker: Asker
  gate: Gate
  reason: AskReason & ('confirmations' | 'external')
  width: number
}

function isOver({ control, budget, patience }: CrawlParts): boolean {
  return control.signal.aborted || budget.spent() !== null || patience.isOver()
}

/** Waits until every first answer is old enough; false when the run ends before that. */
async function isDue(dead: readonly Resource[], { policy, control, budget }: CrawlParts): Promise<boolean> {
  const answeredAt = Math.max(...dead.map(answerTime))
  const waitMs = answeredAt + policy.confirmAfterMs - control.now().getTime()
  const leftMs = budget.remainingMs()
  if (waitMs <= 0) return true
  if (leftMs !== null && waitMs >= leftMs) return false
  control.onProgress({ stage: 'confirm', done: 0, known: dead.length, pages: 0, requests: 0 })
  // A stop during the wait is seen below.
  await wait(waitMs, undefined, { signal: control.signal }).catch(() => undefined)
  return !control.signal.aborted
}

function answerTime({ fetchedAt, durationMs }: Resource): number {
  return Date.parse(fetchedAt) + durationMs
}

class Progress {
  readonly #parts: CrawlParts
  readonly #known: number
  #done = 0

  constructor(parts: CrawlParts, known: number) {
    this.#parts = parts
    this.#known = known
  }

  tell(): void {
    this.#done += 1
    const { recorder, budget, control } = this.#parts
    const counts = { pages: recorder.count, requests: budget.counts.confirmations }
    control.onProgress({ stage: 'confirm', done: this.#done, known: this.#known, ...counts })
  }
}

class Confirming {
  readonly #parts: CrawlParts
  readonly #dead: readonly Resource[]
  readonly #door: Door
  readonly #progress: Progress
  /** Each address once, also where many redirects end at it. */
  readonly #hops = new Map<string, Promise<Hop | NotAsked>>()
  readonly #patience = new Patience()
  #next = 0

  constructor(parts: CrawlParts, dead: readonly Resource[], door: Door, progress: Progress) {
    this.#parts = parts
    this.#dead = dead
    this.#door = door
    this.#progress = progress
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.#door.width }, () => this.#work()))
  }

  async #work(): Promise<void> {
    for (let resource = this.#take(); resource !== undefined; resource = this.#take()) {
      await this.#confirm(resource)
      this.#progress.tell()
    }
  }

  #take(): Resource | undefined {
    if (isOver(this.#parts) || this.#patience.isOver()) return undefined
    this.#next += 1
    return this.#dead[this.#next - 1]
  }

  async #confirm({ id, url }: Resource): Promise<void> {
    const askedAt = this.#parts.control.now().toISOString()
    const outcome = await this.#follow(url)
    if (outcome !== null) this.#parts.writer.addConfirmation({ resourceId: id, askedAt, outcome })
  }

  /** What stands at the end of the redirects; `null` when somebody on the way was not asked. */
  async #follow(start: string): Promise<Confirmation['outcome'] | null> {
    const seen = new Set<string>()
    for (let url = start; ; ) {
      seen.add(url)
      const hop = await this.#hopAt(url)
      if (typeof hop === 'string') return null
      const end = hop.next === null ? this.#outcomeOf(hop) : await this.#endAt(hop, hop.next, seen)
      if (end !== null) return end
      url = hop.next ?? url
    }
  }

  async #endAt(hop: Hop, next: string, seen: ReadonlySet<string>): Promise<Confirmation['outcome'] | null> {
    if (seen.has(next)) return { kind: 'failure', code: 'redirect-loop' }
    if (seen.size > maxRedirects) return { kind: 'failure', code: 'redirect-limit' }
    const barred = await this.#door.gate(next)
    if (barred === 'robots') return { kind: 'failure', code: 'robots' }
    return barred === 'outside' ? this.#outcomeOf(hop) : null
  }

  #hopAt(url: string): Promise<Hop | NotAsked> {
    const known = this.#hops.get(url)
    if (known !== undefined) return known
    const { asker, reason } = this.#door
    const asked = asker.ask(url, reason, 'confirmations').then((hop) => this.#noted(hop))
    this.#hops.set(url, asked)
    return asked
  }

  /** A host name that still does not exist costs nothing and says nothing of the others; nor do strangers of one another. */
  #noted(hop: Hop | NotAsked): Hop | NotAsked {
    if (typeof hop === 'string' || this.#door.reason === 'external') return hop
    const { outcome } = hop
    if (outcome.kind === 'response' || outcome.code !== 'dns-not-found') this.#patience.note(outcome, hop.url)
    return hop
  }

  /** Where the first answer was a page that says that it is none, the second is read as well. */
  #outcomeOf({ url, outcome }: Hop): Confirmation['outcome'] {
    if (outcome.kind === 'failure') return { kind: 'failure', code: outcome.code }
    const { status } = outcome
    const text = status < 300 ? keepAnswerText(this.#parts.writer, url, outcome) : null
    return { kind: 'response', status, finalUrl: url, ...(text !== null && { body: text.body }) }
  }
}
