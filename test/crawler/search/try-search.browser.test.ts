import { expect, it } from 'vitest'
import { searchSense } from '../../../cli/search-sense.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { useSiteSearch } from '../../../crawler/browser/use-site-search.ts'
import type { CrawlControl } from '../../../crawler/crawl-control.ts'
import type { SearchPurpose, SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { html, page, type Search, searchedSite } from '../../support/searched-site.ts'
import type { Route, ServedSite } from '../../support/serve.ts'
import { browserPath } from '../browser/browser-site.ts'

const policy = loopbackPolicy({ browser: 'sample' })
const searching: Partial<CrawlControl> = {
  examine: async () => ({ browserVersion: 'Test/1', browserMissing: null }),
  search: { sense: searchSense(readTerms().search), use: (task) => useSiteSearch(task, browserPath()) },
}

interface Tried {
  trial: SearchTrialArtifact
  snapshot: Snapshot
  served: ServedSite
  /** Method and address of everything asked of the search. */
  sent: string[]
}

async function tried(search: Search, more: Record<string, Route> = {}, control = searching): Promise<Tried> {
  const sent: string[] = []
  const routes = Object.entries(searchedSite(search, more)).map(([path, route]): [string, Route] => [
    path,
    (request, response) => {
      if (/search|find/.test(request.url ?? '')) sent.push(`${request.method} ${request.url}`)
      if (typeof route === 'function') route(request, response)
      else html(response, String(route))
    },
  ])
  const served = await site(Object.fromEntries(routes))
  const snapshot = await crawled(served.origin, { policy, control })
  const [artifact] = snapshot.artifacts('search-trial')
  if (artifact === undefined) throw new Error('no trial was kept')
  return { trial: snapshot.artifactContent<SearchTrialArtifact>(artifact), snapshot, served, sent }
}

const queryFor = ({ queries }: SearchTrialArtifact, purpose: SearchPurpose): SearchQuery | undefined =>
  queries.find((query) => query.purpose === purpose)

const linksOf = (query: SearchQuery | undefined) => (query?.links ?? []).map(({ url }) => new URL(url).pathname)

const getBox = '<form action="/search"><input name="q" title="請輸入關鍵字"><button>搜尋</button></form>'
const advanced = `<form action="/search"><input name="q" title="關鍵字">
  <select name="field" title="檢索欄位"><option value="">全文</option><option value="title">標題</option></select>
  <select name="section" title="分類"><option value="">全部</option><option value="a">甲類</option><option value="b">乙類</option></select>
  <button>進階搜尋</button></form>`

it('a GET form is asked six things, and what it shows is kept', async () => {
  const { trial, snapshot, sent } = await tried({ box: getBox, further: advanced })
  expect(trial).toMatchObject({ status: 'tried', detail: null, place: { method: 'get', frame: null } })
  const purposes = trial.queries.map(({ purpose, outcome }) => `${purpose} ${outcome}`)
  expect(purposes.sort()).toEqual(
    ['body', 'category', 'fields', 'markup', 'nonsense', 'title'].map((p) => `${p} shown`),
  )
  const title = queryFor(trial, 'title')
  expect(title?.expected.some((url) => title.links.some((link) => link.url === url))).toBe(true)
  expect(title).toMatchObject({ status: 200, title: '搜尋結果' })
  expect(title?.highlights).toBeGreaterThan(0)
  const body = queryFor(trial, 'body')
  expect(linksOf(body)).toContain('/news/8')
  expect(linksOf(body)).not.toContain('/news/1')
  expect(queryFor(trial, 'nonsense')?.text).toContain('查無資料')
  expect(queryFor(trial, 'markup')?.echo).toBe('text')
  expect(queryFor(trial, 'fields')).toMatchObject({ words: body?.words, settings: [{ choice: '標題' }] })
  expect(linksOf(queryFor(trial, 'fields'))).not.toContain('/news/8')
  expect(queryFor(trial, 'category')).toMatchObject({
    words: title?.words,
    settings: [{ label: '分類', choice: '甲類' }],
  })
  expect(sent).toHaveLength(6)
  expect(sent.every((request) => request.startsWith('GET '))).toBe(true)
  const shown = snapshot.resourceAt(title?.url ?? '')
  expect(shown?.outcome).toMatchObject({ status: 200 })
  expect(snapshot.body(title?.body ?? '')).not.toBeNull()
  expect(snapshot.artifacts('search-picture')).toHaveLength(1)
})

it('of a field for titles and one for texts each is used for its words, and both at once are a second condition', async () => {
  const box =
    '<form action="/search"><input name="title" title="標題"><input name="text" title="內文"><button>搜尋</button></form>'
  const { trial, sent } = await tried({ box })
  expect(trial).toMatchObject({ status: 'tried', place: { field: { name: 'title' } } })
  expect(linksOf(queryFor(trial, 'title'))).toContain(new URL(queryFor(trial, 'title')?.expected[0] ?? '').pathname)
  expect(linksOf(queryFor(trial, 'body'))).toContain('/news/8')
  const fields = queryFor(trial, 'fields')
  expect(fields).toMatchObject({ words: queryFor(trial, 'title')?.words, settings: [{ label: '內文' }] })
  expect(fields?.text).toContain('查無資料')
  expect(sent).toHaveLength(5)
})

it('a field within an open shadow root is used, and a span of days beside it is a second condition', async () => {
  const days =
    '<input type="date" name="from" title="發布日期起"><input name="to" placeholder="yyyy-mm-dd" title="發布日期迄">'
  const form = getBox.replace('<button>', `${days}<button>`)
  const box = `<site-search><template shadowrootmode="open">${form}</template></site-search>`
  const { trial } = await tried({ box })
  expect(trial).toMatchObject({ status: 'tried', place: { method: 'get' } })
  expect(linksOf(queryFor(trial, 'body'))).toContain('/news/8')
  const settings = [
    { label: '發布日期起', choice: '1990-01-01' },
    { label: '發布日期迄', choice: '1990-12-31' },
  ]
  expect(queryFor(trial, 'fields')).toMatchObject({ settings, text: expect.stringContaining('查無資料') })
})

it('each query is a request of the run, asked once', async () => {
  const { snapshot, served } = await tried({ box: getBox })
  const { first, retries, confirmations, probes } = snapshot.run.requests
  expect(served.requests).toHaveLength(first + retries + confirmations + probes)
  expect(new Set(served.requests)).toHaveLength(served.requests.length)
})

const scripted = `<div role="search"><input type="text" id="k" placeholder="請輸入關鍵字"><span onclick="go()" role="button">搜尋</span></div>
  <div id="out"></div><script>async function go() {
    const hits = await (await fetch('/search.json?q=' + encodeURIComponent(document.getElementById('k').value))).json()
    document.getElementById('out').innerHTML = hits.length ? hits.map((hit) => '<a href="' + hit.path + '">' + hit.title + '</a>').join(' ') : '查無資料'
  }</script>`

it('a search that a script does with GET is used as well', async () => {
  const { trial } = await tried({ box: scripted })
  expect(trial).toMatchObject({ status: 'tried', place: { method: null } })
  expect(queryFor(trial, 'title')).toMatchObject({ outcome: 'shown', status: null })
  expect(queryFor(trial, 'nonsense')?.text).toContain('查無資料')
  expect(linksOf(queryFor(trial, 'body')).filter((path) => path === '/news/8')).not.toEqual([])
})

it('a search that a script sends by POST is reported, and nothing is sent', async () => {
  const posting = scripted.replace('await fetch(', `await fetch('/find', { method: 'POST' }), fetch(`)
  const { trial, sent } = await tried({ box: posting })
  expect(trial.status).toBe('posts')
  expect(sent.filter((request) => !request.startsWith('GET '))).toEqual([])
})

it('a form that posts is reported, and nothing is sent', async () => {
  const { trial, sent } = await tried({ box: getBox.replace('<form', '<form method="post"') })
  expect(trial).toMatchObject({ status: 'posts', place: { method: 'post' } })
  expect(sent.filter((request) => request.startsWith('POST'))).toEqual([])
})

it('a form of ASP.NET around the whole page, whose button leads to an address, is used', async () => {
  const box = `<form method="post" action="/"><input name="ctl00$txtSearch" id="s" title="全站搜尋">
    <a href="#" onclick="location.href='/search?q='+encodeURIComponent(document.getElementById('s').value);return false">搜尋</a></form>`
  const { trial } = await tried({ box })
  expect(trial).toMatchObject({ status: 'tried', place: { method: 'post' } })
  expect(linksOf(queryFor(trial, 'body'))).toContain('/news/8')
})

it('results that would open a new window are seen in this one', async () => {
  const { trial } = await tried({ box: getBox.replace('<form', '<form target="_blank"') })
  expect(trial.status).toBe('tried')
  const opening = `<input type="search" id="s" title="全站搜尋"><button onclick="window.open('/search?q='+encodeURIComponent(document.getElementById('s').value))">搜尋</button>`
  expect((await tried({ box: opening })).trial.status).toBe('tried')
})

it.each([
  ['a form', '<form action="https://www.google.com/search"><input name="q" title="搜尋"></form>'],
  ['a script', '<div class="gcse-searchbox-only"></div><script src="https://cse.google.com/cse.js?cx=1"></script>'],
])('an engine of somebody else, by %s, is told apart and never asked', async (_, box) => {
  const { trial, snapshot } = await tried({ box })
  expect(trial).toMatchObject({ status: 'external', place: null, queries: [] })
  expect([...snapshot.resources()].filter(({ url }) => url.includes('google'))).toEqual([])
})

it('a search in the frame of the header is used, and its results are read from the other frame', async () => {
  const frames = '<frameset rows="80,*"><frame src="/top" name="top"><frame src="/news/1" name="main"></frameset>'
  const top = page('上方', getBox.replace('<form', '<form target="main"'), '')
  const { trial } = await tried({ box: '' }, { '/': frames, '/top': top })
  expect(trial).toMatchObject({ status: 'tried', place: { frame: expect.stringContaining('/top') } })
  expect(queryFor(trial, 'title')).toMatchObject({ status: 200, url: expect.stringContaining('/search?q=') })
})

it('a page for searching behind a link is opened', async () => {
  const { trial } = await tried({ box: '<a href="/find">全站搜尋</a>' }, { '/find': page('搜尋', '', getBox) })
  expect(trial).toMatchObject({ status: 'tried', place: { page: expect.stringContaining('/find') } })
})

it('behind a start page that is a mere door the field in the head of a page is used, one in the middle of a page is none', async () => {
  const door = page('入口', '', '<a href="/news/1">進入網站</a>')
  const { trial } = await tried({ box: getBox }, { '/': door })
  expect(trial).toMatchObject({ status: 'tried', place: { page: expect.stringContaining('/news/1') } })
  const inquiry = {
    '/': page('首頁', '', '<a href="/drugs">查詢</a>'),
    '/drugs': page('藥品', '', `<h1>藥品</h1>${getBox}`),
  }
  const { trial: none } = await tried({ box: '' }, { ...inquiry, '/': page('首頁', '', '<a href="/drugs">藥品</a>') })
  expect(none.status).toBe('none')
})

it('a site without a search has none', async () => {
  const { trial } = await tried({ box: '' })
  expect(trial).toMatchObject({ status: 'none', place: null, queries: [] })
})

it('a field that asks for a code is left alone', async () => {
  const box = getBox.replace('<button>', '<input name="c" title="請輸入驗證碼"><button>')
  expect((await tried({ box })).trial).toMatchObject({ status: 'guarded', queries: [] })
})

it('what robots.txt keeps us from is not asked', async () => {
  const robots: Route = (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /search\n')
  const { trial, sent } = await tried({ box: getBox }, { '/robots.txt': robots })
  expect(trial).toMatchObject({ status: 'barred', detail: 'robots' })
  expect(sent).toEqual([])
})

it('a search that answers nothing is left after two queries', async () => {
  const silent: Route = () => undefined
  const timeouts = { connectMs: 500, headersMs: 800, bodyMs: 800, totalMs: 2_000 }
  const { trial } = await tried({ box: getBox }, { '/search': silent }, { ...searching, timeouts })
  expect(trial.status).toBe('unanswered')
  expect(trial.queries.map(({ outcome, detail }) => `${outcome} ${detail}`)).toEqual(
    Array(2).fill('failed headers-timeout'),
  )
}, 60_000)

it('a search that fails is kept with its status, and one that does nothing as such', async () => {
  const failing: Route = (_, response) => html(response, '<h1>系統發生錯誤</h1>', 500)
  const { trial } = await tried({ box: getBox }, { '/search': failing })
  expect(trial.queries.map(({ status }) => status)).toEqual([500, 500, 500, 500])
  const idle = '<div role="search"><input type="text" title="搜尋"><button type="button">搜尋</button></div>'
  expect((await tried({ box: idle })).trial).toMatchObject({ status: 'unanswered', detail: 'unchanged' })
})

it('signs of markup that come back as elements are told', async () => {
  const { trial } = await tried({ box: getBox, isCareless: true })
  expect(queryFor(trial, 'markup')?.echo).toBe('markup')
})

it('a frame that was refused holds nothing up', async () => {
  const { trial } = await tried({ box: `${getBox}<iframe src="https://elsewhere.test/embed"></iframe>` })
  expect(trial.status).toBe('tried')
})

it('headlines that roll by are no results', async () => {
  const ticker = `<p id="t"></p><script>let n = 0; setInterval(() => { t.textContent = '跑馬燈'.repeat(++n % 5) }, 200)</script>`
  const idle = '<div role="search"><input type="text" title="搜尋"><button type="button">搜尋</button></div>'
  expect((await tried({ box: ticker + idle })).trial).toMatchObject({ status: 'unanswered' })
}, 60_000)
