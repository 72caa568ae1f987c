import { constants } from 'node:crypto'
import {
  checkServerIdentity,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import type { TlsConcession } from '../../store/model/fetch-outcome.ts'

/** Codes of a chain that ends too early. Expired, foreign and self-signed certificates have others: they stop a visitor's browser too. */
const ofTheChain: Readonly<Record<string, TlsConcession>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'missing-intermediate',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
}

/** Codes of a handshake in which nothing was found that both sides speak. */
const ofTheProtocol =
  /^ERR_SSL_(TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_INSUFFICIENT_SECURITY|SSLV3_ALERT_HANDSHAKE_FAILURE|SSL\/TLS_ALERT_HANDSHAKE_FAILURE|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|UNSAFE_LEGACY_RENEGOTIATION_DISABLED|DH_KEY_TOO_SMALL)$/

/** What would have to be conceded to get past an error of a handshake; `null` when nothing may be. */
export function concessionFor(error: unknown): TlsConcession | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ofTheChain[code] ?? (ofTheProtocol.test(code) ? 'old-protocol' : null)
}

/** True for concessions about who the server is: nothing is told it that others should not read. */
export function isOfTheChain(concession: TlsConcession): boolean {
  return concession !== 'old-protocol'
}

/**
 * How to connect under these concessions. `authorities` are PEM certificates trusted beside Node's own. Only where an
 * incomplete chain was conceded does the handshake go on with it: {@link objectionTo} then stands in for the check.
 */
export function tlsOptions(
  authorities: readonly string[],
  concessions: readonly TlsConcession[],
): { secureContext: SecureContext; rejectUnauthorized?: false } {
  const trust = authorities.length === 0 ? {} : { ca: [...rootCertificates, ...authorities] }
  const old = concessions.includes('old-protocol') ? oldProtocol : {}
  const secureContext = createSecureContext({ ...trust, ...old })
  return concessions.some(isOfTheChain) ? { secureContext, rejectUnauthorized: false } : { secureContext }
}

/** As an old server's contemporaries spoke; the certificate is verified all the same. */
const oldProtocol = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT:@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const

/** What is wrong with a server beyond a chain that ends too early: name and validity are checked here as in any handshake; `null`: nothing. */
export function objectionTo(socket: TLSSocket, hostname: string): Error | null {
  if (socket.authorized) return null
  if (chainConcession(socket) === null) return named(String(socket.authorizationError))
  const certificate = socket.getPeerCertificate()
  const identity = checkServerIdentity(hostname.replace(/^\[|\]$/g, ''), certificate)
  if (identity !== undefined) return identity
  const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)]
  return from <= Date.now() && Date.now() <= to ? null : named('CERT_HAS_EXPIRED')
}

/** Why the chain that a server sent was not enough, or `null` when it was, or when more is wrong with it. */
export function chainConcession(socket: TLSSocket): TlsConcession | null {
  return ofTheChain[String(socket.authorizationError)] ?? null
}

function named(code: string): Error {
  return Object.assign(new Error(code), { code })
}
