import type { Resource } from '../store/model/page.ts'
import { parseUrl } from '../store/parse-url.ts'
import { neverQueued } from '../store/snapshot/frontier.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { Asker } from './asker.ts'
import type { SiteCookies } from './fetch/cookie-jar.ts'
import type { Gatekeeper } from './gate.ts'
import { normalForm } from './normal-form.ts'
import type { Scope } from './scope.ts'
import type { SiteAsking } from './site-asking.ts'
import type { Answerer, Postback, StoredAnswer } from './stored-answer.ts'

/** Headers that spoke of the bytes on the wire, not of the decoded body that is stored. */
const ofTheWire = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'])

/** Under which rules the browser's questions are answered, and whose cookies it shares. */
interface Rules {
  gatekeeper: Gatekeeper
  scope: Scope
  cookies: SiteCookies
  asksExternal: boolean
}

/**
 * Answers URLs from the snapshot; one it does not hold is asked for once, under the rules and the pace of the crawl, and
 * stored. Other hosts are asked only when `asksExternal`.
 */
export function createAnswerer(writer: SnapshotWriter, asking: SiteAsking, rules: Rules): Answerer {
  return async (url, signal, cookie) => {
    const parsed = parseUrl(url)
    if (signal.aborted || parsed === null) return null
    const target = normalForm(parsed)
    rules.cookies.takeFromBrowser(target, cookie)
    const known = writer.written.resourceAt(target)
    const resource = known ?? (await askFor(target, writer, asking, rules))
    const answer = resource === null ? null : ownAnswer(resource, writer)
    return answer === null ? null : { ...answer, setCookies: rules.cookies.setCookiesFor(target, cookie) }
  }
}

/** Sends steps of pagers to pages of the site, at the pace of the crawl and within its budget. */
export function createPostback(asker: Asker, { scope, cookies }: Pick<Rules, 'scope' | 'cookies'>): Postback {
  return async (url, form, signal, cookie) => {
    if (signal.aborted || !scope.contains(url) || scope.bounds(url) !== null) return null
    cookies.takeFromBrowser(url, cookie)
    const answer = await asker.postBack(url, form)
    if (typeof answer === 'string' || answer.kind === 'failure') return null
    const { status, headers, content } = answer
    return { status, headers: withoutWire(headers), body: content, setCookies: cookies.setCookiesFor(url, cookie) }
  }
}

async function askFor(url: string, writer: SnapshotWriter, asking: SiteAsking, rules: Rules): Promise<Resource | null> {
  const { gatekeeper, scope, asksExternal } = rules
  const found = { foundBy: 'browser', hops: 0, priority: neverQueued }
  if (!scope.contains(url)) {
    if (!asksExternal || (await gatekeeper.external(url)) !== null) return null
    return resourceOrNull(await asking.ask(url, found, gatekeeper.external, { via: 'browser' }))
  }
  const bar = await gatekeeper.barTo(url)
  if (bar === null) return resourceOrNull(await asking.ask(url, found, gatekeeper.site, { via: 'browser' }))
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
  const body = outcome.body === null ? null : writer.getBody(outcome.body)
  return { status: outcome.status, headers: withoutWire(outcome.headers), body, isLasting: true }
}

/** Headers of an answer whose body is decoded. */
export function withoutWire(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheWire.has(name)))
}
