import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a route answers: HTML as text, bytes, or whatever a function does with the response. */
export type Route = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)

/** A site on loopback. */
export interface ServedSite {
  origin: string
  /** Paths with query, in order of arrival. */
  requests: string[]
  /** When each request arrived, in milliseconds; same order. */
  arrivals: number[]
  close(): Promise<void>
}

/**
 * Serves routes (path with query, else path alone, else `*`) on a free port of a loopback address; anything else is 404.
 * `127.0.0.2` and its like are other hosts than `127.0.0.1`.
 */
export async function serve(routes: Readonly<Record<string, Route>>, address = '127.0.0.1'): Promise<ServedSite> {
  const requests: string[] = []
  const arrivals: number[] = []
  const server = createServer((request, response) => {
    const target = request.url ?? '/'
    requests.push(target)
    arrivals.push(performance.now())
    reply(routes[target] ?? routes[target.replace(/\?.*$/, '')] ?? routes['*'], request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://${address}:${port}`, requests, arrivals, close }
}

/** Answers as the route says; 404 where there is none. */
export function reply(route: Route | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') {
    route(request, response)
    return
  }
  const isHtml = route === undefined || typeof route === 'string'
  response.writeHead(route === undefined ? 404 : 200, {
    'content-type': isHtml ? 'text/html; charset=utf-8' : 'application/octet-stream',
  })
  response.end(route ?? '<p>找不到您的頁面！')
}

/** A route that sends its reader elsewhere. */
export function redirectTo(location: string, status = 302): Route {
  return (_request, response) => {
    response.writeHead(status, { location })
    response.end()
  }
}

/** A route that answers with a status, headers and a body. */
export function answerWith(status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Route {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}
