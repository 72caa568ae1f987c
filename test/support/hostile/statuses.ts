import { answer, type Misbehaviour } from './misbehaviour.ts'

const html = { 'Content-Type': 'text/html' }
const fetched = { '/hostile': 'fetched' }
const says = (status: string, headers: Record<string, string> = {}): Misbehaviour => ({
  routes: { '/hostile': answer(status, { ...html, ...headers }, '<title>x</title><p>text') },
  fates: fetched,
})

/** Servers that answer in the negative, or claim to. */
export const hostileStatuses: Readonly<Record<string, Misbehaviour>> = {
  'says 429 and to come back in a year': says('429 Too Many Requests', { 'Retry-After': '31536000' }),
  'says 429 and to come back before now': says('429 Too Many Requests', {
    'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT',
  }),
  'says 429 and nothing sensible': says('429 Too Many Requests', { 'Retry-After': 'soon; -5e9 \u00ff' }),
  'says 429 and a number beyond all numbers': says('429 Too Many Requests', { 'Retry-After': '9'.repeat(400) }),
  'says 503 with a challenge for browsers': says('503 Service Unavailable', {
    'cf-mitigated': 'challenge',
    Server: 'cloudflare',
  }),
  'says 999': says('999 Request Denied'),
  'says 600': says('600 Unheard Of'),
  'says 200 and means 404': says('200 Not Found'),
  'says 401 in every way': says('401 Unauthorized', { 'WWW-Authenticate': 'Basic realm="x", Digest, Negotiate' }),
  'says 407 as if it were our proxy': says('407 Proxy Authentication Required', { 'Proxy-Authenticate': 'Basic' }),
  'says 413 without a reason': says('413'),
  'says 500 to every question': says('500 Internal Server Error'),
}
