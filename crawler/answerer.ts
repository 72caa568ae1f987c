import type { Resource } from '../store/model/page.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Gatekeeper } from './gate.ts'
import { normalForm } from './normal-form.ts'
import type { Scope } from './scope.ts'
import type { SiteAsking } from './site-asking.ts'
import type { Answerer, StoredAnswer } from './stored-answer.ts'

/** Headers that spoke of the bytes on the wire, not of the decoded body that is stored. */
const ofTheWire = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'])

/**
 * Answers URLs from the snapshot; one it does not hold is asked for once, under the rules and the pace of the crawl, and
 * stored. Other hosts are asked only when `asksExternal`.
 */
export function createAnswerer(
  writer: SnapshotWriter,
  asking: SiteAsking,
  rules: { gatekeeper: Gatekeeper; scope: Scope; asksExternal: boolean },
): Answerer {
  return async (url, signal) => {
    if (signal.aborted || !URL.canParse(url)) return null
    const target = normalForm(new URL(url))
    const known = writer.written.resourceAt(target)
    const resource = known ?? (await askFor(target, writer, asking, rules))
    return resource === null ? null : ownAnswer(resource, writer)
  }
}

async function askFor(
  url: string,
  writer: SnapshotWriter,
  asking: SiteAsking,
  rules: { gatekeeper: Gatekeeper; scope: Scope; asksExternal: boolean },
): Promise<Resource | null> {
  const { gatekeeper, scope, asksExternal } = rules
  const found = { foundBy: 'browser', hops: 0, priority: 0 }
  if (!scope.contains(url)) {
    if (!asksExternal || (await gatekeeper.external(url)) !== null) return null
    return resourceOrNull(await asking.ask(url, found, gatekeeper.external, 'browser'))
  }
  const bar = await gatekeeper.barTo(url)
  if (bar === null) return resourceOrNull(await asking.ask(url, found, gatekeeper.site, 'browser'))
  writer.frontier.skip(url, bar, found)
  return null
}

function resourceOrNull(answer: Resource | string): Resource | null {
  return typeof answer === 'string' ? null : answer
}

/** What the URL itself answered: a redirect as a redirect, whatever stands at its end. */
function ownAnswer({ redirects, outcome }: Resource, writer: SnapshotWriter): StoredAnswer | null {
  const [first] = redirects
  if (first !== undefined) return { status: first.status, headers: { location: first.location }, body: null }
  if (outcome.kind === 'failure') return null
  const kept = Object.entries(outcome.headers).filter(([name]) => !ofTheWire.has(name))
  const body = outcome.body === null ? null : writer.getBody(outcome.body)
  return { status: outcome.status, headers: Object.fromEntries(kept), body }
}
