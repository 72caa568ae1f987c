import { afterEach, expect, it } from 'vitest'
import type { ExamineTask } from '../../crawler/crawl-control.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith, type Route, type ServedSite, serve } from '../support/serve.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

function door(target: string): string {
  return `<!doctype html><html lang="zh-Hant-TW"><title>轉址</title><meta http-equiv="refresh" content="0;url=${target}">`
}

function page(links = ''): string {
  return `<!doctype html><html lang="zh-Hant-TW"><title>首頁</title><main>${'說明文字'.repeat(80)}${links}</main>`
}

async function crawled(
  routes: Record<string, string | Route>,
  choices: Parameters<typeof crawlSite>[1] = {},
): Promise<{ served: ServedSite; snapshot: Snapshot }> {
  const bare = { '/robots.txt': answerWith(404, {}), '/sitemap.xml': answerWith(404, {}) }
  const served = await serve({ ...bare, ...routes })
  open.push(served)
  const snapshot = await crawlSite(served.origin, choices)
  open.push(snapshot)
  return { served, snapshot }
}

function asked({ requests }: ServedSite): string[] {
  return requests.filter((path) => !/robots|sitemap|mingjing/.test(path))
}

it('the home page is where a door at the start address leads', async () => {
  const { served, snapshot } = await crawled({ '/': door('/mp.html'), '/mp.html': page() })
  expect(asked(served).slice(0, 2)).toEqual(['/', '/mp.html'])
  expect(snapshot.pageAt(`${served.origin}/`)?.refreshUrl).toBe(`${served.origin}/mp.html`)
  expect(snapshot.homePage()).toMatchObject({ url: `${served.origin}/mp.html`, refreshUrl: null, isShell: false })
})

it('doors that lead in a circle, or to themselves, are each asked for once', async () => {
  const { served, snapshot } = await crawled({
    '/': page('<a href="/a">a</a> <a href="/self">s</a>'),
    '/a': door('/b'),
    '/b': door('/c'),
    '/c': door('/a'),
    '/self': door('/self'),
  })
  for (const path of ['/a', '/b', '/c', '/self']) expect(asked(served).filter((one) => one === path)).toEqual([path])
  expect(snapshot.pageAt(`${served.origin}/self`)?.refreshUrl).toBeNull()
})

it('a start address whose doors lead in a circle stays the home page', async () => {
  const { served, snapshot } = await crawled({ '/': door('/b'), '/b': door('/') })
  expect(snapshot.homePage()?.url).toBe(`${served.origin}/`)
})

it('what stands behind a door to another spelling of its own address is asked for', async () => {
  const { served, snapshot } = await crawled({
    '/': door('/?lang=zh-tw'),
    '/?lang=zh-tw': page('<a href="/">首頁</a> <a href="/a">a</a>'),
    '/a': page(),
  })
  expect(fatesOf(snapshot)).toMatchObject({ '/': 'fetched', '/?lang=zh-tw': 'fetched', '/a': 'fetched' })
  expect(snapshot.homePage()?.url).toBe(`${served.origin}/?lang=zh-tw`)
})

it('doors into ever new sessions are left soon', async () => {
  let session = 0
  const { served } = await crawled({
    '/': page('<a href="/in">in</a>'),
    '*': (request, response) => {
      session += 1
      const isDoor = request.url?.startsWith('/in') === true
      response.writeHead(isDoor ? 200 : 404, { 'content-type': 'text/html' })
      response.end(isDoor ? door(`/in;jsessionid=s${session}`) : '')
    },
  })
  expect(asked(served).filter((path) => path.startsWith('/in'))).toHaveLength(3)
})

it('a door needs no browser; the page behind it is the start for one', async () => {
  const opened: unknown[] = []
  const examine = async ({ startUrl, pages }: ExamineTask) => {
    opened.push([startUrl, pages.map(({ url }) => url)])
    return { browserVersion: 'Test/1', browserMissing: null }
  }
  const choices = { policy: loopbackPolicy({ browser: 'sample' }), control: { examine } }
  const { served } = await crawled({ '/': door('/mp.html'), '/mp.html': page() }, choices)
  expect(opened).toEqual([[`${served.origin}/mp.html`, [`${served.origin}/mp.html`]]])
})

it('a site of which only a door was had ends as any other', async () => {
  const examine = async () => ({ browserVersion: 'Test/1', browserMissing: null })
  const choices = { policy: loopbackPolicy({ browser: 'sample' }), control: { examine } }
  const { snapshot } = await crawled({ '/': door('/gone') }, choices)
  expect(snapshot.run.outcome).toBe('complete')
  expect(fatesOf(snapshot)).toMatchObject({ '/': 'fetched', '/gone': 'fetched' })
})
