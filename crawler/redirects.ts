import type { FetchOutcome, RedirectHop } from '../store/model/fetch-outcome.ts'
import type { Resource } from '../store/model/page.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Asker, AskReason, Hop, NotAsked } from './asker.ts'
import type { Reading } from './reading/page-reader.ts'

/** Why a URL may not be asked for; `null` when it may be. `outside` ends a chain with the redirect itself. */
export type Gate = (url: string) => Promise<'outside' | 'robots' | null>

/** How a chain of redirects ended. */
type End =
  | { kind: 'answered' }
  | { kind: 'outside' }
  | { kind: 'failure'; code: 'redirect-loop' | 'redirect-limit' | 'robots'; detail: string }
  /** The rest was known before. */
  | { kind: 'known'; rest: Resource }

/** A resource on the way; `isUnchanged`: what the run before holds of it is still so. */
export interface Step {
  resource: Resource
  isUnchanged: boolean
}

type Settle = (resource: Resource, steps: readonly Step[], page: Reading | null) => void

/** A resource before it is stored. */
export type FoundResource = Omit<Resource, 'id'>

/** How a URL is asked for. */
export interface Manner {
  via: Resource['via']
  gate: Gate
  reason: AskReason
  /** Reads the page it leads to, before anything is stored. Left out: nobody reads it. */
  read?: (found: FoundResource) => Promise<Reading | null>
}

const maxRedirects = 10

/**
 * Turns URLs into resources, each URL asked once: every step of a chain of redirects is a resource of its own, and what one
 * chain has asked no other asks again.
 */
export class Redirects {
  readonly #asker: Asker
  readonly #writer: SnapshotWriter
  /** Steps whose chains are still open. Only single answers are waited for, never chains: two that meet cannot block each other. */
  readonly #open = new Map<string, Promise<Hop | NotAsked>>()

  constructor(asker: Asker, writer: SnapshotWriter) {
    this.#asker = asker
    this.#writer = writer
  }

  /**
   * The resource at a URL, or why it was not asked. What it leads to is read first; `settle` writes all that follows from it, in the transaction that stores
   * it: whenever the program ends, an answer is there with its consequences or not at all. `steps`: the URLs newly stored.
   */
  async resolve(url: string, manner: Manner, settle: Settle) {
    const { gate, reason, read = readNothing } = manner
    const known = this.#writer.written.resourceAt(url)
    if (known !== null) {
      const page = await read(known)
      this.#writer.transaction(() => settle(known, [{ resource: known, isUnchanged: false }], page))
      return known
    }
    const chain: Hop[] = []
    try {
      const end = await this.#follow(url, chain, gate, reason)
      if (typeof end === 'string') return end
      const found = foundSteps(chain, end, manner.via)
      const page = await read(firstOf(found).found)
      return this.#store(found, reason, (resource, steps) => settle(resource, steps, page))
    } finally {
      this.#open.delete(url)
      for (const hop of chain) this.#open.delete(hop.url)
    }
  }

  async #follow(start: string, chain: Hop[], gate: Gate, reason: Manner['reason']): Promise<End | NotAsked> {
    for (let url = start; ; ) {
      // Nothing may be awaited between this look and the request: another chain could store the URL in between.
      const rest = chain.length === 0 ? null : this.#writer.written.resourceAt(url)
      if (rest !== null) return { kind: 'known', rest }
      const hop = await this.#hopOf(url, reason)
      // Out of budget or patience in the middle of a chain: what was asked is kept, and ends with the redirect as it stands.
      if (typeof hop === 'string') return chain.length > 0 && hop !== 'not-reached' ? { kind: 'outside' } : hop
      chain.push(hop)
      if (hop.next === null) return { kind: 'answered' }
      const end = await this.#endAt(hop.next, chain, gate)
      if (end !== null) return end
      url = hop.next
    }
  }

  async #endAt(next: string, chain: readonly Hop[], gate: Gate): Promise<End | null> {
    if (chain.some((hop) => hop.url === next)) return { kind: 'failure', code: 'redirect-loop', detail: next }
    if (chain.length > maxRedirects) return { kind: 'failure', code: 'redirect-limit', detail: next }
    const barred = await gate(next)
    if (barred === 'outside') return { kind: 'outside' }
    if (barred === 'robots') return { kind: 'failure', code: 'robots', detail: next }
    return null
  }

  #hopOf(url: string, reason: Manner['reason']): Promise<Hop | NotAsked> {
    const open = this.#open.get(url)
    if (open !== undefined) return open
    const asked = this.#asker.ask(url, reason)
    this.#open.set(url, asked)
    return asked
  }

  /** What follows from the resources is written with them, and only then their answers need no keeping of their own. */
  #store(
    found: readonly FoundStep[],
    reason: AskReason,
    settle: (resource: Resource, steps: readonly Step[]) => void,
  ): Resource {
    return this.#writer.transaction(() => {
      const steps = found.map((step) => ({ resource: this.#stored(step.found, reason), isUnchanged: step.isUnchanged }))
      const { resource } = firstOf(steps)
      settle(resource, steps)
      return resource
    })
  }

  /** A chain that met this one may have been faster. */
  #stored(found: FoundResource, reason: AskReason): Resource {
    this.#writer.working.dropHop(found.url, reason)
    return this.#writer.written.resourceAt(found.url) ?? { id: this.#writer.addResource(found), ...found }
  }
}

async function readNothing(): Promise<null> {
  return null
}

interface FoundStep {
  found: FoundResource
  isUnchanged: boolean
}

/** The resource at each step of a chain. */
function foundSteps(chain: readonly Hop[], end: End, via: Resource['via']): FoundStep[] {
  return chain.map(({ isUnchanged = false }, index) => ({
    found: resourceFrom(walkFrom(chain, index), end, via),
    isUnchanged,
  }))
}

function firstOf<Step>(steps: readonly Step[]): Step {
  const [first] = steps
  if (first === undefined) throw new Error('a chain of redirects without a step')
  return first
}

/** The steps a reader takes from one step of a chain on; in a loop round to where they would repeat. */
function walkFrom(chain: readonly Hop[], index: number): [Hop, ...Hop[]] {
  const walk: Hop[] = []
  let hop = chain[index]
  while (hop !== undefined && !walk.includes(hop)) {
    walk.push(hop)
    const { next } = hop
    hop = chain.find((other) => other.url === next)
  }
  return walk as [Hop, ...Hop[]]
}

function resourceFrom(walk: [Hop, ...Hop[]], end: End, via: Resource['via']): FoundResource {
  const [{ url, fetchedAt, durationMs, tls }] = walk
  const last = walk.at(-1) ?? walk[0]
  const redirects = walk.flatMap(redirectOf)
  const own = { url, via, fetchedAt, durationMs, tls }
  if (end.kind !== 'known') {
    return { ...own, finalUrl: last.next ?? last.url, redirects, outcome: outcomeAt(last, end) }
  }
  const all = [...redirects, ...end.rest.redirects]
  return { ...own, finalUrl: end.rest.finalUrl, redirects: all, outcome: bounded(end.rest.outcome, all) }
}

function outcomeAt(last: Hop, end: End): FetchOutcome {
  return end.kind === 'failure' ? { kind: 'failure', code: end.code, detail: end.detail } : last.outcome
}

function bounded(outcome: FetchOutcome, redirects: readonly RedirectHop[]): FetchOutcome {
  if (redirects.length <= maxRedirects) return outcome
  return { kind: 'failure', code: 'redirect-limit', detail: redirects.at(-1)?.location ?? '' }
}

function redirectOf({ url, next, outcome }: Hop): RedirectHop[] {
  return next === null || outcome.kind === 'failure' ? [] : [{ url, status: outcome.status, location: next }]
}
