import type { TLSSocket } from 'node:tls'
import type { TlsConcession, TlsFacts } from '../../store/model/fetch-outcome.ts'

/** What the handshake told of the server; members are `null` when a resumed session repeats no certificate. */
export function tlsFacts(socket: TLSSocket, concessions: readonly TlsConcession[]): TlsFacts {
  const certificate = socket.getPeerCertificate()
  return {
    protocol: socket.getProtocol(),
    issuer: issuerName(certificate.issuer),
    validFrom: instant(certificate.valid_from),
    validTo: instant(certificate.valid_to),
    concessions,
  }
}

function issuerName(issuer: { O?: string | string[]; CN?: string | string[] } | undefined): string | null {
  const names = [issuer?.O, issuer?.CN].flat().filter((name) => name !== undefined)
  return names.length === 0 ? null : names.join(', ')
}

function instant(text: string | undefined): string | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
