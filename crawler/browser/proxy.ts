import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { parseUrl } from '../../store/parse-url.ts'
import { normalForm } from '../normal-form.ts'
import type { Answerer, StoredAnswer } from '../stored-answer.ts'
import { maxFormBytes, Permits } from './permits.ts'
import { type ProxyReply, preflightReply, refusalOf, refusalReply, replayOf } from './proxy-reply.ts'
import { createCertificate } from './self-signed-certificate.ts'

/** The browser's only door to the world, on loopback. */
export interface BrowserProxy {
  port: number
  /** What Chromium is told to trust; see `ThrowAwayCertificate`. */
  spkiHash: string
  close(): Promise<void>
}

/**
 * Starts a proxy that asks `answer` for everything a browser wants: plain requests, and those inside CONNECT, which ends here
 * at a TLS server of our own. Nothing is connected to any other machine.
 */
export async function startProxy(
  answer: Answerer,
  signal: AbortSignal,
  permits = new Permits(null),
): Promise<BrowserProxy> {
  const { spkiHash, ...certificate } = createCertificate()
  const doors = { ask: askingOnceAtATime(answer, signal), permits, signal }
  const sockets = new Set<Socket>()
  const plain = http.createServer((request, response) => reply(request, response, requestUrl(request, null), doors))
  const secure = https.createServer(certificate, (request, response) =>
    reply(request, response, requestUrl(request, 'https'), doors),
  )
  plain.on('connect', (_request, socket: Socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    // A WebSocket without TLS comes through CONNECT as well: it fails the handshake.
    secure.emit('connection', socket)
  })
  plain.on('connection', (socket) => track(socket, sockets))
  for (const server of [plain, secure]) prepare(server)
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  return { port: (plain.address() as AddressInfo).port, spkiHash, close: () => close(plain, sockets) }
}

function prepare(server: http.Server | https.Server): void {
  server.keepAliveTimeout = 120_000
  server.on('upgrade', (_request, socket) => socket.destroy())
  server.on('clientError', (_error, socket) => socket.destroy())
}

function track(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket)
  // The browser may hang up at any time; the request it belongs to is gone then.
  socket.on('error', () => socket.destroy())
  socket.on('close', () => sockets.delete(socket))
}

function close(server: http.Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** The URL a request is for in normal form; `null` when there is none. Plain requests name it whole, those in a tunnel by `Host`. */
function requestUrl(request: http.IncomingMessage, scheme: 'https' | null): string | null {
  const written = scheme === null ? (request.url ?? '') : `${scheme}://${request.headers.host}${request.url}`
  const url = /^https?:\/\//i.test(written) ? parseUrl(written) : null
  return url === null ? null : normalForm(url)
}

/** What the proxy may do for the browser: ask, and pass on what was announced. */
interface Doors {
  ask: Ask
  permits: Permits
  signal: AbortSignal
}

type Ask = (url: string, cookie: string | undefined) => Promise<StoredAnswer | null>

/** Two pages that want the same address at the same time share one question. An answerer that throws has no answer. */
function askingOnceAtATime(answer: Answerer, signal: AbortSignal): Ask {
  const underWay = new Map<string, Promise<StoredAnswer | null>>()
  return (url, cookie) => {
    const known = underWay.get(url)
    if (known !== undefined) return known
    const asked = answer(url, signal, cookie)
      .catch(() => null)
      .finally(() => underWay.delete(url))
    underWay.set(url, asked)
    return asked
  }
}

async function reply(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: string | null,
  doors: Doors,
): Promise<void> {
  const form = url !== null && mayBePaging(request, url, doors) ? await readForm(request) : null
  request.resume()
  const passed = url === null || form === null ? null : await passedOn(request, url, form, doors)
  const { status, headers, body } = passed ?? (await replyTo(request, url, doors.ask))
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? null : body)
}

function mayBePaging({ method = 'GET', headers }: http.IncomingMessage, url: string, { permits }: Doors): boolean {
  return permits.mayBe(method, url, headers['content-type'])
}

/** The body of a request; `null` when it is longer than a form is, or the browser hung up. */
async function readForm(request: http.IncomingMessage): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of request) {
      length += piece.length
      if (length > maxFormBytes) return null
      pieces.push(piece)
    }
  } catch {
    return null
  }
  return Buffer.concat(pieces)
}

/** The reply to an announced step of a pager; `null` when it is none. */
async function passedOn(
  { headers }: http.IncomingMessage,
  url: string,
  form: Uint8Array,
  { permits, signal }: Doors,
): Promise<ProxyReply | null> {
  const answer = await permits.pass(url, form, signal, headers.cookie).catch(() => null)
  return answer === null ? null : replayOf(answer, headers.origin)
}

async function replyTo(request: http.IncomingMessage, url: string | null, ask: Ask): Promise<ProxyReply> {
  const { headers, method = 'GET' } = request
  if (url === null) return refusalReply('malformed', headers)
  const preflight = method === 'OPTIONS' ? preflightReply(headers) : null
  if (preflight !== null) return preflight
  const refusal = refusalOf(method, headers)
  if (refusal !== null) return refusalReply(refusal, headers)
  const answer = await ask(url, headers.cookie)
  if (answer === null || answer.status < 200 || answer.status > 999) return refusalReply('no-answer', headers)
  return replayOf(answer, headers.origin)
}
