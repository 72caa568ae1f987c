import type { Resource } from '../store/model/page.ts'
import type { Discovery } from '../store/snapshot/frontier.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Asker, NotAsked } from './asker.ts'
import type { Intake } from './intake.ts'
import type { Reading } from './reading/page-reader.ts'
import type { Gate, Manner, Redirects, Step } from './redirects.ts'
import type { Scope } from './scope.ts'

/** What is made of an answer. */
interface Use {
  /** Default: `static`. */
  via?: Resource['via']
  read?: Manner['read']
  /** Writes what the answer holds, in the transaction that stores it; `page`: what was read. */
  record?: (resource: Resource, page: Reading | null) => void
}

/** Asks for URLs and writes the fate of each one that was met on the way. */
export class SiteAsking {
  readonly #writer: SnapshotWriter
  readonly #redirects: Redirects
  readonly #scope: Scope
  readonly #intake: Intake
  readonly #asker: Asker

  constructor(writer: SnapshotWriter, redirects: Redirects, scope: Scope, intake: Intake, asker: Asker) {
    this.#writer = writer
    this.#redirects = redirects
    this.#scope = scope
    this.#intake = intake
    this.#asker = asker
  }

  /** The resource at a URL, or why it was not asked; the URL's fate is then settled. */
  async ask(url: string, found: Discovery, gate: Gate, use: Use = {}): Promise<Resource | NotAsked> {
    const isOurs = this.#scope.contains(url)
    const { via = 'static', read } = use
    const reason = isOurs ? 'first' : 'external'
    const manner = { via, gate, reason, ...(read !== undefined && { read }) } as const
    const answer = await this.#redirects.resolve(url, manner, (resource, steps, page) => {
      for (const step of steps) {
        this.#settle(step, step.resource.url === url ? found : { ...found, foundBy: 'redirect' })
      }
      this.#settleEnd(resource, found)
      use.record?.(resource, page)
    })
    if (typeof answer === 'string' && isOurs) this.#settleUnasked(url, found, answer)
    return answer
  }

  #settleUnasked(url: string, found: Discovery, reason: NotAsked): void {
    this.#writer.frontier.enqueue(url, found)
    this.#writer.frontier.settle(url, 'skipped', reason)
  }

  #settle({ resource: { url, outcome }, isUnchanged }: Step, found: Discovery): void {
    if (!this.#scope.contains(url)) return
    this.#writer.frontier.enqueue(url, found)
    if (outcome.kind === 'response' && outcome.status < 400) this.#intake.note(url)
    if (outcome.kind === 'failure') this.#writer.frontier.settle(url, 'failed', outcome.code)
    else this.#writer.frontier.settleFetched(url, isUnchanged)
  }

  /** A chain may end before an address of the site that may not be asked for: it is known all the same. */
  #settleEnd({ finalUrl, outcome }: Resource, found: Discovery): void {
    if (!this.#scope.contains(finalUrl) || this.#writer.resourceIdAt(finalUrl) !== null) return
    const isRobots = outcome.kind === 'failure' && outcome.code === 'robots'
    const reason = isRobots ? 'robots' : (this.#scope.bounds(finalUrl) ?? this.#asker.end() ?? 'not-reached')
    this.#writer.frontier.skip(finalUrl, reason, { ...found, foundBy: 'redirect' })
  }
}
