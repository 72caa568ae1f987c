import { expect, it } from 'vitest'
import { failureCode } from '../../../crawler/fetch/failure-code.ts'

function fault(code: string): Error {
  return Object.assign(new Error(code), { code })
}

it('the faults of name servers, of connections and of certificates are told apart', () => {
  const codes = {
    ENOTFOUND: 'dns-not-found',
    EAI_AGAIN: 'dns-failed',
    EAI_NONAME: 'dns-failed',
    ECONNREFUSED: 'refused',
    ECONNRESET: 'reset',
    EHOSTUNREACH: 'unreachable',
    ETIMEDOUT: 'connect-timeout',
    CERT_HAS_EXPIRED: 'tls',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
    ERR_TLS_CERT_ALTNAME_INVALID: 'tls',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls',
    HPE_INVALID_CONSTANT: 'malformed-response',
    UND_ERR_HEADERS_OVERFLOW: 'malformed-response',
    Z_DATA_ERROR: 'malformed-response',
  }
  for (const [code, expected] of Object.entries(codes))
    expect([code, failureCode(fault(code))]).toEqual([code, expected])
})

it('a fault is found in the cause, and in the attempts at several addresses', () => {
  expect(failureCode(new Error('outer', { cause: fault('ECONNRESET') }))).toBe('reset')
  expect(failureCode(new AggregateError([new Error('x'), fault('ENETUNREACH')]))).toBe('unreachable')
})

it('any other error is not the fault of a site', () => {
  expect(failureCode(new TypeError('x is not a function'))).toBeNull()
  expect(failureCode(fault('ENOSPC'))).toBeNull()
  expect(failureCode('text')).toBeNull()
  expect(failureCode(fault('ERR_INVALID_ARG_TYPE'))).toBeNull()
})
