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

/**
 * True for addresses of the public internet. Loopback, private, link-local (with cloud metadata), carrier-grade NAT,
 * multicast and reserved ranges are not, nor are they when wrapped as IPv4-mapped or NAT64; nor is text that is no address.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false
  const address = ipaddr.process(text)
  const range = address.range()
  if (range !== 'rfc6052') return range === 'unicast'
  return isPublicAddress(address.toByteArray().slice(-4).join('.'))
}

/** @throws PrivateAddressError when the host of a URL is written as an address that is not public. */
export function refusePrivateLiteral(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host)
}

/** Resolves a name to its public addresses alone: what is connected to is what was judged, so a second answer of the name server changes nothing. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...(options as LookupOptions), all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) {
      callback(error, '')
      return
    }
    const open = addresses.filter((found) => isPublicAddress(found.address))
    const [first] = open
    if (first === undefined) callback(new PrivateAddressError(hostname), '')
    else if ((options as LookupOptions).all === true) callback(null, open)
    else callback(null, first.address, first.family)
  })
}
