import { gzipSync } from 'node:zlib'
import { answer, head, type Misbehaviour, page, pour, redirect, stall } from './misbehaviour.ts'
import type { Misbehave } from './raw-server.ts'

const robots = (route: Misbehave, others?: string): Misbehaviour => ({
  routes: { '/robots.txt': route, '/hostile': page('<p>x') },
  fates: { '/hostile': others ?? 'fetched' },
  ...(others === undefined ? {} : { others }),
  mostRequests: 12,
})
const text = (body: string) => answer('200 OK', { 'Content-Type': 'text/plain' }, body)
const sitemap = (route: Misbehave, more: Readonly<Record<string, Misbehave>> = {}): Misbehaviour => ({
  routes: { '/sitemap.xml': route, '/hostile': page('<p>x'), ...more },
  fates: { '/hostile': 'fetched' },
  mostRequests: 520,
  withinMs: 60_000,
})
const xml = (body: string | Uint8Array) => answer('200 OK', { 'Content-Type': 'application/xml' }, body)
const set = (body: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`
const index = (...locations: string[]) =>
  `<sitemapindex>${locations.map((location) => `<sitemap><loc>${location}</loc></sitemap>`).join('')}</sitemapindex>`
const laughs = Array.from(
  { length: 30 },
  (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};">`,
)
const bomb = gzipSync(`${set('')}${' '.repeat(300_000_000)}`)

/** Sites whose own lists of what to ask, and what not, lead astray. */
export const hostileSeeds: Readonly<Record<string, Misbehaviour>> = {
  'robots.txt has no end': robots(
    pour(head('200 OK', { 'Content-Type': 'text/plain' }), 'User-agent: *\nDisallow: /x\n'.repeat(1000)),
  ),
  'robots.txt is a page of HTML': robots(page('<html><p>User-agent: *<br>Disallow: /')),
  'robots.txt is ten megabytes of rules': robots(text('Disallow: /*a*b*c*d*e$\n'.repeat(450_000))),
  'robots.txt is one line of wild cards': robots(text(`User-agent: *\nDisallow: /${'*a'.repeat(20_000)}$\n`)),
  'robots.txt redirects in a circle': robots(redirect('/robots.txt')),
  'robots.txt redirects elsewhere': robots(redirect('http://192.0.2.1/robots.txt')),
  'robots.txt is noise': robots(text('\u0000\u00ff'.repeat(50_000))),
  'robots.txt never answers': robots(stall(''), 'skipped:robots-unreachable'),
  'robots.txt asks to wait a century': robots(
    text('User-agent: Nobody\nCrawl-delay: 99999999999\nUser-agent: *\nCrawl-delay: -1\n'),
  ),
  'robots.txt names a thousand sitemaps': {
    ...robots(text(Array.from({ length: 1000 }, (_, n) => `Sitemap: /gone-${n}.xml`).join('\n'))),
    mostRequests: 510,
  },
  'the sitemap unpacks to 300 MB': {
    ...sitemap(answer('200 OK', { 'Content-Type': 'application/gzip' }, bomb)),
    maxBodyBytes: 50_000_000,
  },
  'the sitemap lists itself': sitemap(xml(index('/sitemap.xml', '/sitemap.xml'))),
  'sitemaps list sitemaps without end': sitemap(
    (socket, request) => xml(index('/maps/a/', '/maps/b/'))(socket, request),
    { '*': (socket, request) => xml(index(`${request.target}a/`, `${request.target}b/`))(socket, request) },
  ),
  'the sitemap laughs a billion times': sitemap(
    xml(set('<url><loc>&l30;</loc></url>', `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs.join('')}]>`)),
  ),
  'the sitemap reads a file of ours': sitemap(
    xml(set('<url><loc>&file;</loc></url>', '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>')),
  ),
  'the sitemap nests a hundred thousand elements': sitemap(xml(set('<url>'.repeat(100_000)))),
  'the sitemap is cut off': sitemap(xml('<urlset><url><loc>/real/0.html</loc></url><url><lo')),
  'the sitemap lists other hosts': sitemap(
    xml(set('<url><loc>http://169.254.169.254/</loc></url><url><loc>file:///etc/passwd</loc></url>')),
  ),
}
