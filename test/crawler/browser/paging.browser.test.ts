import { expect, it } from 'vitest'
import { examinePages } from '../../../crawler/browser/examine.ts'
import type { ExamineTask } from '../../../crawler/crawl-control.ts'
import type { PagingArtifact } from '../../../store/model/artifact.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { webFormsList } from '../../support/web-forms.ts'
import { browserPath } from './browser-site.ts'

const policy = loopbackPolicy({ browser: 'sample' })
const examine = (task: ExamineTask) => examinePages({ ...task, executablePath: browserPath() })

function pagingOf(snapshot: Snapshot): PagingArtifact | null {
  const [artifact] = snapshot.artifacts('paging')
  return artifact === undefined ? null : snapshot.artifactContent<PagingArtifact>(artifact)
}

it('a list that posts itself back is turned to its end, and nothing else is ever sent', async () => {
  const list = webFormsList(12)
  const served = await site({ ...list.routes, '/': '<p><a href="/list.aspx">公告</a>' })
  const snapshot = await crawled(served.origin, { policy, control: { examine } })
  const items = snapshot.pages().filter(({ url }) => url.includes('/item/'))
  expect(items).toHaveLength(36)
  expect(list.steps).toEqual(Array.from({ length: 11 }, (_, at) => `ctl00$Main$GridView1 Page$${at + 2}`))
  expect(list.others).toEqual([])
  expect(pagingOf(snapshot)).toMatchObject({ detail: 'complete', otherPagers: 0 })
  expect(pagingOf(snapshot)?.steps.at(-1)?.html).toContain('公告36')
  const found = snapshot.urlFates().filter(({ foundBy }) => foundBy === 'paging')
  expect(found).toHaveLength(33)
  expect(snapshot.run.requests.probes).toBe(11)
})

it('a list whose script fetches the next page and puts it in place, in its own time, is turned to its end', async () => {
  const list = webFormsList(4, { isPartial: true })
  const served = await site({ ...list.routes, '/': '<p><a href="/list.aspx">公告</a>' })
  const snapshot = await crawled(served.origin, { policy, control: { examine } })
  expect(list.steps).toEqual([2, 3, 4].map((page) => `ctl00$Main$GridView1 Page$${page}`))
  expect(list.others).toEqual([])
  expect(pagingOf(snapshot)?.detail).toBe('complete')
  expect(snapshot.pages().filter(({ url }) => url.includes('/item/'))).toHaveLength(12)
})

it('a longer list is turned twenty times, and says that there is more', async () => {
  const list = webFormsList(30)
  const served = await site({ ...list.routes, '/': '<p><a href="/list.aspx">公告</a>' })
  const snapshot = await crawled(served.origin, { policy, control: { examine } })
  expect(list.steps).toHaveLength(20)
  expect(list.others).toEqual([])
  expect(pagingOf(snapshot)?.detail).toBe('budget')
  expect(snapshot.pages().filter(({ url }) => url.includes('/item/'))).toHaveLength(63)
})

it('of two lists the first is turned, and the other is named as left', async () => {
  const second = `<p><a href="javascript:__doPostBack('ctl00$Side$GridView2','Page$2')">2</a></p>`
  const list = webFormsList(3, { beside: second })
  const served = await site({ ...list.routes, '/': '<p><a href="/list.aspx">公告</a>' })
  const snapshot = await crawled(served.origin, { policy, control: { examine } })
  expect(list.steps).toEqual([2, 3].map((page) => `ctl00$Main$GridView1 Page$${page}`))
  expect(list.others).toEqual([])
  expect(pagingOf(snapshot)).toMatchObject({ detail: 'complete', otherPagers: 1 })
})

it('without a way to send, the page is looked at and nothing is sent', async () => {
  const list = webFormsList(3)
  const served = await site({ ...list.routes, '/': '<p><a href="/list.aspx">公告</a>' })
  const mute = ({ postback: _postback, ...task }: ExamineTask) => examine(task)
  const snapshot = await crawled(served.origin, { policy, control: { examine: mute } })
  expect([list.steps, list.others]).toEqual([[], []])
  expect(pagingOf(snapshot)).toBeNull()
})
