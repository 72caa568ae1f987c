import { request } from 'undici'
import type { FetchFailureCode, TlsConcession, TlsFacts } from '../../store/model/fetch-outcome.ts'
import { Agents } from './agents.ts'
import type { SiteCookies } from './cookie-jar.ts'
import { readDecoded } from './decoded-body.ts'
import { failureCode } from './failure-code.ts'
import { contentType, storedHeaders } from './response-headers.ts'
import { concessionFor, isOfTheChain } from './tls-concessions.ts'
import type { TrustZone } from './trust-zone.ts'

/** What one request brought back; nothing is followed. */
export type HopAnswer =
  | {
      kind: 'response'
      status: number
      headers: Readonly<Record<string, string>>
      mediaType: string | null
      charset: string | null
      /** Decoded; its head when `truncated`. */
      content: Uint8Array
      truncated: boolean
      tls: TlsFacts | null
    }
  | { kind: 'failure'; code: FetchFailureCode; detail: string }

/** Headers that ask for a body only if it changed. */
export type RequestConditions = Readonly<Partial<Record<'if-none-match' | 'if-modified-since', string>>>

/** What goes with a request beside its address. */
export interface Enclosed {
  /** Makes it a POST. */
  form?: Uint8Array
  /** The answer may then be 304: what was had before still holds. */
  conditions?: RequestConditions | null
}

/** The one door to the network: a GET (a POST where a form is handed over), and a value for everything that may go wrong on the way. */
export interface Fetcher {
  ask(url: string, signal: AbortSignal, enclosed?: Enclosed): Promise<HopAnswer>
  close(): Promise<void>
}

/** Opens a door for one trust zone; its connections live until `close`. Without `cookies` none are kept or sent. */
export function openFetcher(zone: TrustZone, cookies: SiteCookies | null = null): Fetcher {
  const door = { ...openDoor(zone), cookies }
  return {
    ask: (url, signal, enclosed = {}) => askThrough(door, { url, host: null, ...enclosed }, signal),
    close: () => door.agents.close(),
  }
}

/** Connections of one trust zone. */
export interface Door {
  zone: TrustZone
  agents: Agents
  /** What was conceded so far, by origin. */
  conceded: Map<string, readonly TlsConcession[]>
  cookies: SiteCookies | null
}

export function openDoor(zone: TrustZone): Door {
  return { zone, agents: new Agents(zone), conceded: new Map(), cookies: null }
}

/** Where a request goes, and under which name. */
interface RequestTarget extends Enclosed {
  url: string
  host: string | null
}

/** Sends one request. `host` replaces the Host header when the site stands elsewhere than its name says. */
export async function askThrough(door: Door, target: RequestTarget, signal: AbortSignal): Promise<HopAnswer> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  signal.addEventListener('abort', cancel, { once: true })
  const clock = setTimeout(cancel, door.zone.timeouts.totalMs)
  try {
    if (signal.aborted) return { kind: 'failure', code: 'cancelled', detail: 'stopped before it was asked' }
    return await conceding(door, target, stop.signal)
  } catch (error) {
    if (signal.aborted) return { kind: 'failure', code: 'cancelled', detail: 'stopped' }
    if (stop.signal.aborted) return { kind: 'failure', code: 'body-timeout', detail: 'not complete in time' }
    return failureOf(error)
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', cancel)
  }
}

/** Asks as strictly as can be, and once more for each thing the origin needs to have conceded. */
async function conceding(door: Door, target: RequestTarget, signal: AbortSignal): Promise<HopAnswer> {
  const { origin, protocol } = new URL(target.url)
  for (;;) {
    const conceded = door.conceded.get(origin) ?? []
    try {
      return await exchange(door, target, conceded, signal)
    } catch (error) {
      const concession = protocol === 'https:' ? concessionFor(error) : null
      if (concession === null || conceded.includes(concession)) throw error
      door.conceded.set(origin, [...conceded, concession])
    }
  }
}

async function exchange(
  door: Door,
  target: RequestTarget,
  conceded: readonly TlsConcession[],
  signal: AbortSignal,
): Promise<HopAnswer> {
  const { agents, zone } = door
  // Nobody vouches for a server whose chain ends too early: it gets no cookie, and sets none.
  const cookies = conceded.some(isOfTheChain) ? null : door.cookies
  const cookie = cookies?.headerFor(target.url) ?? null
  const named = {
    ...requestHeaders(zone.userAgent, target.host),
    ...(cookie === null ? {} : { cookie }),
    ...target.conditions,
  }
  const sent = target.form === undefined ? {} : { method: 'POST' as const, body: target.form }
  const headers = target.form === undefined ? named : { ...named, ...formHeaders(target.url) }
  const response = await request(target.url, { dispatcher: agents.under(conceded), headers, signal, ...sent })
  cookies?.take(target.url, response.headers['set-cookie'])
  const stored = storedHeaders(response.headers)
  const body = await readDecoded(response.body, stored['content-encoding'], zone.maxBodyBytes)
  const tls = agents.tlsOf(new URL(target.url).origin)
  return {
    kind: 'response',
    status: response.statusCode,
    headers: stored,
    ...contentType(stored['content-type']),
    ...body,
    tls,
  }
}

/** Old servers answer 500 to a request without `Accept`. */
function requestHeaders(userAgent: string, host: string | null): Record<string, string> {
  return {
    ...(host === null ? {} : { host }),
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'zh-TW,zh;q=0.9,en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  }
}

/** As a browser that posts a page back to itself; servers that fear forgery look. */
function formHeaders(url: string): Record<string, string> {
  return { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin, referer: url }
}

function failureOf(error: unknown): HopAnswer {
  const code = failureCode(error)
  if (code === null) throw error
  return { kind: 'failure', code, detail: (error as Error).message || code }
}
