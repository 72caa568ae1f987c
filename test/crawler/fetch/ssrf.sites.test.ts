import type { AddressInfo, LookupFunction } from 'node:net'
import { createServer, isIP } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { guardedLookup } from '../../../crawler/fetch/address-guard.ts'
import { openFetcher } from '../../../crawler/fetch/fetcher.ts'
import type { TrustZone } from '../../../crawler/fetch/trust-zone.ts'
import { forbiddenHosts, forbiddenNames } from '../../support/hostile/forbidden-addresses.ts'

const never = new AbortController().signal
const zone: TrustZone = {
  timeouts: { connectMs: 500, headersMs: 500, bodyMs: 500, totalMs: 3000 },
  maxBodyBytes: 1000,
  userAgent: 'Mingjing/0.1',
  allowPrivate: false,
}

/** A server nobody may reach. */
let port: number
let reached = 0

beforeAll(async () => {
  const canary = createServer((socket) => {
    reached += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => void canary.listen(0, '::', resolve))
  port = (canary.address() as AddressInfo).port
  return () => new Promise<void>((resolve) => void canary.close(() => resolve()))
})

afterAll(() => expect(reached).toBe(0))

/** A name server that gives each name its addresses, and to one that is asked again the next of its answers. */
function resolving(
  answers: Readonly<Record<string, readonly (readonly string[])[]>>,
): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const resolve: LookupFunction = (hostname, _options, callback) => {
    const turn = asked.filter((name) => name === hostname).length
    asked.push(hostname)
    const given = answers[hostname]
    const addresses = given?.[Math.min(turn, given.length - 1)] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: isIP(address.replace(/%.*$/, '')) })),
    )
  }
  return Object.assign(resolve, { asked })
}

it('the table holds at least sixty addresses and tricks', () => {
  expect(new Set([...forbiddenHosts, ...Object.keys(forbiddenNames)]).size).toBeGreaterThanOrEqual(60)
})

it.each(forbiddenHosts)('%s is refused', async (host) => {
  const fetcher = openFetcher(zone)
  for (const scheme of ['http', 'https']) {
    expect(await fetcher.ask(`${scheme}://${host}:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  await fetcher.close()
})

/** What a connection to a name would be given. */
function judged(lookup: LookupFunction, name: string, all = true): Promise<unknown> {
  return new Promise((resolve) => {
    lookup(name, { all }, (error, found) => resolve(error === null ? found : { name: error.name }))
  })
}

const refusal = { name: 'PrivateAddressError' }

it.each(Object.entries(forbiddenNames))('the name %s, which leads to %s, is refused', async (name, addresses) => {
  const { hostname } = new URL(`http://${name}/`)
  const lookup = guardedLookup(resolving({ [hostname]: [addresses] }), false)
  expect([await judged(lookup, hostname), await judged(lookup, hostname, false)]).toEqual([refusal, refusal])
})

it('a name whose second answer is another is judged by what is connected to, each time', async () => {
  const lookup = resolving({ localhost: [['127.0.0.1'], ['10.0.0.1'], ['::1']] })
  const fetcher = openFetcher({ ...zone, lookup })
  for (let n = 0; n < 3; n += 1) {
    expect(await fetcher.ask(`http://localhost:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  expect(lookup.asked).toEqual(['localhost', 'localhost', 'localhost'])
  await fetcher.close()
})

it('of the addresses of a name only public ones are given on, and a later private one is refused', async () => {
  const lookup = guardedLookup(
    resolving({ 'mixed.test': [['10.0.0.1', '8.8.8.8', '::1', '2001:b000::1'], ['127.0.0.1']] }),
    false,
  )
  expect(await judged(lookup, 'mixed.test')).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2001:b000::1', family: 6 },
  ])
  expect(await judged(lookup, 'mixed.test')).toEqual(refusal)
  expect(await judged(lookup, 'mixed.test', false)).toEqual(refusal)
})

it('where the operator allows private addresses, those of links and of a cloud stay closed', async () => {
  const open = openFetcher({ ...zone, allowPrivate: true, lookup: resolving({ localhost: [['169.254.169.254']] }) })
  for (const host of [
    '169.254.169.254',
    '2852039166',
    '[fe80::1]',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
    '100.100.100.200',
    'localhost',
  ]) {
    expect(await open.ask(`http://${host}:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  await open.close()
})
