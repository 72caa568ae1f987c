import { setTimeout as wait } from 'node:timers/promises'
import type { Confirmation } from '../store/model/confirmation.ts'
import type { Resource } from '../store/model/page.ts'
import type { Hop, NotAsked } from './asker.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { Patience } from './patience.ts'

const maxRedirects = 10

/**
 * Asks a second time, in one batch, for every address of the site that seemed dead (404, 410, no such host name) and that
 * the site refers to, `confirmAfterMs` after the last of their first answers or later. What a stop, the budget or a silent
 * site leaves unasked has no confirmation. Source: facts 9.
 */
export async function confirmDead(parts: CrawlParts): Promise<void> {
  const { writer, scope } = parts
  const dead = writer.written.deadTargets().filter(({ url }) => scope.contains(url))
  if (dead.length === 0 || isOver(parts) || !(await isDue(dead, parts))) return
  await new Confirming(parts, dead).run()
}

function isOver({ control, budget, patience }: CrawlParts): boolean {
  return control.signal.aborted || budget.isSpent() || patience.isOver()
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

class Confirming {
  readonly #parts: CrawlParts
  readonly #dead: readonly Resource[]
  /** Each address once, also where many redirects end at it. */
  readonly #hops = new Map<string, Promise<Hop | NotAsked>>()
  readonly #patience = new Patience()
  #next = 0
  #done = 0

  constructor(parts: CrawlParts, dead: readonly Resource[]) {
    this.#parts = parts
    this.#dead = dead
  }

  async run(): Promise<void> {
    const width = this.#parts.policy.politeness.concurrency * 2
    await Promise.all(Array.from({ length: width }, () => this.#work()))
  }

  async #work(): Promise<void> {
    for (let resource = this.#take(); resource !== undefined; resource = this.#take()) {
      await this.#confirm(resource)
      this.#done += 1
      const { recorder, budget, control } = this.#parts
      const counts = { pages: recorder.count, requests: budget.counts.confirmations }
      control.onProgress({ stage: 'confirm', done: this.#done, known: this.#dead.length, ...counts })
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
      const end = hop.next === null ? shortOutcome(hop) : await this.#endAt(hop, hop.next, seen)
      if (end !== null) return end
      url = hop.next ?? url
    }
  }

  async #endAt(hop: Hop, next: string, seen: ReadonlySet<string>): Promise<Confirmation['outcome'] | null> {
    if (seen.has(next)) return { kind: 'failure', code: 'redirect-loop' }
    if (seen.size > maxRedirects) return { kind: 'failure', code: 'redirect-limit' }
    const barred = await this.#parts.gatekeeper.site(next)
    if (barred === 'robots') return { kind: 'failure', code: 'robots' }
    return barred === 'outside' ? shortOutcome(hop) : null
  }

  #hopAt(url: string): Promise<Hop | NotAsked> {
    const known = this.#hops.get(url)
    if (known !== undefined) return known
    const asked = this.#ask(url).then((hop) => this.#noted(hop))
    this.#hops.set(url, asked)
    return asked
  }

  /** What an interrupted run asked is not asked again. */
  async #ask(url: string): Promise<Hop | NotAsked> {
    const { asker, budget, writer } = this.#parts
    const kept = writer.working.keptHop(url, 'confirmations')
    if (kept !== null) return JSON.parse(kept) as Hop
    const hop = await asker.ask(url, 'confirmations')
    if (typeof hop !== 'string') {
      writer.transaction(() => {
        writer.working.keepHop(url, 'confirmations', JSON.stringify(hop))
        writer.working.saveLedger(budget.ledger())
      })
    }
    return hop
  }

  /** A host name that still does not exist costs nothing and says nothing of the others. */
  #noted(hop: Hop | NotAsked): Hop | NotAsked {
    if (typeof hop === 'string') return hop
    const { outcome } = hop
    if (outcome.kind === 'response' || outcome.code !== 'dns-not-found') this.#patience.note(outcome, hop.url)
    return hop
  }
}

function shortOutcome({ outcome }: Hop): Confirmation['outcome'] {
  if (outcome.kind === 'failure') return { kind: 'failure', code: outcome.code }
  return { kind: 'response', status: outcome.status }
}
