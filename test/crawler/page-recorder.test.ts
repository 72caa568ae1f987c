import { expect, it } from 'vitest'
import { Intake } from '../../crawler/intake.ts'
import { PageRecorder } from '../../crawler/page-recorder.ts'
import { PageReader } from '../../crawler/reading/page-reader.ts'
import { Scope } from '../../crawler/scope.ts'
import { Storms } from '../../crawler/storms.ts'
import { createSnapshot } from '../../store/snapshot/writer.ts'
import { loopbackPolicy } from '../support/policy.ts'

const origin = 'http://a.test'

function answeredSite() {
  const writer = createSnapshot(':memory:')
  const scope = new Scope(origin, { include: [], exclude: [], neverAsk: [] })
  const { traps } = loopbackPolicy().limits
  const intake = new Intake(writer.frontier, scope, traps)
  const parts = { intake, storms: new Storms(traps.alike), reader: new PageReader() }
  const recorder = new PageRecorder(writer, parts, scope, [])
  const url = `${origin}/list`
  writer.frontier.enqueue(url, { foundBy: 'link', hops: 1, priority: 1 })
  writer.frontier.settle(url, 'fetched', null)
  const body = writer.putBody(Buffer.from('<title>列表</title><a href="/b">下一頁</a>'), 'text/html')
  const facts = {
    status: 200,
    headers: {},
    mediaType: 'text/html',
    charset: null,
    body,
    bodyBytes: 1,
    truncated: false,
  }
  const asked = { url, finalUrl: url, redirects: [], via: 'static' as const, fetchedAt: '2026-11-22T02:03:04.000Z' }
  const found = { ...asked, durationMs: 1, tls: null, outcome: { kind: 'response' as const, ...facts } }
  const resource = { id: writer.addResource(found), ...found }
  const fateOf = (address: string) =>
    writer.database.prepare('SELECT state, reason FROM url WHERE url = ?').get(address) as object | undefined
  return { writer, recorder, resource, fateOf }
}

it('a page is read before it is written, and read no more when it is', async () => {
  const { writer, recorder, resource, fateOf } = answeredSite()
  const page = await recorder.read(resource)
  expect(page).toMatchObject({ title: '列表' })
  if (page !== null) recorder.record(resource, page, 1)
  expect(recorder.count).toBe(1)
  expect(fateOf(`${origin}/b`)).toEqual({ state: 'queued', reason: null })
  expect(await recorder.read(resource)).toBeNull()
  expect(writer.written.pageCount()).toBe(1)
})

it('a page that nobody could read has that as its fate, and is no page', async () => {
  const { writer, recorder, resource, fateOf } = answeredSite()
  recorder.record(resource, 'unread', 1)
  expect(fateOf(resource.url)).toEqual({ state: 'failed', reason: 'unread' })
  expect(writer.written.pageCount()).toBe(0)
  expect(recorder.count).toBe(0)
})
