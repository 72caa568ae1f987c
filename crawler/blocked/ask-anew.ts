import { parseUrl } from '../../store/parse-url.ts'
import { withoutWire } from '../answerer.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import { normalForm } from '../normal-form.ts'
import type { Answerer } from '../stored-answer.ts'
import type { Refusals } from './refusals.ts'

/** Requests one address may cause: a challenge reloads once or twice, a page that reloads for ever is stopped. */
const mostAsked = 20

/**
 * Answers a browser that opens an address once more: what refused, and what is not in the snapshot, is asked anew under the
 * rules and at the pace of the crawl, counted as `confirmations` and not stored; everything else is for `stored` to answer.
 */
export function answerAnew(parts: CrawlParts, refusals: Refusals, stored: Answerer): Answerer {
  const { writer, scope, gatekeeper, asker, cookies } = parts
  let left = mostAsked

  function isAskedAnew(url: string): boolean {
    const known = writer.written.resourceAt(url)
    return scope.contains(url) && (known === null || refusals.isRefused(known, writer))
  }

  return async (address, signal, cookie) => {
    const parsed = parseUrl(address)
    if (signal.aborted || parsed === null) return null
    const url = normalForm(parsed)
    if (!isAskedAnew(url)) return stored(url, signal, cookie)
    cookies.takeFromBrowser(url, cookie)
    if (left <= 0 || (await gatekeeper.barTo(url)) !== null) return null
    left -= 1
    const answer = await asker.askAnew(url)
    if (typeof answer === 'string' || answer.kind === 'failure') return null
    const { status, headers, content } = answer
    return { status, headers: withoutWire(headers), body: content, setCookies: cookies.setCookiesFor(url, cookie) }
  }
}
