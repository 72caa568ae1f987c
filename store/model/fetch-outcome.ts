/** SHA-256 of bytes as they came, 64 lower-case hexadecimal digits. */
export type Sha256 = string

/** Why no response came: a closed list, each with a text for the reader in the report. */
export type FetchFailureCode =
  | 'dns-not-found'
  | 'dns-failed'
  | 'refused'
  | 'reset'
  | 'unreachable'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'body-timeout'
  | 'tls'
  | 'redirect-loop'
  | 'redirect-limit'
  | 'malformed-url'
  | 'malformed-response'
  | 'private-address'
  | 'escapes-folder'
  | 'robots'
  | 'cancelled'

/** What came back for one request. A 404 is a response; a failure is the site's or the network's fault, kept as a value. */
export type FetchOutcome =
  | {
      kind: 'response'
      status: number
      /** Names in lower case; a repeated header is joined by `, ` (`set-cookie` is never stored). */
      headers: Readonly<Record<string, string>>
      /** `type/subtype` in lower case, `null` when the header is missing or malformed. */
      mediaType: string | null
      /** The `charset` parameter as the server wrote it, in lower case; `null` when there is none. */
      charset: string | null
      /** `null` for a response without a body (a redirect, an empty one). */
      body: Sha256 | null
      /** Length of the body after content decoding, in bytes. */
      bodyBytes: number
      /** True when the body was longer than the limit and only its head is stored. */
      truncated: boolean
    }
  | { kind: 'failure'; code: FetchFailureCode; detail: string }

/** One step of a redirect chain: what was asked for, what it answered, and where it pointed. */
export interface RedirectHop {
  url: string
  status: number
  /** Absolute URL of the next step. */
  location: string
}

/**
 * What was conceded to read a server over TLS: it sent its own certificate alone, it sent a chain that ends before a root we
 * know, or it speaks only what is older than TLS 1.2 or safe no more. Source: facts 9.
 */
export type TlsConcession = 'missing-intermediate' | 'unknown-issuer' | 'old-protocol'

/** What the handshake told; `null` members were not to be had. Dates are ISO instants. */
export interface TlsFacts {
  protocol: string | null
  issuer: string | null
  validFrom: string | null
  validTo: string | null
  /** Empty for a server that any present-day visitor is sure of. */
  concessions: readonly TlsConcession[]
}
