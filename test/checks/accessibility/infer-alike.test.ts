import { expect, it } from 'vitest'
import { pagesInferred, type Surfaces } from '../../../checks/accessibility/infer-alike.ts'
import { snapshotOf } from '../../support/snapshot-of.ts'

const snapshot = await snapshotOf(Object.fromEntries(['/', '/1', '/2', '/3', '/4'].map((path) => [path, '<p>內容'])))
const pages = snapshot.pages()

/** Which of the pages 0 to 4 are inferred, by their features. */
function inferred(features: number[][], seen: number[], examined: number[]): number[] {
  const ids = pages.map(({ id }) => id)
  const idsOf = (indexes: number[]) => new Set(indexes.map((index) => ids[index] ?? -1))
  const surfaces: Surfaces = new Map(features.map((one, index) => [ids[index] ?? -1, new Set(one)]))
  const free = examined.filter((index) => !seen.includes(index))
  return pagesInferred(surfaces, pages, idsOf(seen), idsOf(examined), idsOf(free)).map(({ id }) => ids.indexOf(id))
}

it('pages that show what sets the barrier apart are inferred, others are not', () => {
  const features = [[1, 2, 9], [1, 2], [1, 9], [1, 3], [9]]
  expect(inferred(features, [0], [0, 1])).toEqual([2, 4])
})

it('of five things that set a page apart four are enough, three are not', () => {
  const features = [[1, 5, 6, 7, 8, 9], [1], [1, 5, 6, 7, 8], [1, 5, 6, 7], [1]]
  expect(inferred(features, [0], [0, 1])).toEqual([2])
})

it('what pages with the barrier do not have in common is not asked for', () => {
  expect(inferred([[1, 9, 5], [1, 9, 6], [1, 9], [1], [1]], [0, 1], [0, 1, 3])).toEqual([2])
})

it('where nothing sets them apart, a page must show all they have in common', () => {
  expect(inferred([[1, 2], [1, 2, 3], [1, 2], [1], [2]], [0], [0, 1])).toEqual([2])
  expect(inferred([[1, 2], [1, 2], [1], [1, 2, 3], [2]], [0], [0])).toEqual([1, 3])
})
