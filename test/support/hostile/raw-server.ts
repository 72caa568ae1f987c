import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What came in: just enough of HTTP to tell one request from another. */
export interface RawRequest {
  /** Path with query. */
  target: string
  /** Origin of the server, as in `http://127.0.0.1:8080`. */
  origin: string
  /** 1 for the first request of this target. */
  turn: number
}

/** Does with the socket whatever it likes. */
export type Misbehave = (socket: Socket, request: RawRequest) => void

/** A server that speaks no HTTP of its own. */
export interface RawSite {
  origin: string
  /** Paths with query, in order of arrival. */
  requests: string[]
  close(): Promise<void>
}

/** Serves routes (path with query, else path alone, else `*`) on a free loopback port; one request a connection. */
export async function serveRaw(routes: Readonly<Record<string, Misbehave>>): Promise<RawSite> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  let origin = ''
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    onRequest(socket, (target) => {
      requests.push(target)
      const route = routes[target] ?? routes[target.replace(/\?.*$/s, '')] ?? routes['*'] ?? notFound
      route(socket, { target, origin, turn: requests.filter((path) => path === target).length })
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { origin, requests, close }
}

function onRequest(socket: Socket, serve: (target: string) => void): void {
  let head = ''
  const read = (chunk: Buffer) => {
    head += chunk.toString('latin1')
    if (!head.includes('\r\n\r\n')) return
    socket.off('data', read)
    socket.resume()
    serve(/^\S+ (\S+)/.exec(head)?.[1] ?? '/')
  }
  socket.on('data', read)
}

const notFound: Misbehave = (socket) => {
  socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
}
