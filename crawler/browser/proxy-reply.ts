import type { IncomingHttpHeaders } from 'node:http'
import type { StoredAnswer } from '../stored-answer.ts'

/** What the proxy sends to the browser. */
export interface ProxyReply {
  status: number
  headers: Record<string, string | string[]>
  body: Uint8Array | null
}

/** Why a request of the browser was not passed on. */
export type Refusal = 'method' | 'prefetch' | 'media' | 'no-answer' | 'malformed'

/** Headers that spoke of the connection, of its moment, of the coding of the body, or that would change how later pages are asked for. */
const dropped = new Set([
  'age',
  'date',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-encoding',
  'content-length',
  'strict-transport-security',
  'alt-svc',
  'clear-site-data',
  'nel',
  'report-to',
  'reporting-endpoints',
])

/** Why this request is not worth an answer; `null` when the answerer may be asked. */
export function refusalOf(method: string, headers: IncomingHttpHeaders): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return 'method'
  if (/prefetch|prerender/.test(`${headers['sec-purpose'] ?? ''} ${headers['purpose'] ?? ''}`)) return 'prefetch'
  // Chromium asks for films and sound by ranges and for nothing else; no observer listens to them.
  if (headers.range !== undefined) return 'media'
  return null
}

/** The stored answer as it goes to the browser; the site's own Content-Security-Policy stays. */
export function replayOf(answer: StoredAnswer, origin: string | undefined): ProxyReply {
  const kept = Object.entries(answer.headers).filter(([name, value]) => !dropped.has(name) && isHeader(name, value))
  const cookies = (answer.setCookies ?? []).filter((cookie) => isHeader('set-cookie', cookie))
  const setting = cookies.length === 0 ? {} : { 'set-cookie': cookies }
  const headers = { ...crossOrigin(answer, origin), ...Object.fromEntries(kept), ...setting, ...lasting(answer) }
  const length = { 'content-length': String(answer.body?.byteLength ?? 0) }
  return { status: answer.status, headers: hasNoBody(answer) ? headers : { ...headers, ...length }, body: answer.body }
}

/** What a page is put together from, as servers name it. */
const parts = /^(text\/css|image\/|font\/|(text|application)\/(x-)?(java|ecma)script|application\/(x-)?font)/i

/**
 * Headers by which the browser keeps a part of pages that stays as it is: what stands on every page is then asked for once a
 * browser. By origin, since who may read it depends on that.
 */
function lasting({ isLasting = false, status, headers, setCookies = [] }: StoredAnswer): Record<string, string> {
  const isPart = status === 200 && parts.test(headers['content-type'] ?? '')
  if (!isLasting || !isPart || setCookies.length > 0) return {}
  return { 'cache-control': 'max-age=86400', vary: 'Origin' }
}

function hasNoBody({ status }: StoredAnswer): boolean {
  return status === 204 || status === 304
}

/**
 * The answer to a request that is not passed on. A refused frame or page gets 204, which leaves it blank: any text of ours
 * would be examined as if the site had written it.
 */
export function refusalReply(refusal: Refusal, headers: IncomingHttpHeaders): ProxyReply {
  const isNavigation = headers['upgrade-insecure-requests'] === '1'
  return { status: isNavigation ? 204 : 502, headers: { 'x-mingjing-refused': refusal }, body: null }
}

/** Lets a script's request to another origin announce itself, as long as it goes on to read. */
export function preflightReply(headers: IncomingHttpHeaders): ProxyReply | null {
  const method = headers['access-control-request-method']
  if (method !== 'GET' && method !== 'HEAD') return null
  const allowed = headers['access-control-request-headers'] ?? ''
  const reply = { ...allowing(headers.origin ?? '*'), 'access-control-allow-methods': 'GET, HEAD' }
  return { status: 204, headers: { ...reply, 'access-control-allow-headers': allowed }, body: null }
}

/** The fetch layer asks without `Origin`; a server that decides by it had no chance to say yes. */
function crossOrigin(answer: StoredAnswer, origin: string | undefined): Record<string, string> {
  const isSilent = answer.headers['access-control-allow-origin'] === undefined
  return isSilent && origin !== undefined ? allowing(origin) : {}
}

function allowing(origin: string): Record<string, string> {
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }
}

/** Node refuses to send what is no header; a site can store anything. */
function isHeader(name: string, value: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
