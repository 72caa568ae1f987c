import { Agent } from 'undici'
import type { TlsConcession, TlsFacts } from '../../store/model/fetch-outcome.ts'
import { systemLookup } from './address-guard.ts'
import { guardedConnector, type SocketRules } from './connector.ts'
import type { TrustZone } from './trust-zone.ts'

/** The connections of one trust zone: those of the strict agent, and of one more for each set of concessions some server needed. */
export class Agents {
  readonly #zone: TrustZone
  readonly #agents = new Map<string, Agent>()
  readonly #tlsByOrigin = new Map<string, TlsFacts>()

  constructor(zone: TrustZone) {
    this.#zone = zone
  }

  /** The agent that concedes this and nothing else; without concessions, the strict one. */
  under(concessions: readonly TlsConcession[]): Agent {
    const mark = concessions.join(' ')
    const known = this.#agents.get(mark)
    if (known !== undefined) return known
    const agent = this.#open(concessions)
    this.#agents.set(mark, agent)
    return agent
  }

  /** What the handshakes with an origin told; `null` when there was none. */
  tlsOf(origin: string): TlsFacts | null {
    return this.#tlsByOrigin.get(origin) ?? null
  }

  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()))
  }

  #open(concessions: readonly TlsConcession[]): Agent {
    const { timeouts, allowPrivate, authorities = [], lookup = systemLookup } = this.#zone
    const rules: SocketRules = { connectMs: timeouts.connectMs, allowPrivate, authorities, lookup }
    return new Agent({
      connect: guardedConnector(rules, this.#tlsByOrigin, concessions),
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.bodyMs,
      maxHeaderSize: 64 * 1024,
      pipelining: 1,
    })
  }
}
