import { brotliCompressSync, gzipSync } from 'node:zlib'
import { answer, drip, head, type Misbehaviour, page, pour, send, stall } from './misbehaviour.ts'

const failed = (code: string) => ({ '/hostile': `failed:${code}` })
const fetched = { '/hostile': 'fetched' }
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const chunked = head('200 OK', { ...html, 'Transfer-Encoding': 'chunked' })
const long = { ...html, 'Content-Length': '1000' }
const zeros = gzipSync(Buffer.alloc(100_000_000))
const coded = (coding: string, body: string | Uint8Array) => page(body, { 'Content-Encoding': coding })

/** Servers whose trouble is the body itself, or how it is sent. */
export const hostileBodies: Readonly<Record<string, Misbehaviour>> = {
  'drips its body for ever': {
    routes: { '/hostile': drip(head('200 OK', html), 'x', 50) },
    fates: failed('body-timeout'),
  },
  'stalls within its body': {
    routes: { '/hostile': stall(`${head('200 OK', long)}<p>`) },
    fates: failed('body-timeout'),
  },
  'sends a body without end': {
    routes: { '/hostile': pour(head('200 OK', html), 'x'.repeat(60_000)) },
    fates: fetched,
  },
  'sends chunks without end': {
    routes: { '/hostile': pour(chunked, `ea60\r\n${'x'.repeat(60_000)}\r\n`) },
    fates: fetched,
  },
  'drips chunks of one byte': {
    routes: { '/hostile': drip(chunked, '1\r\nx\r\n', 20) },
    fates: failed('body-timeout'),
  },
  'sends more than it claims': {
    routes: { '/hostile': send(head('200 OK', { ...html, 'Content-Length': '3' }), '<p>and much more') },
    fates: fetched,
  },
  'sends less than it claims': {
    routes: { '/hostile': send(head('200 OK', long), '<p>short') },
    fates: failed('reset'),
  },
  'sends nothing where it claims something': {
    routes: { '/hostile': send(head('200 OK', long)) },
    fates: failed('reset'),
  },
  'resets within its body': {
    routes: {
      '/hostile': (socket) => {
        socket.write(`${head('200 OK', long)}<p>`)
        setTimeout(() => socket.resetAndDestroy(), 50)
      },
    },
    fates: failed('reset'),
  },
  'ends without the last chunk': { routes: { '/hostile': send(chunked, '3\r\n<p>\r\n') }, fates: failed('reset') },
  'claims a chunk that is no number': {
    routes: { '/hostile': send(chunked, 'xyz\r\n<p>\r\n0\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'claims a chunk beyond all numbers': {
    routes: { '/hostile': send(chunked, `${'f'.repeat(40)}\r\n<p>`) },
    fates: failed('malformed-response'),
  },
  'sends a chunk longer than it says': {
    routes: { '/hostile': send(chunked, '2\r\n<p>text\r\n0\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'sends a gzip bomb': { routes: { '/hostile': coded('gzip', zeros) }, fates: fetched },
  'sends a brotli bomb': {
    routes: { '/hostile': coded('br', brotliCompressSync(Buffer.alloc(100_000_000))) },
    fates: fetched,
  },
  'sends a bomb within a bomb': { routes: { '/hostile': coded('gzip, gzip', gzipSync(zeros)) }, fates: fetched },
  'claims ten thousand codings': {
    routes: { '/hostile': coded(Array(8000).fill('gzip').join(','), 'x') },
    fates: failed('malformed-response'),
  },
  'claims a coding it did not use': {
    routes: { '/hostile': coded('br', '<p>plain text') },
    fates: failed('malformed-response'),
  },
  'claims a coding nobody knows': { routes: { '/hostile': coded('x-unheard-of', '<p>text') }, fates: fetched },
  'breaks off within its gzip': {
    routes: { '/hostile': coded('gzip', gzipSync('<p>text'.repeat(1000)).subarray(0, 40)) },
    fates: fetched,
  },
  'sends rubbish after its gzip': {
    routes: { '/hostile': coded('gzip', Buffer.concat([gzipSync('<p>text'), Buffer.from('rubbish')])) },
    fates: failed('malformed-response'),
  },
  'sends an empty body': { routes: { '/hostile': page('') }, fates: fetched },
  'sends NUL bytes for text': { routes: { '/hostile': page(Buffer.alloc(100_000)) }, fates: fetched },
  'lies about its charset': {
    routes: {
      '/hostile': page(Buffer.from([0xa4, 0xa4, 0xa4, 0xe5]), { 'Content-Type': 'text/html; charset=utf-16' }),
    },
    fates: fetched,
  },
  'names a charset nobody knows': {
    routes: { '/hostile': page('<p>text', { 'Content-Type': 'text/html; charset=x-klingon' }) },
    fates: fetched,
  },
  'sends noise for HTML': { routes: { '/hostile': page(noise(500_000)) }, fates: fetched },
  'sends a picture as HTML': {
    routes: { '/hostile': page(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(10_000)])) },
    fates: fetched,
  },
  'answers a document with an error page of no length': {
    routes: { '/hostile': answer('200 OK', { 'Content-Type': 'application/pdf' }) },
    fates: fetched,
  },
}

/** Bytes without sense, the same in every run. */
function noise(length: number): Uint8Array {
  let state = 12_345
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state >> 16
  })
}
