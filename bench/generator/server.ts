import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type GeneratedAnswer, generateSite } from './site.ts'
import { Watch } from './watch.ts'

/**
 * The process that serves a generated site on loopback: `server.js <pages> <seed>`. It sends `{ origin, dead }` when it is ready; a
 * message `{ begin: latencyMs }` starts the counts anew, `{ counts: true }` is answered with them.
 */
export type ServerMessage = { begin: number } | { counts: true }

const [pages = 500, seed = 1] = process.argv.slice(2).map(Number)
const { answers, dead } = generateSite(pages, seed)
let latencyMs = 0
let watch = new Watch()

const notFound: GeneratedAnswer = {
  status: 404,
  mediaType: 'text/html; charset=utf-8',
  body: Buffer.from('<!doctype html><html lang="zh-Hant-TW"><title>找不到網頁</title><h1>找不到您的頁面！</h1></html>'),
}

function reply(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/'
  const seenBy = watch
  seenBy.arrived(path, performance.now())
  response.once('close', () => seenBy.left())
  if (latencyMs === 0) send(path, request, response)
  else setTimeout(() => send(path, request, response), latencyMs)
}

function send(path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const { status, mediaType, body, location, headStatus } = answers.get(path) ?? notFound
  const isHead = method === 'HEAD'
  const headers = {
    'content-type': mediaType,
    'content-length': body.length,
    ...(location === undefined ? {} : { location }),
  }
  response.writeHead(isHead ? (headStatus ?? status) : status, headers)
  response.end(isHead ? undefined : body)
}

const server = createServer(reply)
server.keepAliveTimeout = 60_000
server.on('connection', (socket) => {
  const seenBy = watch
  seenBy.connected()
  socket.once('close', () => seenBy.disconnected())
})
process.on('message', (message: ServerMessage) => {
  if ('counts' in message) {
    process.send?.(watch.counts())
    return
  }
  latencyMs = message.begin
  watch = new Watch()
  process.send?.({ begun: true })
})
server.listen(0, '127.0.0.1', 4096, () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ origin: `http://127.0.0.1:${port}`, dead })
})
