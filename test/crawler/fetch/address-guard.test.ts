import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPublicAddress, refuseLiteral } from '../../../crawler/fetch/address-guard.ts'

const secret = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '192.0.2.1',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::10.0.0.1',
  '2002:7f00:1::',
  'ff02::1',
  '2001:db8::1',
]

it('addresses of this machine, its neighbours and the cloud beneath it are not public', () => {
  expect(secret.filter(isPublicAddress)).toEqual([])
})

it('addresses of the internet are public, also behind NAT64', () => {
  const open = [
    '117.56.0.1',
    '210.69.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2001:b000::1',
    '64:ff9b::8.8.8.8',
    '::ffff:8.8.8.8',
  ]
  expect(open.filter(isPublicAddress)).toEqual(open)
})

it('text that is no address is never public', () => {
  expect(['', 'localhost', '127.1', '0x7f000001', '1.2.3', '1.2.3.4.5', '[::1]'].filter(isPublicAddress)).toEqual([])
  fc.assert(
    fc.property(
      fc.string().filter((text) => isIP(text) === 0),
      (text) => !isPublicAddress(text),
    ),
  )
})

it('an IPv4 address is judged alike however it is wrapped', () => {
  fc.assert(fc.property(fc.ipV4(), (address) => isPublicAddress(address) === isPublicAddress(`::ffff:${address}`)))
})

it('a host written as a private address is refused, names are left to the look-up', () => {
  for (const host of secret) {
    expect(() => refuseLiteral(host.includes(':') ? `[${host}]` : host, false)).toThrow(/not a public address/)
  }
  expect(() => refuseLiteral('localhost', false)).not.toThrow()
})
