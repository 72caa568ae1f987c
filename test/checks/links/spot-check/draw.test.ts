import { expect, it } from 'vitest'
import { drawPages } from '../../../../checks/links/spot-check/draw.ts'
import type { Page } from '../../../../store/model/page.ts'
import type { Run } from '../../../../store/model/run.ts'
import { runOf } from '../../../support/run-of.ts'

function pagesAt(origin: string, count: number): Page[] {
  return Array.from({ length: count }, (_, index) => ({ url: `${origin}/p${index}` }) as Page)
}

function runWith(seed: string, origin = 'http://agency.test'): Run {
  const run = runOf(origin)
  return { ...run, policy: { ...run.policy, seed } }
}

const pages = pagesAt('http://agency.test', 40)
const paths = (drawn: readonly Page[]): string[] => drawn.map(({ url }) => new URL(url).pathname)

it('the same seed draws the same pages, in whatever order they come and wherever a copy is served', () => {
  const first = paths(drawPages(pages, 15, 'joint', runWith('a')))
  expect(new Set(first).size).toBe(15)
  expect(paths(drawPages([...pages].reverse(), 15, 'joint', runWith('a')))).toEqual(first)
  const copy = drawPages(pagesAt('http://127.0.0.1:8080', 40), 15, 'joint', runWith('a', 'http://127.0.0.1:8080'))
  expect(paths(copy)).toEqual(first)
})

it('another seed and another draw draw other pages', () => {
  const first = paths(drawPages(pages, 15, 'joint', runWith('a')))
  expect(paths(drawPages(pages, 15, 'joint', runWith('b')))).not.toEqual(first)
  expect(paths(drawPages(pages, 15, 'links', runWith('a')))).not.toEqual(first)
})

it('every page is drawn about as often as any other, and so is every pair', () => {
  const [times, pairs] = [new Map<string, number>(), { both: 0 }]
  const rounds = 2000
  for (let seed = 0; seed < rounds; seed += 1) {
    const drawn = paths(drawPages(pages, 15, 'joint', runWith(String(seed))))
    for (const path of drawn) times.set(path, (times.get(path) ?? 0) + 1)
    if (drawn.includes('/p0') && drawn.includes('/p1')) pairs.both += 1
  }
  // 15 of 40: 750 each, standard deviation 22; a pair 15 x 14 / (40 x 39): 269, standard deviation 15.
  for (const count of times.values()) expect(Math.abs(count - 750)).toBeLessThan(110)
  expect(times.size).toBe(40)
  expect(Math.abs(pairs.both - 269)).toBeLessThan(75)
})
