import { type AddressInfo, createServer } from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import { afterEach, expect, it } from 'vitest'
import { SiteCookies } from '../../../crawler/fetch/cookie-jar.ts'
import { type HopAnswer, openFetcher } from '../../../crawler/fetch/fetcher.ts'
import type { TrustZone } from '../../../crawler/fetch/trust-zone.ts'
import { createAuthority, createServerCertificate } from '../../support/certificates.ts'
import { type SecureSite, serveSecure } from '../../support/serve-secure.ts'

const root = createAuthority('test root')
const intermediate = createAuthority('test intermediate', root)
const stranger = createAuthority('nobody knows')
const never = new AbortController().signal
const dayMs = 86_400_000
const good = { issuer: intermediate, hosts: ['127.0.0.1'] }
const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const zone: TrustZone = {
  timeouts: { connectMs: 2000, headersMs: 2000, bodyMs: 2000, totalMs: 10_000 },
  maxBodyBytes: 100_000,
  userAgent: 'Mingjing/0.1',
  allowPrivate: true,
  authorities: [root.certificate],
}

async function secure(options: SecureContextOptions): Promise<SecureSite & { url: string }> {
  const served = await serveSecure(options)
  open.push(served)
  return { ...served, url: `${served.origin}/` }
}

/** The certificate with those that vouch for it. */
function chained(wanted: Parameters<typeof createServerCertificate>[0], ...others: string[]): SecureContextOptions {
  const { key, cert } = createServerCertificate(wanted)
  return { key, cert: [cert, ...others].join('') }
}

const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const

async function ask(url: string, cookies: SiteCookies | null = null): Promise<HopAnswer> {
  const fetcher = openFetcher(zone, cookies)
  open.push(fetcher)
  return fetcher.ask(url, never)
}

it.each<[string, SecureContextOptions, readonly string[]]>([
  ['a whole chain', chained(good, intermediate.certificate), []],
  ['a missing intermediate', chained(good), ['missing-intermediate']],
  ['a foreign intermediate', chained(good, stranger.certificate), ['missing-intermediate']],
  [
    'an intermediate nobody knows',
    chained({ ...good, issuer: createAuthority('x', stranger) }),
    ['missing-intermediate'],
  ],
  ['TLS 1.1 at most', { ...chained(good, intermediate.certificate), ...old }, ['old-protocol']],
  ['TLS 1.1 at most and no intermediate', { ...chained(good), ...old }, ['missing-intermediate', 'old-protocol']],
])('a server with %s is read, and what was conceded is recorded', async (_name, options, concessions) => {
  const answer = await ask((await secure(options)).url)
  expect(answer).toMatchObject({ kind: 'response', status: 200, tls: { concessions } })
  expect(answer.kind === 'response' && answer.tls?.protocol).toMatch(
    concessions.includes('old-protocol') ? 'TLSv1.1' : /TLSv1\.[23]/,
  )
})

it('a chain whose intermediate comes without the root above it is read as of an unknown issuer', async () => {
  const unknown = createAuthority('intermediate of a root nobody knows', stranger)
  const answer = await ask((await secure(chained({ ...good, issuer: unknown }, unknown.certificate))).url)
  expect(answer).toMatchObject({ kind: 'response', tls: { concessions: ['unknown-issuer'] } })
})

it.each<[string, SecureContextOptions]>([
  ['a certificate of its own making', chained({ issuer: null, hosts: ['127.0.0.1'] })],
  ['a root of its own making', chained({ ...good, issuer: stranger }, stranger.certificate)],
  ['a name that is not its own', chained({ ...good, hosts: ['other.test'] }, intermediate.certificate)],
  ['a name that is not its own and no intermediate', chained({ ...good, hosts: ['other.test'] })],
  [
    'a certificate that has expired',
    chained({ ...good, validTo: new Date(Date.now() - dayMs / 2) }, intermediate.certificate),
  ],
  ['an expired certificate and no intermediate', chained({ ...good, validTo: new Date(Date.now() - dayMs / 2) })],
  ['a certificate of tomorrow and no intermediate', chained({ ...good, validFrom: new Date(Date.now() + dayMs) })],
  [
    'an old protocol and an expired certificate',
    { ...chained({ ...good, validTo: new Date(Date.now() - dayMs / 2) }, intermediate.certificate), ...old },
  ],
])('a server with %s is not read', async (_name, options) => {
  const server = await secure(options)
  expect(await ask(server.url)).toMatchObject({ kind: 'failure', code: 'tls' })
  expect(server.cookies).toEqual([])
})

it('a server nobody vouches for gets no cookie and sets none, one with an old protocol does', async () => {
  for (const [options, sent] of [
    [chained(good), ''],
    [{ ...chained(good, intermediate.certificate), ...old }, 'secret=1'],
  ] as const) {
    const server = await secure(options)
    const cookies = new SiteCookies(() => true)
    cookies.take(server.url, 'secret=1; Path=/')
    await ask(server.url, cookies)
    expect(server.cookies).toEqual([sent])
    expect(cookies.headerFor(server.url)).toBe(sent === '' ? 'secret=1' : 'secret=1; a=b')
  }
})

it('what one server needs is conceded to no other, and to it without asking twice', async () => {
  const [weak, strong] = [await secure(chained(good)), await secure(chained(good, intermediate.certificate))]
  const fetcher = openFetcher(zone)
  open.push(fetcher)
  const answers = []
  for (const url of [weak.url, strong.url, weak.url, strong.url]) answers.push(await fetcher.ask(url, never))
  const conceded = answers.map((answer) => (answer.kind === 'response' ? answer.tls?.concessions : null))
  expect(conceded).toEqual([['missing-intermediate'], [], ['missing-intermediate'], []])
  expect([weak.cookies.length, strong.cookies.length]).toEqual([2, 2])
})

it('a port that says nothing to a handshake, or answers without TLS, is left in time', async () => {
  const [silent, plain] = [createServer(), createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))]
  const fetcher = openFetcher({ ...zone, timeouts: { ...zone.timeouts, connectMs: 400 } })
  open.push(fetcher)
  const answers = []
  for (const server of [silent, plain]) {
    server.on('connection', (socket) => socket.on('error', () => socket.destroy()))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    open.push(server)
    answers.push(await fetcher.ask(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`, never))
  }
  expect(answers).toMatchObject([{ code: 'connect-timeout' }, { code: 'tls' }])
})
