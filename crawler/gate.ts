import type { Gate } from './redirects.ts'
import { type RobotsFiles, robotsVerdict } from './robots.ts'
import type { OutOfBounds, Scope } from './scope.ts'

/** Why a URL is not asked for, as it stands in its fate. */
export type Bar = 'external' | OutOfBounds | 'robots' | 'robots-unreachable'

/** Decides which URLs of a run may be asked for. */
export class Gatekeeper {
  readonly #scope: Scope
  readonly #robots: RobotsFiles
  readonly #rules: { ignoreRobots: boolean; userAgent: string }

  constructor(scope: Scope, robots: RobotsFiles, rules: { ignoreRobots: boolean; userAgent: string }) {
    this.#scope = scope
    this.#robots = robots
    this.#rules = rules
  }

  /** What stands against asking for a URL; `null`: nothing. */
  async barTo(url: string): Promise<Bar | null> {
    const bar = this.#scopeBar(url)
    if (bar !== null || this.#rules.ignoreRobots) return bar
    const verdict = robotsVerdict(await this.#robots.of(url), url, this.#rules.userAgent)
    if (verdict === 'allowed') return null
    return verdict === 'unreachable' ? 'robots-unreachable' : 'robots'
  }

  /** For the site's own URLs: a chain ends where the site or its rules end. */
  readonly site: Gate = async (url) => {
    const bar = await this.barTo(url)
    if (bar === 'robots' || bar === 'robots-unreachable') return 'robots'
    return bar === null ? null : 'outside'
  }

  /** For robots.txt itself, and for the address the operator named: the rules do not rule over them. */
  readonly unruled: Gate = async (url) => (this.#scopeBar(url) === null ? null : 'outside')

  /** For what a page pulls in from other hosts, as a visitor's browser would. */
  readonly external: Gate = async (url) => {
    if (this.#scope.contains(url)) return this.site(url)
    const { protocol, hostname } = new URL(url)
    return /^https?:$/.test(protocol) && !this.#scope.isNeverAsked(hostname) ? null : 'outside'
  }

  #scopeBar(url: string): Bar | null {
    return this.#scope.contains(url) ? this.#scope.bounds(url) : 'external'
  }
}
