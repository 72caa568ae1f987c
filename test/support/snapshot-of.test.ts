import { expect, it } from 'vitest'
import { docx, odt } from './sample-files.ts'
import { snapshotOf } from './snapshot-of.ts'

const origin = 'http://agency.test'

it('a site made of files is stored as a crawl would store it', async () => {
  const snapshot = await snapshotOf({
    '/': '<html lang="zh-Hant"><title>首頁</title><link rel="stylesheet" href="/a.css"><a href="/faq">常見問答</a><a href="/gone">x</a>',
    '/faq': '<main><a href="/a.odt">申請書</a><a href="/unknown">?</a></main>',
    '/a.odt': odt(),
    '/a.css': 'body { color: black }',
    '/gone': { status: 404, body: '<p>找不到您的頁面' },
  })
  expect(snapshot.pages().map((page) => [page.url, page.depthHops])).toEqual([
    [`${origin}/`, 0],
    [`${origin}/faq`, 1],
  ])
  expect(snapshot.documents().map((file) => [file.fileName, file.named, file.served, file.detected])).toEqual([
    ['a.odt', 'odt', 'odt', 'odt'],
  ])
  const home = snapshot.pageAt(`${origin}/`)
  const outcomes = snapshot
    .linksOf(home?.id ?? 0)
    .map(({ targetId }) => targetId && snapshot.resource(targetId).outcome)
  expect(outcomes).toMatchObject([{ status: 200 }, { status: 200 }, { status: 404 }])
  expect(snapshot.pageResources(home?.id ?? 0)).toMatchObject([{ kind: 'style' }])
  snapshot.close()
})

it('an address that stands nowhere was never asked for, an unfetched one is known and skipped', async () => {
  const files = { '/': '<a href="/unknown">a</a><a href="/later">b</a>' }
  const snapshot = await snapshotOf(files, { unfetched: ['/later'] })
  expect([...snapshot.links()].map((link) => link.targetId)).toEqual([null, null])
  expect(snapshot.urlFates().map(({ url, state, reason }) => [url, state, reason])).toEqual([
    [`${origin}/`, 'fetched', null],
    [`${origin}/later`, 'skipped', 'budget:pages'],
  ])
  snapshot.close()
})

it('a redirect is a resource of its own whose end is the page', async () => {
  const snapshot = await snapshotOf({
    '/': '<a href="/old">舊址</a>',
    '/old': { redirect: '/new' },
    '/new': '<p>新址',
    '/down': { failure: 'refused' },
  })
  const old = snapshot.resourceAt(`${origin}/old`)
  expect(old).toMatchObject({ finalUrl: `${origin}/new`, redirects: [{ status: 302 }], outcome: { status: 200 } })
  expect(snapshot.pageAt(`${origin}/old`)).toMatchObject({ url: `${origin}/new`, depthHops: 1 })
  expect(snapshot.resourceAt(`${origin}/down`)?.outcome).toMatchObject({ kind: 'failure', code: 'refused' })
  snapshot.close()
})

it('artifacts, run and agency are as the test says', async () => {
  const axe = { axeVersion: '4', status: 'examined' as const, detail: null, isStable: true, groups: [] }
  const options = { artifacts: { '/': { axe } }, agency: { kind: 'school' as const }, run: { isFolder: true } }
  const snapshot = await snapshotOf({ '/': 'x', 'http://other.test/': 'y' }, options)
  const [artifact] = snapshot.artifacts('axe')
  expect(artifact && snapshot.artifactContent(artifact)).toEqual(axe)
  expect(snapshot.run).toMatchObject({ isFolder: true, agency: { id: 'agency.test', kind: 'school' } })
  expect(snapshot.pages()).toHaveLength(1)
  expect(snapshot.resourceAt('http://other.test/')?.outcome).toMatchObject({ status: 200 })
  snapshot.close()
})

it('a file is judged by its bytes, not by its name', async () => {
  const snapshot = await snapshotOf({ '/': '<a href="/form.odt">x</a>', '/form.odt': docx() })
  expect(snapshot.documents()).toMatchObject([{ named: 'odt', detected: 'docx', facts: { isReadable: true } }])
  snapshot.close()
})
