import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Run } from '../../../store/model/run.ts'
import type { ExtractedLink, ExtractedPage } from '../../../store/snapshot/extracted-page.ts'
import { openSnapshot } from '../../../store/snapshot/open.ts'
import { sealSnapshot } from '../../../store/snapshot/unfinished.ts'
import { createSnapshot, type SnapshotWriter } from '../../../store/snapshot/writer.ts'

const origin = 'http://site.test'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'mingjing-'))
}

function linkTo(target: string, start: number): ExtractedLink {
  const place = { selector: 'a', region: 'main' as const, start, end: start + 1 }
  return { kind: 'hyperlink', href: target, url: target, target, text: target, ...place }
}

function pageWith(links: ExtractedLink[]): ExtractedPage {
  const facts = {
    encoding: 'utf-8',
    title: 't',
    language: 'zh-Hant-TW',
    mainText: '',
    textLength: 0,
    isShell: false,
    refreshUrl: null,
  }
  return { ...facts, templateId: 'x', surface: [], links, metaTags: [], headings: [], dates: [], forms: [] }
}

function addPage(writer: SnapshotWriter, path: string, links: string[]): void {
  const url = origin + path
  const body = writer.putBody(Buffer.from(`<p>${path}`), 'text/html')
  const resourceId = writer.addResource({
    url,
    finalUrl: url,
    redirects: [],
    via: 'static',
    fetchedAt: '2026-11-22T00:00:00.000Z',
    durationMs: 1,
    tls: null,
    outcome: {
      kind: 'response',
      status: 200,
      headers: {},
      mediaType: 'text/html',
      charset: null,
      body,
      bodyBytes: 4,
      truncated: false,
    },
  })
  const page = pageWith(links.map((link, index) => linkTo(new URL(link, origin).href, index)))
  writer.addPage(page, { url, resourceId, body, isInternal: (target) => target.startsWith(origin) })
}

function sealedSite(path: string): string {
  const writer = createSnapshot(path)
  addPage(writer, '/deep', [])
  addPage(writer, '/near', ['/deep', '/'])
  addPage(writer, '/', ['/near', '/missing', 'http://other.test/'])
  addPage(writer, '/island', ['/'])
  writer.setRun({ id: 'r', start: `${origin}/` } as Run)
  writer.finish(`${origin}/`)
  return sealSnapshot(writer, path)
}

it('the distance of a page is the shortest path over links, however the crawl came by', () => {
  const path = join(folder(), 'snapshot.sqlite')
  sealedSite(path)
  const snapshot = openSnapshot(path)
  const hops = snapshot.pages().map((page) => [page.url.replace(origin, ''), page.depthHops])
  expect(hops).toEqual([
    ['/', 0],
    ['/deep', 2],
    ['/island', null],
    ['/near', 1],
  ])
  const deep = snapshot.pageAt(`${origin}/deep`)
  expect(snapshot.link(deep?.foundByLinkId ?? -1).pageId).toBe(snapshot.pageAt(`${origin}/near`)?.id)
  snapshot.close()
})

it('a link knows the resource it leads to, and none when that was not asked for', () => {
  const path = join(folder(), 'snapshot.sqlite')
  sealedSite(path)
  const snapshot = openSnapshot(path)
  const links = snapshot.linksOf(snapshot.pageAt(`${origin}/`)?.id ?? -1)
  expect(links.map((link) => link.targetId !== null)).toEqual([true, false, false])
  expect(links.map((link) => link.isInternal)).toEqual([true, true, false])
  snapshot.close()
})

it('links read page by page are what the stored view tells, and what several pages say alike is told first where it stands first', () => {
  const path = join(folder(), 'snapshot.sqlite')
  sealedSite(path)
  const snapshot = openSnapshot(path)
  const view = new SqliteDatabase(path, { readonly: true }).prepare(
    'SELECT link.* FROM link JOIN page ON page.id = pageId ORDER BY page.url, link.start, link.id',
  )
  const all = [...snapshot.links()]
  expect(all.map((link) => ({ ...link, isInternal: Number(link.isInternal) }))).toEqual(view.all())
  expect(all.map(({ id }) => snapshot.link(id))).toEqual(all)
  const pathsOf = (links: Iterable<{ pageId: number; href: string }>) =>
    [...links].map(({ pageId, href }) => [snapshot.page(pageId).url, href].join(' ').replaceAll(origin, ''))
  expect(pathsOf(all)).toEqual(['/ /near', '/ /missing', '/ http://other.test/', '/island /', '/near /deep', '/near /'])
  expect(pathsOf(snapshot.firstLinks())).toEqual(pathsOf(all).filter((one) => one !== '/near /'))
  snapshot.close()
})

it('a second answer stands beside the first, which stays; most resources have none', () => {
  const path = join(folder(), 'snapshot.sqlite')
  const writer = createSnapshot(path)
  for (const page of ['/', '/a', '/b']) addPage(writer, page, [])
  const idOf = (page: string) => writer.resourceIdAt(origin + page) ?? -1
  const askedAt = '2026-11-22T00:01:00.000Z'
  const answered = { resourceId: idOf('/a'), askedAt, outcome: { kind: 'response' as const, status: 404 } }
  const failed = { resourceId: idOf('/b'), askedAt, outcome: { kind: 'failure' as const, code: 'refused' as const } }
  writer.addConfirmation(answered)
  writer.addConfirmation(failed)
  expect(() => writer.addConfirmation(answered)).toThrow('UNIQUE')
  writer.setRun({ id: 'r', start: `${origin}/` } as Run)
  const none = idOf('/')
  sealSnapshot(writer, path)
  const snapshot = openSnapshot(path)
  expect(snapshot.confirmationOf(answered.resourceId)).toEqual(answered)
  expect(snapshot.confirmationOf(failed.resourceId)).toEqual(failed)
  expect(snapshot.confirmationOf(none)).toBeNull()
  expect(snapshot.resource(answered.resourceId).outcome).toMatchObject({ status: 200 })
  snapshot.close()
})

it('a sealed snapshot is one file whose bytes depend on the site alone', () => {
  const [a, b] = [join(folder(), 'snapshot.sqlite'), join(folder(), 'snapshot.sqlite')]
  expect(sealedSite(a)).toBe(sealedSite(b))
})

it('a body comes back as the bytes that were put', () => {
  const writer = createSnapshot(':memory:')
  const content = Buffer.from([0, 255, 1, 2])
  expect(writer.getBody(writer.putBody(content, null))).toEqual(content)
  expect(writer.getBody(writer.putBody(content, 'application/pdf'))).toEqual(content)
  expect(writer.getBody('0'.repeat(64))).toBeNull()
})

it('a missing file, a file of another kind and a snapshot of another version are told apart', () => {
  const path = join(folder(), 'x.sqlite')
  expect(() => openSnapshot(path)).toThrow(expect.objectContaining({ code: 'snapshot/missing' }))
  writeFileSync(path, 'no database at all, and longer than a header would be '.repeat(40))
  expect(() => openSnapshot(path)).toThrow(expect.objectContaining({ code: 'snapshot/unreadable' }))
  const old = join(folder(), 'old.sqlite')
  const database = new SqliteDatabase(old)
  database.pragma('user_version = 77')
  database.close()
  expect(() => openSnapshot(old)).toThrow(expect.objectContaining({ code: 'snapshot/version', fault: 'machine' }))
})

it('each URL enters the frontier once, lower priorities leave it first', () => {
  const { frontier } = createSnapshot(':memory:')
  const discovery = { foundBy: 'link', hops: 1, priority: 1 }
  expect(frontier.enqueue('http://a/1', discovery)).toBe(true)
  expect(frontier.enqueue('http://a/1', discovery)).toBe(false)
  frontier.enqueue('http://a/2', { ...discovery, priority: 0 })
  frontier.skip('http://a/3', 'robots', discovery)
  expect(frontier.lease(5).map((queued) => queued.url)).toEqual(['http://a/2', 'http://a/1'])
  frontier.settle('http://a/1', 'fetched', null)
  expect(frontier.counts()).toEqual({ queued: 0, leased: 1, fetched: 1, failed: 0, skipped: 1 })
})
