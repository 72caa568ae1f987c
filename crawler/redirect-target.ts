import type { FetchOutcome } from '../store/model/fetch-outcome.ts'
import { parseUrl } from '../store/parse-url.ts'
import { normalForm } from './normal-form.ts'

const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Where a response sends its reader, in normal form; `null` when it sends nobody anywhere, a failure when what it names is
 * no address.
 */
export function redirectTarget(
  url: string,
  response: { status: number; headers: Readonly<Record<string, string>> },
): string | null | Extract<FetchOutcome, { kind: 'failure' }> {
  const location = response.headers['location']
  if (!redirecting.has(response.status) || location === undefined) return null
  const target = parseUrl(location, url)
  if (target !== null) return normalForm(target)
  return { kind: 'failure', code: 'malformed-url', detail: `Location: ${location.slice(0, 500)}` }
}
