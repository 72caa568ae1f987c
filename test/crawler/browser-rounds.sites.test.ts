import { afterEach, expect, it } from 'vitest'
import type { ExamineTask } from '../../crawler/crawl-control.ts'
import type { StoredAnswer } from '../../crawler/stored-answer.ts'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith, redirectTo, type ServedSite, serve } from '../support/serve.ts'

const open: { close(): unknown }[] = []
const policy = loopbackPolicy({ browser: 'sample' })

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function site(routes: Parameters<typeof serve>[0]): Promise<ServedSite> {
  const served = await serve(routes)
  open.push(served)
  return served
}

/** Stores what a browser would have found on a page. */
function renderedLinks(task: ExamineTask, pageId: number, urls: readonly string[]): void {
  const links = urls.map((url) => ({ url, text: 'x' }))
  const artifact = { status: 'rendered', detail: null, textLength: 500, isStable: true, links }
  const body = task.writer.putBody(Buffer.from(JSON.stringify(artifact)), 'application/json')
  task.writer.addArtifact({ pageId, name: 'rendering', observerVersion: 1, body })
}

it('what the crawl has is answered from the snapshot, what it lacks is asked for once, redirects are replayed', async () => {
  const served = await site({
    '/': '<p>home',
    '/font.woff2': answerWith(200, { 'content-type': 'font/woff2', 'content-length': '4' }, 'font'),
    '/hop': redirectTo('/font.woff2', 301),
    '/robots.txt': 'User-agent: *\nDisallow: /closed\n',
  })
  const answers: Record<string, StoredAnswer | null> = {}
  const examine = async (task: ExamineTask) => {
    for (const path of ['/', '/hop#x', '/hop', '/font.woff2', '/gone', '/closed', 'http://127.0.0.2:9/x', ':bad']) {
      answers[path] = await task.answer(
        URL.canParse(path, served.origin) ? new URL(path, served.origin).href : path,
        task.signal,
      )
    }
    return { browserVersion: 'Test/1', browserMissing: null }
  }
  const snapshot = await crawlSite(served.origin, { policy, control: { examine } })
  expect(answers['/']?.status).toBe(200)
  expect(answers['/hop']).toMatchObject({
    status: 301,
    headers: { location: `${served.origin}/font.woff2` },
    body: null,
  })
  expect(answers['/font.woff2']).toMatchObject({ status: 200, headers: { 'content-type': 'font/woff2' } })
  expect(answers['/font.woff2']?.headers).not.toHaveProperty('content-length')
  expect(answers['/gone']?.status).toBe(404)
  expect([answers['/closed'], answers['http://127.0.0.2:9/x']]).toEqual([null, null])
  const { first } = snapshot.run.requests
  expect(new Set(served.requests.slice(0, first)).size).toBe(first)
  expect(served.requests.slice(first).toSorted()).toEqual(['/:bad', '/gone'])
  expect(served.requests).not.toContain('/closed')
  expect(fatesOf(snapshot)).toMatchObject({ '/closed': 'skipped:robots', '/font.woff2': 'fetched', '/gone': 'fetched' })
  expect(snapshot.resourceAt(`${served.origin}/hop`)?.via).toBe('browser')
  expect(snapshot.run).toMatchObject({
    browserVersion: 'Test/1',
    requests: { confirmations: 2, retries: 0, external: 0 },
  })
  snapshot.close()
})

it('other hosts are asked for parts of a page only when the operator lets us, and counted apart', async () => {
  const served = await site({ '/': '<p>home' })
  const other = await site({ '/lib.js': 'x' })
  const examine = async (task: ExamineTask) => {
    expect(await task.answer(`${other.origin}/lib.js`, task.signal)).toMatchObject({ status: 200 })
    expect(await task.answer(`${other.origin}/lib.js`, task.signal)).toMatchObject({ status: 200 })
    return { browserVersion: 'Test/1', browserMissing: null }
  }
  const choices = { policy: { ...policy, external: 'check' as const }, control: { examine } }
  const snapshot = await crawlSite(served.origin, choices)
  expect(snapshot.run.requests).toMatchObject({ first: served.requests.length, external: 1 })
  expect(other.requests).toEqual(['/lib.js'])
  expect(snapshot.urlFates().every(({ url }) => url.startsWith(served.origin))).toBe(true)
  snapshot.close()
})

it('pages only scripts lead to are crawled afterwards, and their shells looked at in turn', async () => {
  const served = await site({
    '/': '<title>t</title><div id=app></div>',
    '/deep': '<title>t</title><div id=app></div>',
    '/deeper': '<p>end',
    '/file.pdf': new Uint8Array([37, 80, 68, 70]),
  })
  const rounds: string[][] = []
  const examine = async (task: ExamineTask) => {
    rounds.push(task.pages.map((page) => new URL(page.url).pathname))
    for (const page of task.pages) {
      const { pathname } = new URL(page.url)
      const next = { '/': ['/deep#a', '/file.pdf'], '/deep': ['/deeper', 'http://other.test/'] }[pathname] ?? []
      renderedLinks(
        task,
        page.id,
        next.map((path) => new URL(path, served.origin).href),
      )
    }
    return { browserVersion: 'Test/1', browserMissing: null }
  }
  const snapshot = await crawlSite(served.origin, { policy, control: { examine } })
  expect(rounds).toEqual([['/'], ['/deep'], ['/deeper']])
  expect(snapshot.pages().map((page) => new URL(page.url).pathname)).toEqual(['/', '/deep', '/deeper'])
  expect(snapshot.documents().map((file) => file.fileName)).toEqual(['file.pdf'])
  expect(snapshot.urlFates().find(({ url }) => url.endsWith('/deep'))?.foundBy).toBe('rendering')
  snapshot.close()
})

it('what the start page labels as disclosure or news is a key page, and the page with the newest date of its own', async () => {
  const served = await site({
    '/': '<main><a href="/open">政府資訊公開專區</a><a href="/moved">最新消息</a><a href="/b">組織</a></main>',
    '/open': '<main><a href="/a">甲</a>更新日期：2026-11-01</main>',
    '/moved': redirectTo('/news', 302),
    '/news': '<main>2026-11-21 <a href="/tomorrow">明日</a></main>',
    '/a': '<main>發布日期：2026-11-20</main>',
    '/b': '<main>發布日期：2026-11-19</main>',
    '/tomorrow': '<main>活動日期：2026-12-24</main>',
  })
  let keys: string[] = []
  const examine = async (task: ExamineTask) => {
    keys = task.pages.filter((page) => page.isKey).map((page) => new URL(page.url).pathname)
    return { browserVersion: null, browserMissing: 'none-found' }
  }
  const control = { examine, keyLabels: ['資訊公開', '^最新消息$'] }
  const snapshot = await crawlSite(served.origin, { policy, control })
  expect(keys).toEqual(['/', '/a', '/news', '/open'])
  snapshot.close()
})

it('the start page, the site map and the first page with a form of its own are key pages', async () => {
  const search = '<form role=search><input name=q></form>'
  const served = await site({
    '/': `${search}<a href="/map">網站導覽</a><a href="/a">a</a><a href="/mail">m</a>`,
    '/map': search,
    '/a': search,
    '/mail': `${search}<form><textarea name=body></textarea></form>`,
  })
  let keys: string[] = []
  const examine = async (task: ExamineTask) => {
    keys = task.pages.filter((page) => page.isKey).map((page) => new URL(page.url).pathname)
    return { browserVersion: null, browserMissing: 'none-found' }
  }
  const snapshot = await crawlSite(served.origin, { policy, control: { examine } })
  expect(keys).toEqual(['/', '/mail', '/map'])
  expect(snapshot.run).toMatchObject({ outcome: 'complete', browserMissing: 'none-found' })
  snapshot.close()
})
