import type { FetchFailureCode } from '../../store/model/fetch-outcome.ts'

const codes: Readonly<Record<string, FetchFailureCode>> = {
  ENOTFOUND: 'dns-not-found',
  ENODATA: 'dns-not-found',
  EAI_AGAIN: 'dns-failed',
  EAI_FAIL: 'dns-failed',
  ESERVFAIL: 'dns-failed',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EACCES: 'unreachable',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UND_ERR_ABORTED: 'cancelled',
  ABORT_ERR: 'cancelled',
  ERR_INVALID_URL: 'malformed-url',
  UND_ERR_INVALID_ARG: 'malformed-url',
  PRIVATE_ADDRESS: 'private-address',
}

const families: readonly (readonly [RegExp, FetchFailureCode])[] = [
  [/^(EPROTO|CERT_|ERR_TLS|ERR_SSL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|INVALID_|CRL_|ERROR_IN_)/, 'tls'],
  [/^(HPE_|UND_ERR_|Z_|ERR__ERROR_|ERR_BROTLI_)/, 'malformed-response'],
  [/^EAI_/, 'dns-failed'],
]

/**
 * The closed code for an error of the network or of a response, `null` for any other error: that one is our bug.
 * Looks through `cause` and, where all addresses of a name were tried, into the single attempts.
 */
export function failureCode(error: unknown): FetchFailureCode | null {
  if (!(error instanceof Error)) return null
  if (error instanceof AggregateError) return firstCode(error.errors)
  const { code, name, syscall } = error as Error & { code?: unknown; syscall?: unknown }
  if (name === 'HTTPParserError') return isCutOff(error) ? 'reset' : 'malformed-response'
  if (name === 'AbortError') return 'cancelled'
  if (typeof code === 'string') return codeOf(code) ?? (isOfSocket(syscall) ? 'unreachable' : null)
  return failureCode(error.cause)
}

/** The parser has no code of its own for a connection that ends within a chunked body. */
function isCutOff({ message }: Error): boolean {
  return message.includes('Invalid EOF state')
}

/** Systems know more ways to fail at a connection than we have words for. */
function isOfSocket(syscall: unknown): boolean {
  return syscall === 'connect' || syscall === 'read' || syscall === 'write'
}

function firstCode(errors: readonly unknown[]): FetchFailureCode | null {
  for (const error of errors) {
    const code = failureCode(error)
    if (code !== null) return code
  }
  return null
}

function codeOf(code: string): FetchFailureCode | null {
  return codes[code] ?? families.find(([pattern]) => pattern.test(code))?.[1] ?? null
}
