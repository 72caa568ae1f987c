import { answer, drip, head, type Misbehaviour, page, pour, send, stall } from './misbehaviour.ts'

const failed = (code: string) => ({ '/hostile': `failed:${code}` })
const fetched = { '/hostile': 'fetched' }
const html = { 'Content-Type': 'text/html' }
const unending = Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${'x'.repeat(1000)}\r\n`).join('')
const cookies = (count: number) => Array.from({ length: count }, (_, n) => `Set-Cookie: c${n}=1\r\n`).join('')

/** Servers whose trouble begins before the body. */
export const hostileHeaders: Readonly<Record<string, Misbehaviour>> = {
  'accepts and says nothing': { routes: { '/hostile': stall('') }, fates: failed('headers-timeout') },
  'says nothing after the status line': {
    routes: { '/hostile': stall('HTTP/1.1 200 OK\r\n') },
    fates: failed('headers-timeout'),
  },
  'drips its headers': {
    routes: { '/hostile': drip('HTTP/1.1 200 OK\r\nX: ', 'x', 50) },
    fates: failed('headers-timeout'),
  },
  'sends headers without end': {
    routes: { '/hostile': pour('HTTP/1.1 200 OK\r\n', 'X-Header: value\r\n'.repeat(1000)) },
    fates: failed('malformed-response'),
  },
  'sends 10 MB of headers': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\n', unending, '\r\n') },
    fates: failed('malformed-response'),
  },
  'sends one header of 10 MB': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nX: ', 'x'.repeat(10_000_000), '\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'hangs up at once': { routes: { '/hostile': (socket) => void socket.destroy() }, fates: failed('reset') },
  'resets before the status line': {
    routes: { '/hostile': (socket) => void socket.resetAndDestroy() },
    fates: failed('reset'),
  },
  'hangs up within its headers': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nContent-Type: te') },
    fates: failed('reset'),
  },
  'answers garbage for a status line': {
    routes: { '/hostile': send('\u0000\u0001\u0002 NONSENSE 200\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'answers as HTTP/0.9 did': {
    routes: { '/hostile': send('<html><title>old</title><p>text') },
    fates: failed('malformed-response'),
  },
  'answers as another protocol': {
    routes: { '/hostile': send('220 mail.test ESMTP\r\n') },
    fates: failed('malformed-response'),
  },
  'sends a header without a name': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\n: value\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'sends a header with a NUL': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n') },
    fates: failed('malformed-response'),
  },
  'claims two lengths': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde') },
    fates: failed('reset'),
  },
  'claims a negative length': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc') },
    fates: failed('malformed-response'),
  },
  'claims a length and chunks': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n') },
    fates: failed('reset'),
  },
  'says 100 Continue without end': {
    routes: { '/hostile': drip('', 'HTTP/1.1 100 Continue\r\n\r\n', 20) },
    fates: failed('reset'),
  },
  'says 103 Early Hints a thousand times': {
    routes: {
      '/hostile': send(
        'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000),
        head('200 OK', { ...html, 'Content-Length': '2' }),
        '<p',
      ),
    },
    fates: fetched,
  },
  'switches protocols unasked': {
    routes: {
      '/hostile': send('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
    },
    fates: failed('reset'),
  },
  'says 204 and sends a body': {
    routes: { '/hostile': send(head('204 No Content', html), '<p>text') },
    fates: fetched,
  },
  'says 205 and stalls': { routes: { '/hostile': answer('205 Reset Content', html) }, fates: fetched },
  'says 304 to whom asked for no such thing': {
    routes: { '/hostile': send(head('304 Not Modified', { ETag: '"x"' })) },
    fates: fetched,
  },
  'sets 2,000 cookies': {
    routes: {
      '/hostile': send(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n',
        cookies(2000),
        '\r\n<p>text',
      ),
    },
    fates: fetched,
  },
  'sets 20,000 cookies': {
    routes: { '/hostile': send('HTTP/1.1 200 OK\r\n', cookies(20_000), '\r\n<p>text') },
    fates: failed('malformed-response'),
  },
  'names a file outside the folder': {
    routes: {
      '/hostile': page('%PDF-1.4', {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'attachment; filename="../../../etc/passwd"',
      }),
    },
    fates: fetched,
  },
  'names a type that is none': {
    routes: { '/hostile': page('<p>text', { 'Content-Type': ';;;/\\"' }) },
    fates: fetched,
  },
}
