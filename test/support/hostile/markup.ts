import { type Misbehaviour, page } from './misbehaviour.ts'

const roomy = { maxBodyBytes: 50_000_000, totalMs: 30_000, withinMs: 100_000 }
const fetched = { '/hostile': 'fetched' }
const deep = 100_000

/** Pages that are well sent and badly made. */
export const hostileMarkup: Readonly<Record<string, Misbehaviour>> = {
  'nests a hundred thousand elements': { routes: { '/hostile': page('<div>'.repeat(deep)) }, fates: fetched, ...roomy },
  'nests a hundred thousand lists of links': {
    routes: { '/hostile': page('<ul><li><a href=/real/0.html>x'.repeat(deep)) },
    fates: fetched,
    ...roomy,
  },
  'closes what was never opened': {
    routes: { '/hostile': page('</div></p></a>'.repeat(deep)) },
    fates: fetched,
    ...roomy,
  },
  'opens tags without end': { routes: { '/hostile': page('<a '.repeat(deep)) }, fates: fetched, ...roomy },
  'is all angle brackets': { routes: { '/hostile': page('<'.repeat(1_000_000)) }, fates: fetched, ...roomy },
  'is all comments': { routes: { '/hostile': page('<!--'.repeat(deep)) }, fates: fetched, ...roomy },
  'is all character references': { routes: { '/hostile': page('&'.repeat(1_000_000)) }, fates: fetched, ...roomy },
  'has an element of a hundred thousand attributes': {
    routes: { '/hostile': page(`<p ${Array.from({ length: deep }, (_, n) => `a${n}=1`).join(' ')}>`) },
    fates: fetched,
    ...roomy,
  },
  'has an attribute of 10 MB': {
    routes: { '/hostile': page(`<a href="/${'x'.repeat(10_000_000)}">x</a>`) },
    fates: fetched,
    ...roomy,
  },
  'is 30 MB of text': { routes: { '/hostile': page('<p>本局業務</p>\n'.repeat(1_500_000)) }, fates: fetched, ...roomy },
  'has a million links': {
    routes: {
      '/hostile': page(Array.from({ length: 1_000_000 }, (_, n) => `<a href=/l/${n}>`).join('')),
      '*': page('x'),
    },
    fates: { ...fetched, '/l/49999': 'skipped:trap:pattern', '/l/50000': 'skipped:trap:links' },
    mostRequests: 210,
    ...roomy,
  },
}
