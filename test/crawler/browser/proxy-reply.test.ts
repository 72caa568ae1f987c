import { expect, it } from 'vitest'
import { preflightReply, refusalOf, refusalReply, replayOf } from '../../../crawler/browser/proxy-reply.ts'
import type { StoredAnswer } from '../../../crawler/stored-answer.ts'

const body = Buffer.from('body')

it('an answer goes out with its status and headers, but as long as its decoded body', () => {
  const headers = { 'content-type': 'text/css', 'content-encoding': 'br', 'content-length': '2', connection: 'close' }
  const policy = { 'content-security-policy': "default-src 'self'" }
  expect(replayOf({ status: 404, headers: { ...headers, ...policy }, body }, undefined)).toEqual({
    status: 404,
    headers: { 'content-type': 'text/css', ...policy, 'content-length': '4' },
    body,
  })
})

it('the browser keeps styles, scripts, pictures and fonts that stay for the run, whatever the site said, and nothing else', () => {
  const sent = (type: string, change: Partial<StoredAnswer> = {}) => {
    const headers = { 'content-type': type, 'cache-control': 'no-store', vary: '*', age: '9', date: 'x' }
    return replayOf({ status: 200, headers, body, isLasting: true, ...change }, undefined).headers
  }
  const kept = { 'cache-control': 'max-age=86400', vary: 'Origin', 'content-length': '4' }
  for (const type of [
    'text/css; charset=utf-8',
    'image/png',
    'font/woff2',
    'text/javascript',
    'application/x-javascript',
  ])
    expect(sent(type)).toEqual({ 'content-type': type, ...kept })
  const asTold = { 'cache-control': 'no-store', vary: '*' }
  for (const type of ['text/html', 'application/json', '']) expect(sent(type)).toMatchObject(asTold)
  for (const change of [{ isLasting: false }, { status: 404 }, { setCookies: ['a=b'] }])
    expect(sent('text/css', change)).toMatchObject(asTold)
})

it('nothing an answer says changes how later pages are asked for', () => {
  const headers = {
    'strict-transport-security': 'max-age=1',
    'alt-svc': 'h3=":443"',
    'clear-site-data': '"*"',
    nel: '{}',
  }
  expect(replayOf({ status: 200, headers, body }, undefined).headers).toEqual({ 'content-length': '4' })
})

it('what Node would refuse to send is left out', () => {
  const headers = { 'x-title': '標題', 'x-break': 'a\r\nset-cookie: b', 'bad name': 'x', 'x-latin': 'é' }
  expect(replayOf({ status: 200, headers, body }, undefined).headers).toEqual({ 'x-latin': 'é', 'content-length': '4' })
})

it('an answer without a body claims no length', () => {
  expect(replayOf({ status: 304, headers: {}, body: null }, undefined).headers).toEqual({})
})

it('a script of another origin may read what its server did not forbid', () => {
  const origin = 'https://www.agency.test'
  const silent = replayOf({ status: 200, headers: {}, body }, origin).headers
  expect(silent).toMatchObject({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' })
  const strict = { 'access-control-allow-origin': 'https://else.test' }
  expect(replayOf({ status: 200, headers: strict, body }, origin).headers).toEqual({ ...strict, 'content-length': '4' })
})

it('only reading is answered, and neither prefetches nor films are', () => {
  expect(refusalOf('GET', {})).toBeNull()
  expect(refusalOf('HEAD', {})).toBeNull()
  expect(['POST', 'PUT', 'DELETE', 'TRACE'].map((method) => refusalOf(method, {}))).toEqual(Array(4).fill('method'))
  expect(refusalOf('GET', { 'sec-purpose': 'prefetch;prerender' })).toBe('prefetch')
  expect(refusalOf('GET', { purpose: 'prefetch' })).toBe('prefetch')
  expect(refusalOf('GET', { range: 'bytes=0-' })).toBe('media')
})

it('a refused frame stays blank, everything else fails to load', () => {
  expect(refusalReply('no-answer', { 'upgrade-insecure-requests': '1' })).toMatchObject({ status: 204, body: null })
  expect(refusalReply('no-answer', {})).toMatchObject({ status: 502, body: null })
})

it('a script may announce that it will read, not that it will write', () => {
  const headers = { origin: 'https://a.test', 'access-control-request-headers': 'x-token' }
  expect(preflightReply({ ...headers, 'access-control-request-method': 'POST' })).toBeNull()
  expect(preflightReply(headers)).toBeNull()
  expect(preflightReply({ ...headers, 'access-control-request-method': 'GET' })).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': 'https://a.test', 'access-control-allow-headers': 'x-token' },
  })
})
