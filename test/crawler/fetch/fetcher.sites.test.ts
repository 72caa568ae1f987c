import { createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { type Fetcher, type HopAnswer, openFetcher } from '../../../crawler/fetch/fetcher.ts'
import type { TrustZone } from '../../../crawler/fetch/trust-zone.ts'
import { answerWith, type ServedSite, serve } from '../../support/serve.ts'

const zone: TrustZone = {
  timeouts: { connectMs: 500, headersMs: 400, bodyMs: 400, totalMs: 3000 },
  maxBodyBytes: 100_000,
  userAgent: 'Mingjing/0.1',
  allowPrivate: true,
}
const never = new AbortController().signal
const text = '<p>中文'.repeat(200)

const open: { close(): unknown }[] = []
let fetcher: Fetcher

beforeAll(() => {
  fetcher = openFetcher(zone)
  return () => fetcher.close()
})

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function site(routes: Parameters<typeof serve>[0]): Promise<ServedSite> {
  const served = await serve(routes)
  open.push(served)
  return served
}

async function ask(routes: Parameters<typeof serve>[0], path = '/'): Promise<HopAnswer> {
  return fetcher.ask((await site(routes)).origin + path, never)
}

function textOf(answer: HopAnswer): string | null {
  return answer.kind === 'response' ? new TextDecoder().decode(answer.content) : null
}

/** A server that sends these bytes, whatever it was asked, and hangs up. */
async function raw(bytes: string | Uint8Array): Promise<HopAnswer> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return fetcher.ask(`http://127.0.0.1:${port}/`, never)
}

it('bodies are decoded, deflate with and without its wrapper and one coding upon another', async () => {
  const codings: [string, Uint8Array][] = [
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
    ['unheard-of', Buffer.from(text)],
  ]
  for (const [coding, body] of codings) {
    expect(textOf(await ask({ '/': answerWith(200, { 'content-encoding': coding }, body) }))).toBe(text)
  }
})

it('a small body that unpacks to a huge one is cut at the limit of the unpacked bytes', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  const answer = await ask({ '/': answerWith(200, { 'content-encoding': 'gzip' }, bomb) })
  expect(answer).toMatchObject({ kind: 'response', truncated: true })
  expect(answer.kind === 'response' && answer.content.byteLength).toBe(100_000)
})

it('a body of exactly the limit is whole, one byte more is cut', async () => {
  expect(await ask({ '/': new Uint8Array(100_000) })).toMatchObject({ truncated: false })
  expect(await ask({ '/': new Uint8Array(100_001) })).toMatchObject({ truncated: true })
})

it('what claims to be packed and is not, is a malformed response', async () => {
  const answer = await ask({ '/': answerWith(200, { 'content-encoding': 'gzip' }, 'plain text') })
  expect(answer).toMatchObject({ kind: 'failure', code: 'malformed-response' })
})

it('a packed body that breaks off is kept as far as it came', async () => {
  const packed = gzipSync(text)
  const answer = await ask({
    '/': answerWith(200, { 'content-encoding': 'gzip' }, packed.subarray(0, packed.length - 8)),
  })
  expect(textOf(answer)).toBe(text)
})

it('a server that says nothing, and one that stops in the middle, run into their own time limits', async () => {
  expect(await ask({ '/': () => undefined })).toMatchObject({ code: 'headers-timeout' })
  const stuck = await ask({
    '/': (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 })
      response.write('x')
    },
  })
  expect(stuck).toMatchObject({ code: 'body-timeout' })
})

it('a server that drips for ever is left when the whole time is over', async () => {
  const answer = await ask({
    '/': (_request, response) => {
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    },
  })
  expect(answer).toMatchObject({ kind: 'failure', code: 'body-timeout' })
})

it('a reset, a refused port, an early end and a babbling server have each their code', async () => {
  expect(await ask({ '/': (request) => void request.socket.resetAndDestroy() })).toMatchObject({ code: 'reset' })
  const gone = await serve({})
  await gone.close()
  expect(await fetcher.ask(`${gone.origin}/`, never)).toMatchObject({ code: 'refused' })
  expect(await raw('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort')).toMatchObject({ kind: 'failure' })
  expect(await raw('SSH-2.0-OpenSSH_9.2\r\n')).toMatchObject({ code: 'malformed-response' })
  expect(await raw('HTTP/1.1 200 OK\r\nBad Header\r\n\r\n')).toMatchObject({ code: 'malformed-response' })
  const { origin } = await site({})
  expect(await fetcher.ask(origin.replace('http:', 'https:'), never)).toMatchObject({ code: 'tls' })
})

it('a stop ends a request under way', async () => {
  const stop = new AbortController()
  const served = await site({ '/': () => stop.abort() })
  expect(await fetcher.ask(`${served.origin}/`, stop.signal)).toMatchObject({ code: 'cancelled' })
  expect(await fetcher.ask(`${served.origin}/`, stop.signal)).toMatchObject({ code: 'cancelled' })
  expect(served.requests).toHaveLength(1)
})

it('a private address is not connected to, neither by number nor by name', async () => {
  const guarded = openFetcher({ ...zone, allowPrivate: false })
  const served = await site({ '/': 'secret' })
  const { port } = new URL(served.origin)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f000001', '0.0.0.0']) {
    expect(await guarded.ask(`http://${host}:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  expect(served.requests).toEqual([])
  await guarded.close()
})

it('we say who we are and which language we read, and keep no cookie', async () => {
  let headers: NodeJS.Dict<string | string[]> = {}
  const answer = await ask({
    '/': (request, response) => {
      headers = request.headers
      response.writeHead(200, { 'set-cookie': 'a=b', 'content-type': 'Text/HTML; Charset="Big5"' }).end()
    },
  })
  expect(headers).toMatchObject({ 'user-agent': 'Mingjing/0.1', 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.5' })
  expect(headers['accept']).toMatch(/text\/html/)
  expect(answer).toMatchObject({
    mediaType: 'text/html',
    charset: 'big5',
    headers: { 'content-type': expect.any(String) },
  })
  expect(answer.kind === 'response' && answer.headers).not.toHaveProperty('set-cookie')
})

it('a Location of raw bytes is percent-encoded byte by byte, other headers are read as text', async () => {
  const name = Buffer.from('中文.odt')
  const big5 = Buffer.from([0xa4, 0xa4, 0xa4, 0xe5])
  const head = Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nContent-Disposition: attachment; filename="')
  const rest = [Buffer.from('"\r\nLocation: /'), big5, Buffer.from('\r\n\r\n')]
  const answer = await raw(Buffer.concat([head, name, ...rest]))
  expect(answer).toMatchObject({
    headers: { location: '/%A4%A4%A4%E5', 'content-disposition': 'attachment; filename="中文.odt"' },
  })
})
