import type { Socket } from 'node:net'
import type { Misbehave, RawRequest } from './raw-server.ts'

/** One way in which a server can go wrong, and what a crawl makes of it. */
export interface Misbehaviour {
  /** What stands at `/hostile`, to which the start page links, and wherever else the story needs something. */
  routes: Readonly<Record<string, Misbehave>>
  /** `state` or `state:reason` by path. */
  fates: Readonly<Record<string, string>>
  /** Fates of the pages that behave; default: all fetched. */
  others?: string
  /** Requests beside those of the well-behaved pages that the story may cost; default 2. */
  mostRequests?: number
  /** Largest body the crawl reads; default 1 MB. */
  maxBodyBytes?: number
  /** Time one request may take; default 1.5 s. */
  totalMs?: number
  /** Time the crawl may take; default 60 s. */
  withinMs?: number
}

/** Sends these bytes and hangs up. */
export function send(...parts: (string | Uint8Array)[]): Misbehave {
  return (socket) => void socket.end(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))))
}

/** A well-formed answer: status line, headers, body, and the end of the connection. */
export function answer(
  status: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = '',
): Misbehave {
  return send(head(status, { 'Content-Length': String(Buffer.from(body as Uint8Array).byteLength), ...headers }), body)
}

/** HTML with 200. */
export function page(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Misbehave {
  return answer('200 OK', { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body)
}

/** Status line and headers up to the empty line. */
export function head(status: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`
}

/** Sends `first`, then `piece` again and again, one every `everyMs`, until somebody hangs up. */
export function drip(first: string, piece: string, everyMs: number): Misbehave {
  return (socket) => {
    socket.write(first)
    const clock = setInterval(() => socket.write(piece), everyMs)
    socket.on('close', () => clearInterval(clock))
  }
}

/** Sends `first`, then `piece` as fast as it is taken, until somebody hangs up. */
export function pour(first: string | Uint8Array, piece: string | Uint8Array): Misbehave {
  return (socket) => {
    socket.write(first)
    const fill = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', fill)
    fill()
  }
}

/** Sends this and says no more, without hanging up. */
export function stall(first: string): Misbehave {
  return (socket) => void socket.write(first)
}

/** Sends its reader elsewhere. */
export function redirect(location: string | ((request: RawRequest) => string), status = '302 Found'): Misbehave {
  return (socket: Socket, request) => {
    const target = typeof location === 'string' ? location : location(request)
    answer(status, { Location: target })(socket, request)
  }
}
