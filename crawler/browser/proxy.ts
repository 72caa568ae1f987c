import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { normalForm } from '../normal-form.ts'
import type { Answerer, StoredAnswer } from '../stored-answer.ts'
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
export async function startProxy(answer: Answerer, signal: AbortSignal): Promise<BrowserProxy> {
  const { spkiHash, ...certificate } = createCertificate()
  const ask = askingOnceAtATime(answer, signal)
  const sockets = new Set<Socket>()
  const plain = http.createServer((request, response) => reply(request, response, requestUrl(request, null), ask))
  const secure = https.createServer(certificate, (request, response) =>
    reply(request, response, requestUrl(request, 'https'), ask),
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
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null
  return normalForm(new URL(written))
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
  ask: Ask,
): Promise<void> {
  request.resume()
  const { status, headers, body } = await replyTo(request, url, ask)
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? null : body)
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
