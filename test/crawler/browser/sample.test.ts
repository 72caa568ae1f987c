import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CandidatePage } from '../../../crawler/browser/candidate-page.ts'
import { type Choice, choosePages } from '../../../crawler/browser/sample.ts'

const start = 'http://a.test/'

const choice: Choice = { mode: 'sample', startUrl: start, randomRest: { share: 0, atLeast: 0 }, seed: 'one' }

function page(url: string, change: Partial<CandidatePage> = {}): CandidatePage {
  return { id: 1, url, templateId: 'news', isShell: false, isKey: false, ...change }
}

function urlsOf(pages: readonly CandidatePage[]): string[] {
  return pages.map((one) => one.url.replace(start, '/'))
}

const site = [
  page(`${start}n/3`),
  page(`${start}n/1`),
  page(`${start}n/2`),
  page(`${start}n/9`, { isShell: true }),
  page(`${start}map`, { templateId: 'map', isKey: true }),
  page(start, { templateId: 'home' }),
  page(`${start}n/8`, { isKey: true }),
]

it('a sample holds the start page first, key pages, every shell and the first page of each template', () => {
  expect(urlsOf(choosePages(choice, site))).toEqual(['/', '/map', '/n/1', '/n/8', '/n/9'])
})

it('pages are added until everything that rules read was seen, the one that shows most that is new first', () => {
  const pages = [
    page(start, { surface: [1, 2] }),
    page(`${start}a`, { surface: [1, 2] }),
    page(`${start}b`, { surface: [1, 3] }),
    page(`${start}c`, { surface: [3, 4, 5] }),
    page(`${start}d`, { surface: [2, 5, 6] }),
    page(`${start}e`, { surface: [4, 5] }),
  ]
  expect(urlsOf(choosePages(choice, pages))).toEqual(['/', '/c', '/d'])
})

it('every page is opened when all are asked for, none when the browser is switched off', () => {
  expect(urlsOf(choosePages({ ...choice, mode: 'all' }, site))).toEqual([
    '/',
    '/map',
    '/n/1',
    '/n/2',
    '/n/3',
    '/n/8',
    '/n/9',
  ])
  expect(choosePages({ ...choice, mode: 'none' }, site)).toEqual([])
})

it('the sample does not depend on the order in which pages were found', () => {
  const pages = fc.uniqueArray(
    fc.record({
      id: fc.nat(),
      url: fc.nat(99).map((n) => `${start}${n}`),
      templateId: fc.constantFrom('a', 'b', 'c'),
      isShell: fc.boolean(),
      isKey: fc.boolean(),
      surface: fc.array(fc.nat(12)),
    }),
    { selector: (one) => one.url },
  )
  const shuffled = pages.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, ([found, otherwise]) => {
      const here = { ...choice, startUrl: found[0]?.url ?? '', randomRest: { share: 0.2, atLeast: 1 } }
      expect(choosePages(here, otherwise)).toEqual(choosePages(here, found))
    }),
  )
})

it('some of the pages left are drawn by the seed: the same ones again, other ones by another seed', () => {
  const pages = Array.from({ length: 200 }, (_, n) => page(`${start}n/${n}`))
  const draw = (seed: string, share: number, atLeast: number) =>
    urlsOf(choosePages({ ...choice, seed, randomRest: { share, atLeast } }, pages))
  expect(draw('one', 0.05, 3)).toHaveLength(1 + 10)
  expect(draw('one', 0.05, 3)).toEqual(draw('one', 0.05, 3))
  expect(draw('two', 0.05, 3)).not.toEqual(draw('one', 0.05, 3))
  expect(draw('one', 0.001, 3)).toHaveLength(1 + 3)
  expect(draw('one', 0.05, 3)).toEqual(expect.arrayContaining(draw('one', 0.001, 3)))
  expect(draw('one', 0, 500)).toHaveLength(200)
})
