import type { LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { buildConnector } from 'undici'
import type { TlsConcession, TlsFacts } from '../../store/model/fetch-outcome.ts'
import { guardedLookup, refuseLiteral } from './address-guard.ts'
import { chainConcession, isOfTheChain, objectionTo, tlsOptions } from './tls-concessions.ts'
import { tlsFacts } from './tls-facts.ts'

/** Time given to the first of several addresses of a name before the next is tried as well. */
const secondAddressAfterMs = 1000

/** Which sockets may be opened. */
export interface SocketRules {
  connectMs: number
  allowPrivate: boolean
  /** Resolves names. */
  lookup: LookupFunction
  /** PEM certificates trusted beside Node's own. */
  authorities: readonly string[]
}

/**
 * Opens sockets for one trust zone: refuses private addresses at the moment of connecting unless they are allowed, and
 * notes under `tlsByOrigin` what each handshake told. Certificates are verified, but for what stands in `concessions`.
 */
export function guardedConnector(
  rules: SocketRules,
  tlsByOrigin: Map<string, TlsFacts>,
  concessions: readonly TlsConcession[] = [],
): buildConnector.connector {
  const connect = buildConnector({
    timeout: rules.connectMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: secondAddressAfterMs,
    lookup: guardedLookup(rules.lookup, rules.allowPrivate),
    // A resumed session shows no certificate to look at.
    ...(concessions.length === 0 && rules.authorities.length === 0 ? {} : { maxCachedSessions: 0 }),
    ...tlsOptions(rules.authorities, concessions),
  })
  return (options, callback) => {
    try {
      refuseLiteral(options.hostname, rules.allowPrivate)
    } catch (error) {
      callback(error as Error, null)
      return
    }
    connect(options, (...opened) => {
      const [, socket] = opened
      const objection = socket instanceof TLSSocket ? objectionTo(socket, options.servername ?? options.hostname) : null
      if (objection !== null) {
        socket?.destroy()
        callback(objection, null)
        return
      }
      if (socket instanceof TLSSocket) note(tlsByOrigin, `https://${options.host}`, factsOf(socket, concessions))
      callback(...opened)
    })
  }
}

/** A concession that this server turned out not to need is none. */
function factsOf(socket: TLSSocket, concessions: readonly TlsConcession[]): TlsFacts {
  const chain = chainConcession(socket)
  const isNew = socket.getProtocol() === 'TLSv1.3'
  const others = concessions.filter((concession) => !isOfTheChain(concession) && !isNew)
  return tlsFacts(socket, chain === null ? others : [chain, ...others])
}

function note(tlsByOrigin: Map<string, TlsFacts>, origin: string, facts: TlsFacts): void {
  if (facts.issuer !== null || !tlsByOrigin.has(origin)) tlsByOrigin.set(origin, facts)
}
