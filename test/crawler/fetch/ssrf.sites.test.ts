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

it.each(Object.entries(forbiddenNames))('the name %s, which leads to %s, is refused', async (name, addresses) => {
  const { hostname } = new URL(`http://${name}/`)
  const fetcher = openFetcher({ ...zone, lookup: resolving({ [hostname]: [addresses] }) })
  expect(await fetcher.ask(`http://${name}:${port}/`, never)).toMatchObject({ code: 'private-address' })
  await fetcher.close()
})

it('a name whose second answer is another is judged by what is connected to, each time', async () => {
  const lookup = resolving({ 'rebind.test': [['127.0.0.1'], ['10.0.0.1'], ['::1']] })
  const fetcher = openFetcher({ ...zone, lookup })
  for (let n = 0; n < 3; n += 1) {
    expect(await fetcher.ask(`http://rebind.test:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  expect(lookup.asked).toEqual(['rebind.test', 'rebind.test', 'rebind.test'])
  await fetcher.close()
})

it('of the addresses of a name only public ones are given on, and a later private one is refused', async () => {
  const lookup = guardedLookup(
    resolving({ 'mixed.test': [['10.0.0.1', '8.8.8.8', '::1', '2001:b000::1'], ['127.0.0.1']] }),
    false,
  )
  const ask = (all: boolean) =>
    new Promise((resolve) => lookup('mixed.test', { all }, (error, found) => resolve(error?.message ?? found)))
  expect(await ask(true)).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2001:b000::1', family: 6 },
  ])
  expect(await ask(true)).toMatch(/not a public address/)
  expect(await ask(false)).toMatch(/not a public address/)
})

it('where the operator allows private addresses, those of links and of a cloud stay closed', async () => {
  const open = openFetcher({ ...zone, allowPrivate: true, lookup: resolving({ 'meta.test': [['169.254.169.254']] }) })
  for (const host of [
    '169.254.169.254',
    '2852039166',
    '[fe80::1]',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
    '100.100.100.200',
    'meta.test',
  ]) {
    expect(await open.ask(`http://${host}:${port}/`, never)).toMatchObject({ code: 'private-address' })
  }
  await open.close()
})
