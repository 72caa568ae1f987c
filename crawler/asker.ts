import { setTimeout as wait } from 'node:timers/promises'
import type { FetchFailureCode, FetchOutcome, TlsFacts } from '../store/model/fetch-outcome.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Budget, SpentBudget } from './budget.ts'
import { conditionsFor, confirms, renewed } from './conditions.ts'
import type { Enclosed, Fetcher, HopAnswer } from './fetch/fetcher.ts'
import { longestPauseMs } from './host-turns.ts'
import { type EndOfPatience, Patience } from './patience.ts'
import type { Politeness } from './politeness.ts'
import { redirectTarget } from './redirect-target.ts'
import { retryAfterMs } from './retry-after.ts'

/** What one URL itself answered; its body is in the snapshot already. */
export interface Hop {
  url: string
  outcome: FetchOutcome
  /** Where it points, in normal form; `null` when it is no redirect. */
  next: string | null
  fetchedAt: string
  durationMs: number
  tls: TlsFacts | null
  /** True when the server said that what the run before holds is still so. */
  isUnchanged?: boolean
}

/** Why nobody was asked: the run was stopped, has spent what it was given, or the site is asked no more. */
export type NotAsked = 'not-reached' | SpentBudget | EndOfPatience

/** For what a URL is asked; a second try after a passing fault of `first` is counted as one of `retries`. */
export type AskReason = 'first' | 'external' | 'confirmations' | 'probes'

/** Faults of the moment: asked once more. */
const passing: ReadonlySet<FetchFailureCode> = new Set([
  'reset',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
  'dns-failed',
])

/** Sends requests, one at a time for each URL, at the pace of its host and within the budget. */
export class Asker {
  readonly budget: Budget
  readonly patience = new Patience()
  readonly #fetcher: Fetcher
  readonly #politeness: Politeness
  readonly #asksTwice: boolean
  readonly #writer: SnapshotWriter
  readonly #signal: AbortSignal

  /** Without `asksTwice` a passing fault is not tried again. */
  constructor(
    doors: { fetcher: Fetcher; politeness: Politeness; budget: Budget; asksTwice?: boolean },
    writer: SnapshotWriter,
    signal: AbortSignal,
  ) {
    this.budget = doors.budget
    this.#fetcher = doors.fetcher
    this.#politeness = doors.politeness
    this.#asksTwice = doors.asksTwice ?? true
    this.#writer = writer
    this.#signal = signal
  }

  /** Why nothing more is asked of the site; `null` while it is. */
  end(): SpentBudget | EndOfPatience | null {
    return this.budget.spent() ?? this.patience.reason()
  }

  /**
   * Asks a URL, and once more after a passing fault unless it is told not to; follows nothing. The answer is kept, as `keptAs`,
   * before its host is asked for more: what a killed run was answered it does not ask again.
   */
  async ask(url: string, reason: AskReason, keptAs: string = reason): Promise<Hop | NotAsked> {
    const kept = this.#writer.working.keptHop(url, keptAs)
    if (kept !== null) return JSON.parse(kept) as Hop
    const keep = (exchange: Exchange) => this.#keep(exchange, { url, reason, keptAs })
    const first = await this.#once(url, reason, async (exchange) => {
      const delayMs = this.#delayToSecondMs(exchange)
      return delayMs === null ? keep(exchange) : { delayMs, exchange }
    })
    if (typeof first === 'string' || 'outcome' in first) return first
    // A stop during the wait is seen by the request that follows it.
    await wait(first.delayMs, undefined, { signal: this.#signal }).catch(() => undefined)
    const second = await this.#once(url, reason === 'first' ? 'retries' : reason, keep, isBaseless(first.exchange))
    // The budget may end between the two: then the first answer stands.
    return typeof second === 'string' ? keep(first.exchange) : second
  }

  /** Sends a form to its own page, once; what comes back is not stored. */
  async postBack(url: string, form: Uint8Array): Promise<HopAnswer | NotAsked> {
    const exchange = () => this.#exchange(url, 'probes', { form })
    const result = await this.#politeness.run(url, exchange, this.#signal)
    return typeof result === 'string' ? result : (result?.answer ?? 'not-reached')
  }

  /** Asks a URL that answered before, once, for the whole answer; it is not stored. */
  askAnew(url: string): Promise<HopAnswer | NotAsked> {
    return this.#once(url, 'confirmations', async ({ answer }) => answer, true)
  }

  /** `use` makes something of the answer before the host is asked for more. `isWhole`: whatever was had before, the whole answer is wanted. */
  async #once<T>(
    url: string,
    reason: AskReason | 'retries',
    use: (exchange: Exchange) => Promise<T>,
    isWhole = false,
  ): Promise<T | NotAsked> {
    const earlier = isWhole ? null : this.#earlierAnswer(url, reason)
    const turn = async () => {
      const exchange = await this.#exchange(url, reason, { conditions: conditionsFor(earlier) }, earlier)
      return typeof exchange === 'string' ? exchange : use(exchange)
    }
    return (await this.#politeness.run(url, turn, this.#signal)) ?? 'not-reached'
  }

  #earlierAnswer(url: string, reason: AskReason | 'retries'): EarlierAnswer | null {
    if (reason !== 'first' && reason !== 'retries') return null
    return this.#writer.earlier?.answerOf(url) ?? null
  }

  async #exchange(
    url: string,
    reason: AskReason | 'retries',
    enclosed: Enclosed,
    earlier: EarlierAnswer | null = null,
  ): Promise<Exchange | NotAsked> {
    const end = this.#endFor(url, reason)
    if (end !== null) return end
    const spent = this.budget.take(reason)
    if (spent !== null) return spent
    const fetchedAt = this.budget.now().toISOString()
    const start = performance.now()
    const askedAt = this.#politeness.now()
    const answer = await this.#fetcher.ask(url, this.#signal, enclosed)
    if (answer.kind === 'failure' && answer.code === 'cancelled') return 'not-reached'
    this.#politeness.note(url, answer, askedAt)
    if (reason === 'first' || reason === 'retries') this.patience.note(answer, url)
    const exchange = { answer, fetchedAt, durationMs: Math.round(performance.now() - start) }
    const isUnchanged = earlier !== null && confirms(answer, enclosed.conditions ?? null)
    return isUnchanged ? { ...exchange, earlier } : exchange
  }

  /** Resolves when the answer is kept. Answers that come together are kept together. */
  async #keep(exchange: Exchange, { url, reason, keptAs }: Asked): Promise<Hop> {
    const hop = this.#writer.transaction(() => {
      const answered = this.#hop(url, exchange, reason)
      this.#writer.working.keepHop(url, keptAs, JSON.stringify(answered))
      this.#writer.working.saveLedger(this.budget.ledger())
      return answered
    })
    await this.#writer.kept()
    return hop
  }

  /** How long to wait before asking once more, in milliseconds; `null` when the answer stands. */
  #delayToSecondMs(exchange: Exchange): number | null {
    if (!this.#asksTwice) return null
    return isBaseless(exchange) ? 0 : retryDelayMs(exchange.answer, this.#politeness.now())
  }

  /** Why this host is asked no more; the end of the site's patience is nothing to other hosts. */
  #endFor(url: string, reason: AskReason | 'retries'): EndOfPatience | null {
    const end = this.#politeness.isStopped(url) ? 'asked-to-wait' : null
    if (reason === 'external') return end
    // Confirmations ask other hosts as well.
    if (end !== null && reason !== 'confirmations') this.patience.end(end)
    return this.patience.reason() ?? end
  }

  #hop(url: string, { answer, fetchedAt, durationMs, earlier }: Exchange, reason: AskReason): Hop {
    if (answer.kind !== 'failure' && earlier !== undefined) {
      if (earlier.body !== null) this.#writer.earlier?.copyBody(earlier.body)
      const outcome = renewed(earlier, answer.headers)
      return { url, outcome, next: null, fetchedAt, durationMs, tls: answer.tls, isUnchanged: true }
    }
    if (answer.kind === 'failure') return { url, outcome: answer, next: null, fetchedAt, durationMs, tls: null }
    const next = redirectTarget(url, answer)
    if (typeof next === 'object' && next !== null) {
      return { url, outcome: next, next: null, fetchedAt, durationMs, tls: answer.tls }
    }
    const { status, headers, mediaType, charset, truncated, tls } = answer
    const content = next === null ? answer.content : new Uint8Array()
    // A second answer only says whether the first holds: its body is nobody's evidence.
    const isKept = content.byteLength > 0 && reason !== 'confirmations'
    const body = isKept ? this.#writer.putBody(content, mediaType) : null
    const facts = { status, headers, mediaType, charset, body, bodyBytes: content.byteLength, truncated }
    return { url, outcome: { kind: 'response', ...facts }, next, fetchedAt, durationMs, tls }
  }
}

type EarlierAnswer = Extract<FetchOutcome, { kind: 'response' }>

/** What was asked, for what, and under which name its answer is kept. */
interface Asked {
  url: string
  reason: AskReason
  keptAs: string
}

interface Exchange {
  answer: HopAnswer
  /** The answer of the run before, when this one says that it still holds. */
  earlier?: EarlierAnswer
  fetchedAt: string
  durationMs: number
}

/** A 304 that nothing was asked for, or that names another version than ours: the whole answer is asked for. */
function isBaseless({ answer, earlier }: Exchange): boolean {
  return answer.kind === 'response' && answer.status === 304 && earlier === undefined
}

/** How long to wait before asking again, in milliseconds; `null` when it is not worth it. */
function retryDelayMs(answer: HopAnswer, nowMs: number): number | null {
  if (answer.kind === 'failure') return passing.has(answer.code) ? 200 : null
  if (answer.status !== 503 && answer.status !== 429) return null
  const pauseMs = retryAfterMs(answer.headers['retry-after'], nowMs)
  // The whole host rests for as long as it asked: the next turn comes after that.
  return pauseMs !== null && pauseMs <= longestPauseMs ? 0 : null
}
