import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Site } from './site.ts'

export interface Served {
  origin: string
  stop(): Promise<void>
}

/** A site on a port of its own of the loopback interface. */
export async function serve(site: Site): Promise<Served> {
  const server = createServer((request, response) => {
    const { status, headers, body } = site.answer({
      path: request.url ?? '/',
      userAgent: request.headers['user-agent'] ?? '',
    })
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
