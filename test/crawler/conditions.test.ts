import { expect, it } from 'vitest'
import { conditionsFor, confirms, renewed } from '../../crawler/conditions.ts'
import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'

function earlier(headers: Record<string, string>): Extract<FetchOutcome, { kind: 'response' }> {
  const facts = { mediaType: 'text/html', charset: null, body: 'a'.repeat(64), bodyBytes: 3, truncated: false }
  return { kind: 'response', status: 200, headers, ...facts }
}

function answer(status: number, headers: Record<string, string> = {}) {
  const facts = { mediaType: null, charset: null, content: new Uint8Array(), truncated: false, tls: null }
  return { kind: 'response' as const, status, headers, ...facts }
}

it('an answer with a validator is asked for conditionally, one without is asked for anew', () => {
  expect(conditionsFor(null)).toBeNull()
  expect(conditionsFor(earlier({ 'content-type': 'text/html' }))).toBeNull()
  expect(conditionsFor(earlier({ etag: 'W/"1"' }))).toEqual({ 'if-none-match': 'W/"1"' })
  const date = 'Sun, 22 Nov 2026 02:03:04 GMT'
  const both = { etag: '"1"', 'last-modified': date }
  expect(conditionsFor(earlier(both))).toEqual({ 'if-none-match': '"1"', 'if-modified-since': date })
})

it('a 304 counts only where something was asked, and not when it names another version', () => {
  const asked = { 'if-none-match': '"1"' }
  expect(confirms(answer(304), asked)).toBe(true)
  expect(confirms(answer(304, { etag: 'W/"1"' }), asked)).toBe(true)
  expect(confirms(answer(304, { etag: '"2"' }), asked)).toBe(false)
  expect(confirms(answer(304), null)).toBe(false)
  expect(confirms(answer(200, { etag: '"1"' }), asked)).toBe(false)
  expect(confirms({ kind: 'failure', code: 'reset', detail: '' }, asked)).toBe(false)
})

it('a 304 renews the headers it names, never those that describe the body', () => {
  const before = earlier({ etag: '"1"', date: 'then', 'content-type': 'text/html', 'content-length': '3' })
  const after = renewed(before, { date: 'now', 'content-length': '0', 'content-type': 'text/plain' })
  expect(after.headers).toEqual({ etag: '"1"', date: 'now', 'content-type': 'text/html', 'content-length': '3' })
  expect(after.body).toBe(before.body)
})
