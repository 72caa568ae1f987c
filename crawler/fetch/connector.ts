import { TLSSocket } from 'node:tls'
import { buildConnector } from 'undici'
import type { TlsFacts } from '../../store/model/fetch-outcome.ts'
import { guardedLookup, refusePrivateLiteral } from './address-guard.ts'
import { tlsFacts } from './tls-facts.ts'

/** Time given to the first of several addresses of a name before the next is tried as well. */
const secondAddressAfterMs = 1000

/**
 * Opens sockets for one trust zone: refuses private addresses at the moment of connecting unless they are allowed, and
 * notes under `tlsByOrigin` what each handshake told. Certificates are always verified.
 */
export function guardedConnector(
  timeoutMs: number,
  allowPrivate: boolean,
  tlsByOrigin: Map<string, TlsFacts>,
): buildConnector.connector {
  const guard = allowPrivate ? {} : { lookup: guardedLookup }
  const connect = buildConnector({
    timeout: timeoutMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: secondAddressAfterMs,
    ...guard,
  })
  return (options, callback) => {
    try {
      if (!allowPrivate) refusePrivateLiteral(options.hostname)
    } catch (error) {
      callback(error as Error, null)
      return
    }
    connect(options, (...opened) => {
      const [, socket] = opened
      if (socket instanceof TLSSocket) note(tlsByOrigin, `https://${options.host}`, tlsFacts(socket))
      callback(...opened)
    })
  }
}

function note(tlsByOrigin: Map<string, TlsFacts>, origin: string, facts: TlsFacts): void {
  if (facts.issuer !== null || !tlsByOrigin.has(origin)) tlsByOrigin.set(origin, facts)
}
