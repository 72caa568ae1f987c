import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A name or address that leads to this machine or its neighbours: a site must not make us look there. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS'

  constructor(host: string) {
    super(`${host} is not a public address`)
    this.name = 'PrivateAddressError'
  }
}

/** Asks the system who has a name. */
export const systemLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options as LookupOptions, callback)
}

/**
 * True for addresses of the public internet. Loopback, private, link-local (with cloud metadata), carrier-grade NAT,
 * multicast and reserved ranges are not, nor are they when wrapped as IPv4-mapped, IPv4-compatible, NAT64, 6to4 or Teredo;
 * nor is text that is no address.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || text.includes('%')) return false
  const address = ipaddr.process(text)
  const range = address.range()
  const bytes = address.toByteArray()
  if (range !== 'rfc6052') return range === 'unicast' && !isCompatible(bytes)
  return !isLocalNat64(bytes) && isPublicAddress(bytes.slice(-4).join('.'))
}

/** `64:ff9b:1::/48` (RFC 8215) is translated as each network likes. */
function isLocalNat64(bytes: readonly number[]): boolean {
  return bytes.slice(4, 12).some((byte) => byte !== 0)
}

/** `::a.b.c.d` (RFC 4291 2.5.5.1, given up): some systems still send it to the address inside. */
function isCompatible(bytes: readonly number[]): boolean {
  return bytes.length === 16 && bytes.slice(0, 12).every((byte) => byte === 0)
}

/** Where clouds tell their machines secrets beyond the link-local range (AWS over IPv6, Alibaba). */
const metadata: ReadonlySet<string> = new Set(['fd00:ec2::254', '100.100.100.200'])

/** True for addresses that are no site's, not even inside an agency: link-local ones and those of a cloud's metadata. */
export function isMetadataAddress(text: string): boolean {
  if (isIP(text) === 0) return false
  const address = ipaddr.process(text.replace(/%.*$/s, ''))
  if (address.range() === 'rfc6052') return isMetadataAddress(address.toByteArray().slice(-4).join('.'))
  return address.range() === 'linkLocal' || metadata.has(address.toString())
}

function isOpen(address: string, allowPrivate: boolean): boolean {
  return allowPrivate ? !isMetadataAddress(address) : isPublicAddress(address)
}

/** @throws PrivateAddressError when the host of a URL is written as an address that may not be asked; names are left to the look-up. */
export function refuseLiteral(hostname: string, allowPrivate: boolean): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isOpen(host, allowPrivate)) throw new PrivateAddressError(host)
}

/**
 * Resolves a name to those of its addresses alone that may be asked: what is connected to is what was judged, so a second
 * answer of the name server changes nothing.
 */
export function guardedLookup(resolve: LookupFunction, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '')
        return
      }
      const open = (found as LookupAddress[]).filter(({ address }) => isOpen(address, allowPrivate))
      const [first] = open
      if (first === undefined) callback(new PrivateAddressError(hostname), '')
      else if (options.all === true) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }
}
