import { answer, type Misbehaviour, page, redirect, send } from './misbehaviour.ts'

const fetched = { '/hostile': 'fetched' }
/** Goes to an address that is not the site's: the redirect is kept, nobody is asked. */
const away = (location: string): Misbehaviour => ({
  routes: { '/hostile': redirect(location) },
  fates: fetched,
  mostRequests: 1,
})
const chain = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`/hop${n}`, redirect(`/hop${n + 1}`)]))

/** Servers that send their reader round, away, or nowhere. */
export const hostileRedirects: Readonly<Record<string, Misbehaviour>> = {
  'redirects to itself': {
    routes: { '/hostile': redirect('/hostile') },
    fates: { '/hostile': 'failed:redirect-loop' },
  },
  'redirects to itself by an empty Location': {
    routes: { '/hostile': redirect('') },
    fates: { '/hostile': 'failed:redirect-loop' },
  },
  'redirects in a circle of two': {
    routes: { '/hostile': redirect('/other'), '/other': redirect('/hostile') },
    fates: { '/hostile': 'failed:redirect-loop', '/other': 'failed:redirect-loop' },
  },
  'redirects forty times': {
    routes: { '/hostile': redirect('/hop0'), ...chain },
    fates: { '/hostile': 'failed:redirect-limit' },
    mostRequests: 12,
  },
  'redirects to itself with a growing query': {
    routes: { '/hostile': redirect(({ target }) => `${target}${target.includes('?') ? '&' : '?'}x=1`) },
    fates: { '/hostile': 'failed:redirect-limit' },
    mostRequests: 12,
  },
  'redirects to itself with an ever new token': {
    routes: { '/hostile': redirect(({ target }) => `/hostile?t=${Number(target.replace(/\D+/g, '')) + 1}`) },
    fates: { '/hostile': 'failed:redirect-limit' },
    mostRequests: 12,
  },
  'redirects without a Location': { routes: { '/hostile': answer('302 Found', {}) }, fates: fetched },
  'redirects to no address': {
    routes: { '/hostile': redirect('http://[::1') },
    fates: { '/hostile': 'failed:malformed-url' },
  },
  'redirects to the metadata of the cloud': away('http://169.254.169.254/latest/meta-data/'),
  'redirects to a private address': away('http://10.0.0.1/'),
  'redirects to this machine by name': away('http://localhost:1/'),
  'redirects to this machine by a decimal number': away('http://2130706433:1/'),
  'redirects to a file': away('file:///etc/passwd'),
  'redirects to data': away('data:text/html,<p>x'),
  'redirects to a script': away('javascript:alert(1)'),
  'redirects to another protocol': away('gopher://127.0.0.1:70/_x'),
  'redirects with a name and a password': {
    routes: {
      '/hostile': redirect(({ origin }) => `${origin.replace('//', '//user:secret@')}/target`),
      '/target': page('<p>x'),
    },
    fates: { ...fetched, '/target': 'fetched' },
  },
  'redirects to raw UTF-8': {
    routes: {
      '/hostile': send(
        Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /中\r\n\r\n'),
      ),
      '/%E4%B8%AD': page('<p>x'),
    },
    fates: { ...fetched, '/%E4%B8%AD': 'fetched' },
  },
  'redirects to raw Big5': {
    routes: {
      '/hostile': send(
        'HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /',
        new Uint8Array([0xa4, 0xa4]),
        '\r\n\r\n',
      ),
      '/%A4%A4': page('<p>x'),
    },
    fates: { ...fetched, '/%A4%A4': 'fetched' },
  },
  'redirects to an address of 50 KB': {
    routes: { '/hostile': redirect(`/${'x'.repeat(50_000)}`) },
    fates: fetched,
    mostRequests: 1,
  },
  'redirects and sends a body without end': {
    routes: {
      '/hostile': (socket) => {
        socket.write('HTTP/1.1 302 Found\r\nLocation: /target\r\n\r\n')
        const fill = () => {
          while (!socket.destroyed && socket.write('x'.repeat(60_000)));
        }
        socket.on('drain', fill)
        fill()
      },
      '/target': page('<p>x'),
    },
    fates: { ...fetched, '/target': 'fetched' },
  },
}
