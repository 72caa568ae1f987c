import { expect, it } from 'vitest'
import { oncePerPage, oncePerSnapshot } from '../../checks/once-per.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { snapshotOf } from '../support/snapshot-of.ts'

it('is found once a snapshot, whatever is found', async () => {
  const [one, other] = [await snapshotOf({ '/': '<p>甲' }), await snapshotOf({ '/': '<p>乙' })]
  const asked: Snapshot[] = []
  const find = oncePerSnapshot((snapshot: Snapshot) => {
    asked.push(snapshot)
    return null
  })
  for (const snapshot of [one, one, other, one]) expect(find(snapshot)).toBeNull()
  expect(asked).toEqual([one, other])
})

it('is found anew with other words', async () => {
  const snapshot = await snapshotOf({ '/': '<p>甲' })
  const find = oncePerSnapshot((_snapshot: Snapshot, words: readonly string[]) => words.join(' '))
  const [some, others] = [['a', 'b'], ['c']]
  expect([find(snapshot, some), find(snapshot, others), find(snapshot, some)]).toEqual(['a b', 'c', 'a b'])
})

it('is found once a page, and anew when more pages were asked for than are kept', async () => {
  const snapshot = await snapshotOf({ '/': '<a href=/b>b</a>', '/b': '<p>乙' })
  const [first, second] = snapshot.pages() as [Page, Page]
  const asked: string[] = []
  const find = oncePerPage((_snapshot: Snapshot, { url }: Page) => asked.push(new URL(url).pathname), 1)
  for (const page of [first, first, second, second, first]) find(snapshot, page)
  expect(asked).toEqual(['/', '/b', '/'])
})
