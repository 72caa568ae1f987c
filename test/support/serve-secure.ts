import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureContextOptions } from 'node:tls'

/** A site over TLS on loopback. */
export interface SecureSite {
  origin: string
  /** The `cookie` header of each request, in order; `''` where there was none. */
  cookies: string[]
  close(): Promise<void>
}

/** Serves HTML by path over TLS; every answer sets the cookie `a=b`, anything else is 404. */
export async function serveSecure(
  options: SecureContextOptions,
  pages: Readonly<Record<string, string>> = { '/': '<p>text' },
): Promise<SecureSite> {
  const cookies: string[] = []
  const server = createServer(options, (request, response) => {
    cookies.push(request.headers.cookie ?? '')
    const page = pages[request.url ?? '/']
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html', 'set-cookie': 'a=b' })
    response.end(page)
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => void server.close(() => resolve()))
  }
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, cookies, close }
}
