import type { TlsFacts } from '../../store/model/fetch-outcome.ts'
import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** One host of the site that was asked over https. */
export interface Handshake {
  /** With its port where that is not the usual one. */
  host: string
  /** One address of it, the first in order: the evidence. */
  resource: Resource
  /** `null`: no secure connection came about. */
  tls: TlsFacts | null
}

/**
 * The site's own hosts as they were met over https, sorted. A host whose connections failed for another reason than TLS is left
 * out: nothing is known of it.
 */
export function ownHandshakes(snapshot: Snapshot): Handshake[] {
  const byHost = new Map<string, Handshake>()
  for (const resource of snapshot.resources()) {
    const host = ownHost(resource.url, snapshot.run.origin)
    if (host === null) continue
    const known = byHost.get(host)
    const isMet = resource.tls !== null || isRefused(resource)
    if (isMet && (known === undefined || (known.tls === null && resource.tls !== null))) {
      byHost.set(host, { host, resource, tls: resource.tls })
    }
  }
  return [...byHost.values()].sort((a, b) => (a.host < b.host ? -1 : 1))
}

/** Why nothing can be said of the site's connections, in Traditional Chinese; `null` when something can. */
export function whyNoHandshake(snapshot: Snapshot, handshakes: readonly Handshake[]) {
  if (snapshot.run.isFolder) {
    return { status: 'undetermined', reason: '以資料夾檢測，無從得知網站之安全連線設定。' } as const
  }
  if (handshakes.length > 0) return null
  const isAsked = [...snapshot.resources()].some(({ url }) => ownHost(url, snapshot.run.origin) !== null)
  if (isAsked) return { status: 'undetermined', reason: '未能建立安全連線，無從得知其設定。' } as const
  return { status: 'not-applicable', reason: '本次檢測未經 https 查閱網站。' } as const
}

/** The host of an https address of the site or its `www.` twin; `null` for any other. */
function ownHost(url: string, origin: string): string | null {
  const { protocol, host } = new URL(url)
  return protocol === 'https:' && bare(host) === bare(new URL(origin).host) ? host : null
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}

/** The failure at the end of a chain of redirects is another address's. */
function isRefused({ outcome, redirects }: Resource): boolean {
  return outcome.kind === 'failure' && outcome.code === 'tls' && redirects.length === 0
}
