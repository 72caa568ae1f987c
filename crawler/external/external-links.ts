import type { SpentBudget } from '../budget.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import type { Gate } from '../redirects.ts'
import { Redirects } from '../redirects.ts'
import { externalTargets } from './external-targets.ts'
import { type EndOfHost, HostPatience } from './host-patience.ts'
import { keepAnswerText } from './read-answers.ts'

/** Hosts asked at the same time; each of them has at most one request under way. */
const hostsAtOnce = 32
/** So many hosts in a row without any answer from one: it is our own network that is down. */
const mostSilentHosts = 40

/** Why an address on another host was left: as a code. */
type Left = EndOfHost | 'never-ask' | SpentBudget | 'not-reached' | 'no-network' | 'not-responding'

/**
 * Asks once for every address on another host that the site's links lead to, host by host, many hosts at a time. What is
 * not asked is noted with the reason. Nothing is asked that a page pulled in already, nor anything of hosts never asked.
 */
export async function checkExternalLinks(parts: CrawlParts): Promise<void> {
  if (parts.policy.external === 'none') return
  await new ExternalLinks(parts).run()
}

/** For chains of other hosts: what leads back into the site ends there, unless it is known. */
export function externalGate({ scope, gatekeeper, writer }: CrawlParts): Gate {
  return async (url) => {
    if (scope.contains(url)) return writer.resourceIdAt(url) === null ? 'outside' : null
    return gatekeeper.external(url)
  }
}

class ExternalLinks {
  readonly #parts: CrawlParts
  readonly #redirects: Redirects
  readonly #gate: Gate
  readonly #hosts: [host: string, urls: string[]][]
  readonly #known: number
  #next = 0
  #done = 0
  #silentHosts = 0
  #hasAnswered = false

  constructor(parts: CrawlParts) {
    this.#parts = parts
    this.#redirects = new Redirects(parts.external.asker, parts.writer)
    this.#gate = externalGate(parts)
    const hosts = new Map<string, string[]>()
    for (const url of externalTargets(parts)) {
      const { host } = new URL(url)
      hosts.set(host, [...(hosts.get(host) ?? []), url])
    }
    // The longest lists first: the last to end decides how long it takes.
    this.#hosts = [...hosts].sort(([a, urls], [b, others]) => others.length - urls.length || (a < b ? -1 : 1))
    this.#known = this.#hosts.reduce((sum, [, urls]) => sum + urls.length, 0)
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: hostsAtOnce }, () => this.#work()))
  }

  async #work(): Promise<void> {
    for (let next = this.#hosts[this.#next++]; next !== undefined; next = this.#hosts[this.#next++]) {
      await this.#checkHost(next[1])
    }
  }

  async #checkHost(urls: readonly string[]): Promise<void> {
    const patience = new HostPatience()
    for (const url of urls) {
      const reason = this.#reasonToLeave(url, patience)
      if (reason === null) await this.#check(url, patience)
      else this.#parts.writer.linkAsking.leave(url, reason)
      this.#report()
    }
    this.#silentHosts = patience.hasAnswered ? 0 : this.#silentHosts + 1
  }

  #reasonToLeave(url: string, patience: HostPatience): Left | null {
    const { control, budget, scope, patience: ofSite } = this.#parts
    if (control.signal.aborted) return 'not-reached'
    if (scope.isNeverAsked(new URL(url).hostname)) return 'never-ask'
    const spent = budget.spent()
    if (spent !== null) return spent
    if (!this.#hasAnswered && (this.#silentHosts >= mostSilentHosts || ofSite.reason() === 'not-responding'))
      return 'no-network'
    return patience.reason()
  }

  async #check(url: string, patience: HostPatience): Promise<void> {
    const { writer } = this.#parts
    const manner = { via: 'static', gate: this.#gate, reason: 'external' } as const
    const answer = await this.#redirects.resolve(url, manner, ({ finalUrl, outcome }) => {
      keepAnswerText(writer, finalUrl, outcome)
    })
    if (typeof answer === 'string') {
      writer.linkAsking.leave(url, answer)
      return
    }
    patience.note(answer.outcome)
    this.#hasAnswered ||= patience.hasAnswered
  }

  #report(): void {
    this.#done += 1
    const { control, recorder, budget } = this.#parts
    const counts = { pages: recorder.count, requests: budget.counts.external }
    control.onProgress({ stage: 'external', done: this.#done, known: this.#known, ...counts })
  }
}
