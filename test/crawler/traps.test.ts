import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Traps } from '../../crawler/traps.ts'
import { loopbackPolicy } from '../support/policy.ts'

const caps = { calendar: 12, list: 20, pattern: 50, alike: 50, folder: 100, pathSegments: 10 }
const site = 'https://site.test'

/** `/s0/s1/s2`, of so many segments. */
function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `/s${at}`).join('')
}

/** How many of a thousand addresses are let through, and what cuts the others. */
function cutAmong(pathOf: (n: number) => string, given = caps): { kept: number; trap: string | null } {
  const traps = new Traps(given)
  let kept = 0
  let trap: string | null = null
  for (let n = 0; n < 1000; n += 1) {
    const cut = traps.cut(site + pathOf(n))
    if (cut === null) kept += 1
    trap ??= cut
  }
  return { kept, trap }
}

it.each([
  ['a calendar by month', (n: number) => `/cal?year=${n}&month=${(n % 12) + 1}`, 12, 'trap:calendar'],
  ['a calendar in the path', (n: number) => `/cal/${1900 + Math.floor(n / 12)}/${(n % 12) + 1}`, 12, 'trap:calendar'],
  ['a list without end', (n: number) => `/list?id=7&page=${n}`, 20, 'trap:list'],
  ['orders of a list', (n: number) => `/list?sort=${n}&dir=asc`, 20, 'trap:list'],
  ['a random query', (n: number) => `/x?rnd=a${n}z`, 50, 'trap:pattern'],
  ['numbers in the path', (n: number) => `/x/${n}/y`, 50, 'trap:pattern'],
  ['random names in one folder', (n: number) => `/x/a${'b'.repeat(n)}`, 100, 'trap:folder'],
  ['random folders in one folder', (n: number) => `/x/a${'b'.repeat(n)}/page.html`, 100, 'trap:folder'],
  ['random folders in folders', (n: number) => `/x/y${'b'.repeat(n % 40)}/z${'c'.repeat(n % 41)}/`, 100, 'trap:folder'],
  ['random first folders', (n: number) => `/a${'b'.repeat(n)}/page.html`, 100, 'trap:folder'],
  ['parameters that add up', (n: number) => `/x?${'a=1&'.repeat(n + 1)}`, 3, 'trap:query'],
  ['a path that grows', (n: number) => `/x${'/y'.repeat(n)}`, 6, 'trap:path'],
  ['a path that grows by new names', (n: number) => `/x${names(Math.min(n, 50))}`, 10, 'trap:path'],
])('%s ends by its cap', (_name, pathOf, kept, trap) => {
  expect(cutAmong(pathOf)).toEqual({ kept, trap })
})

it('two segments three times in a row are a link that grows; twice may be a place', () => {
  const traps = new Traps(caps)
  expect(traps.cut(`${site}/a/b/a/b/c`)).toBeNull()
  expect(traps.cut(`${site}/index/index/index`)).toBeNull()
  expect(traps.cut(`${site}/a/b/a/b/a/b`)).toBe('trap:path')
  expect(traps.cut(`${site}/z/a/b/c/a/b/c/a/b/c`)).toBe('trap:path')
  expect(traps.cut(`${site}/a/b/a/b/a/bc`)).toBeNull()
})

it('filters in ever new combinations end', () => {
  const filters = (n: number) => [...n.toString(2)].reverse().flatMap((bit, at) => (bit === '1' ? [`f${at}=1`] : []))
  const wide = { ...caps, pattern: 5000, folder: 5000 }
  expect(cutAmong((n) => `/search?${filters(n + 1).join('&')}`, wide)).toEqual({ kept: 100, trap: 'trap:query' })
})

it('each list has its own pages: fifty lists of ten pages are no trap', () => {
  const { traps } = loopbackPolicy().limits
  expect(cutAmong((n) => `/News.aspx?n=${n % 50}&page=${Math.floor(n / 50)}&PageSize=20`, traps)).toEqual({
    kept: 1000,
    trap: null,
  })
})

it.each([
  ['in the path', (n: number) => `/news/${n}`],
  ['in the query', (n: number) => `/News_Content.aspx?n=${n}&s=${n}`],
  ['as articles of a weblog', (n: number) => `/?p=${n}`],
  ['as files', (n: number) => `/files/${n}.pdf`],
])('a thousand real news pages with their number %s are all kept', (_where, pathOf) => {
  expect(cutAmong(pathOf, loopbackPolicy().limits.traps)).toEqual({ kept: 1000, trap: null })
})

it('five hundred pages of one list are all kept', () => {
  expect(cutAmong((n) => `/news?page=${n}`, loopbackPolicy().limits.traps).kept).toBe(500)
})

it('an address that was let through once stays so, and never counts twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('/a?page=', '/b/', '/c?x='), fc.nat(80)), { maxLength: 200 }),
      (all) => {
        const traps = new Traps(caps)
        const kept = new Set<string>()
        for (const [start, n] of all) {
          const url = `${site}${start}${n}`
          const cut = traps.cut(url)
          if (kept.has(url)) expect(cut).toBeNull()
          if (cut === null) kept.add(url)
        }
        expect([...kept].filter((url) => url.includes('page=')).length).toBeLessThanOrEqual(caps.list)
        expect([...kept].filter((url) => url.includes('/b/')).length).toBeLessThanOrEqual(caps.pattern)
      },
    ),
  )
})

it('a path made to be slow to read is read at once', () => {
  const before = performance.now()
  new Traps({ ...caps, pathSegments: 4000 }).cut(`${site}${'/aa'.repeat(1300)}b`)
  new Traps(caps).cut(`${site}/${'a'.repeat(4000)}/${'a'.repeat(4000)}b`)
  expect(performance.now() - before).toBeLessThan(500)
})

it('folders by number are one folder, and a known folder takes its pages when others have had their share', () => {
  expect(cutAmong((n) => `/news/${n}/${n % 7}.html`, { ...caps, pattern: 1000 })).toEqual({
    kept: 100,
    trap: 'trap:folder',
  })
  const traps = new Traps({ ...caps, pattern: 1000 })
  for (let n = 0; n < 200; n += 1) traps.cut(`${site}/x/a${'b'.repeat(n)}/page.html`)
  expect(traps.cut(`${site}/x/ab/other.html`)).toBeNull()
  expect(traps.cut(`${site}/x/new/other.html`)).toBe('trap:folder')
  expect(traps.cut(`${site}/y/new/other.html`)).toBeNull()
})
