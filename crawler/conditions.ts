import type { FetchOutcome } from '../store/model/fetch-outcome.ts'
import type { HopAnswer, RequestConditions } from './fetch/fetcher.ts'

type Response = Extract<FetchOutcome, { kind: 'response' }>

/** The headers that ask for a body only if it changed since an earlier answer (RFC 9110 13.1); `null` when it cannot be told. */
export function conditionsFor(earlier: Response | null): RequestConditions | null {
  const { etag, 'last-modified': lastModified } = earlier?.headers ?? {}
  if (etag === undefined && lastModified === undefined) return null
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}

/** True for a 304 that can be an answer to what was asked: it names no other version than the one we hold. */
export function confirms(answer: HopAnswer, asked: RequestConditions | null): boolean {
  if (asked === null || answer.kind === 'failure' || answer.status !== 304) return false
  const held = asked['if-none-match']
  const named = answer.headers['etag']
  return held === undefined || named === undefined || opaque(named) === opaque(held)
}

/** Weak comparison (RFC 9110 8.8.3.2). */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '')
}

/** The earlier answer with what a 304 says anew (RFC 9111 3.2); the body and what describes it stay. */
export function renewed(earlier: Response, headers: Readonly<Record<string, string>>): Response {
  const anew = Object.entries(headers).filter(([name]) => !name.startsWith('content-') && name !== 'transfer-encoding')
  return { ...earlier, headers: { ...earlier.headers, ...Object.fromEntries(anew) } }
}
