import { Agent, request } from 'undici'
import type { FetchFailureCode, TlsFacts } from '../../store/model/fetch-outcome.ts'
import { guardedConnector } from './connector.ts'
import type { SiteCookies } from './cookie-jar.ts'
import { readDecoded } from './decoded-body.ts'
import { failureCode } from './failure-code.ts'
import { contentType, storedHeaders } from './response-headers.ts'

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

/** The one door to the network: a GET, and a value for everything that may go wrong on the way. */
export interface Fetcher {
  ask(url: string, signal: AbortSignal): Promise<HopAnswer>
  close(): Promise<void>
}

/** How long one request may take, in milliseconds. */
export interface Timeouts {
  connectMs: number
  /** Until the headers are complete. */
  headersMs: number
  /** Between two pieces of the body. */
  bodyMs: number
  /** From the first to the last byte. */
  totalMs: number
}

export const usualTimeouts: Timeouts = { connectMs: 10_000, headersMs: 30_000, bodyMs: 30_000, totalMs: 120_000 }

/** What holds for all requests through one door. */
export interface TrustZone {
  timeouts: Timeouts
  maxBodyBytes: number
  userAgent: string
  allowPrivate: boolean
}

/** Opens a door for one trust zone; its connections live until `close`. Without `cookies` none are kept or sent. */
export function openFetcher(zone: TrustZone, cookies: SiteCookies | null = null): Fetcher {
  const door = { ...openDoor(zone), cookies }
  return {
    ask: (url, signal) => askThrough(door, { url, host: null }, signal),
    close: () => door.agent.destroy(),
  }
}

/** Connections of one trust zone. */
export interface Door {
  zone: TrustZone
  agent: Agent
  tlsByOrigin: ReadonlyMap<string, TlsFacts>
  cookies: SiteCookies | null
}

export function openDoor(zone: TrustZone): Door {
  const tlsByOrigin = new Map<string, TlsFacts>()
  const { timeouts, allowPrivate } = zone
  const agent = new Agent({
    connect: guardedConnector(timeouts.connectMs, allowPrivate, tlsByOrigin),
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
  })
  return { zone, agent, tlsByOrigin, cookies: null }
}

/** Sends one GET. `host` replaces the Host header when the site stands elsewhere than its name says. */
export async function askThrough(
  door: Door,
  target: { url: string; host: string | null },
  signal: AbortSignal,
): Promise<HopAnswer> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  signal.addEventListener('abort', cancel, { once: true })
  const clock = setTimeout(cancel, door.zone.timeouts.totalMs)
  try {
    if (signal.aborted) return { kind: 'failure', code: 'cancelled', detail: 'stopped before it was asked' }
    return await exchange(door, target, stop.signal)
  } catch (error) {
    if (signal.aborted) return { kind: 'failure', code: 'cancelled', detail: 'stopped' }
    if (stop.signal.aborted) return { kind: 'failure', code: 'body-timeout', detail: 'not complete in time' }
    return failureOf(error)
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', cancel)
  }
}

async function exchange(
  door: Door,
  target: { url: string; host: string | null },
  signal: AbortSignal,
): Promise<HopAnswer> {
  const { agent, zone, tlsByOrigin, cookies } = door
  const cookie = cookies?.headerFor(target.url) ?? null
  const headers = { ...requestHeaders(zone.userAgent, target.host), ...(cookie === null ? {} : { cookie }) }
  const response = await request(target.url, { dispatcher: agent, headers, signal })
  cookies?.take(target.url, response.headers['set-cookie'])
  const stored = storedHeaders(response.headers)
  const body = await readDecoded(response.body, stored['content-encoding'], zone.maxBodyBytes)
  const tls = tlsByOrigin.get(new URL(target.url).origin) ?? null
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

function failureOf(error: unknown): HopAnswer {
  const code = failureCode(error)
  if (code === null) throw error
  return { kind: 'failure', code, detail: (error as Error).message || code }
}
