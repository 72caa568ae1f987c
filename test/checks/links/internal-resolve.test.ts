import { expect, it } from 'vitest'
import check from '../../../checks/links/internal-resolve.ts'
import type { FetchFailureCode } from '../../../store/model/fetch-outcome.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>, options?: SnapshotOptions) => checkSite(check, files, options)

it('links that resolve, also by a redirect, are no findings', async () => {
  const { status, numbers, outcomes } = await audit({
    '/': '<a href="/a">甲</a> <a href="/b">乙</a> <img src="/i.png" alt="圖"> <a href="/a#x">又</a>',
    '/a': '<p>甲',
    '/b': { redirect: '/a' },
    '/i.png': new Uint8Array([1]),
  })
  expect(status).toBe('done')
  expect(numbers).toEqual({ targets: [3, 0, 3], dead: [0, 0, 3] })
  expect(outcomes).toEqual([])
})

it('a target that is gone is one finding, with the pages that lead to it', async () => {
  const { numbers, findings } = await audit({
    '/': '<a href="/gone">一</a> <a href="/gone#x">二</a> <a href="/a">甲</a>',
    '/a': '<a href="/gone">三</a>',
    '/gone': { status: 404 },
  })
  expect(numbers).toEqual({ targets: [1, 0, 2], dead: [1, 0, 2] })
  expect(findings).toMatchObject([
    {
      messageId: 'broken',
      verdict: 'violates',
      url: 'http://agency.test/gone',
      pages: 2,
      values: { reason: 'HTTP 404' },
    },
  ])
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element', 'element', 'element'])
})

it.each([
  '<img src="/x" alt="">',
  '<link rel="stylesheet" href="/x">',
  '<script src="/x"></script>',
  '<iframe src="/x"></iframe>',
])('what %s asks for counts like a link', async (html) => {
  const { outcomes } = await audit({ '/': `${html}<p>${'甲'.repeat(300)}`, '/x': { status: 410 } })
  expect(outcomes).toEqual([['broken', 'violates']])
})

const shell = '<title>甲</title><div id="app"></div><script src="/app.js"></script>'
const app = new Uint8Array([1])

it('a shell nobody rendered may hide links: what is dead behind it is unknown, and the report says so', async () => {
  const files = { '/': shell, '/app.js': app }
  const { numbers, findings } = await audit(files)
  expect(numbers).toEqual({ targets: [1, 1, 2], dead: [0, 1, 2] })
  expect(findings).toMatchObject([
    { messageId: 'links-unseen', verdict: 'needs-review', url: 'http://agency.test/', values: { pages: 1 } },
  ])
  const gone = await audit({ ...files, '/': `${shell}<a href="/x">乙</a>`, '/x': { status: 404 } })
  expect(gone.numbers['dead']).toEqual([1, 1, 3])
})

it('a shell that a browser showed, one without scripts and a door hide nothing', async () => {
  const files = { '/': shell, '/app.js': app }
  const shown = await audit(files, { rendered: { '/': '<main><a href="/">首頁</a></main>' } })
  expect(shown.numbers['dead']).toEqual([0, 0, 1])
  expect((await audit({ '/': '<a href="/b">乙</a>', '/b': '<p>乙' })).numbers['dead']).toEqual([0, 0, 1])
  const door = '<meta http-equiv="refresh" content="0;url=/b"><script>1</script>'
  expect((await audit({ '/': door, '/b': '<p>乙' })).outcomes).toEqual([])
})

it('where nothing but such a shell was seen, nothing can be said', async () => {
  const { status, reason } = await audit({ '/': '<div id="app"></div><script>1</script>' })
  expect([status, reason]).toEqual(['undetermined', '網頁內容由程式產生，未取得任何連結。'])
})

it.each([
  '<button onclick="location.href=\'/x\'">甲</button>',
  '<p data-href="/x">甲</p>',
  '<style>p{background:url(/x)}</style>',
])('what only %s names is a question when it is gone, under a word of its own', async (html) => {
  const { numbers, outcomes, detail } = await audit({ '/': html, '/x': { status: 410 } })
  expect(numbers).toEqual({ targets: [0, 1, 1], dead: [0, 1, 1] })
  expect(outcomes).toEqual([['broken-if-used', 'needs-review']])
  expect(detail).toMatchObject({ verdicts: [{ verdict: 'broken-if-used', status: 410, reason: 'HTTP 410' }] })
  const linked = await audit({ '/': `${html}<a href="/x">甲</a>`, '/x': { status: 410 } })
  expect(linked.outcomes).toEqual([['broken', 'violates']])
})

it.each([200, 500])('what only a script names and answers %i is judged as any other', async (status) => {
  const { detail } = await audit({ '/': '<p data-href="/x">甲</p>', '/x': { status } })
  expect(detail).toMatchObject({ verdicts: [{ verdict: status === 200 ? 'ok' : 'server-error' }] })
})

it('the address a form sends to is not asked for by opening it', async () => {
  const { numbers } = await audit({
    '/': '<a href="/">首頁</a><form method="post" action="/send"><input name="a"></form>',
    '/send': { status: 405 },
  })
  expect(numbers['targets']).toEqual([1, 0, 1])
})

it.each([
  [{ status: 403 }, 'blocked'],
  [{ status: 429 }, 'blocked'],
  [{ status: 999 }, 'blocked'],
  [{ status: 503, headers: { 'cf-mitigated': 'challenge' } }, 'blocked'],
  [{ status: 500 }, 'server-error'],
  [{ failure: 'headers-timeout' as FetchFailureCode }, 'timeout'],
  [{ failure: 'refused' as FetchFailureCode }, 'unreachable'],
  [{ failure: 'tls' as FetchFailureCode }, 'tls-issue'],
  [{ failure: 'redirect-loop' as FetchFailureCode }, 'unreachable'],
])('an answer %j proves nothing: it is a question, and unknown', async (answer, verdict) => {
  const { numbers, outcomes } = await audit({ '/': '<a href="/x">甲</a>', '/x': answer })
  expect(numbers).toEqual({ targets: [0, 1, 1], dead: [0, 1, 1] })
  expect(outcomes).toEqual([[verdict, 'needs-review']])
})

it.each([
  ['content', 'blocked-shown', '以瀏覽器開啟可見內容，請人工確認'],
  ['refused', 'blocked-again', '以瀏覽器開啟亦遭拒絕'],
  ['unclear', 'blocked', '請人工開啟確認'],
] as const)(
  'a refusal of which a browser saw %s is still for a person to judge, and unknown',
  async (sight, id, words) => {
    const site = { '/': '<a href="/x">甲</a>', '/x': { status: 403 } }
    const { numbers, findings } = await audit(site, { looks: { '/x': sight } })
    expect(numbers).toEqual({ targets: [0, 1, 1], dead: [0, 1, 1] })
    expect(findings).toMatchObject([{ messageId: id, verdict: 'needs-review', values: { reason: 'HTTP 403' } }])
    expect(check.messages[id]).toContain(words)
  },
)

it('a look at what did not refuse changes nothing', async () => {
  const { outcomes } = await audit({ '/': '<a href="/x">甲</a>', '/x': '<p>乙' }, { looks: { '/x': 'refused' } })
  expect(outcomes).toEqual([])
})

it('what was not asked for is unknown and no finding', async () => {
  const { numbers, outcomes, detail } = await audit(
    { '/': '<a href="/later">甲</a><a href="/private">乙</a>', '/private': { failure: 'robots' } },
    { unfetched: ['/later'] },
  )
  expect(numbers['targets']).toEqual([0, 2, 2])
  expect(outcomes).toEqual([])
  expect(detail).toEqual({
    kind: 'links',
    verdicts: [
      { url: 'http://agency.test/later', status: null, reason: '超過檢測頁數上限' },
      { url: 'http://agency.test/private', status: null, reason: 'robots.txt 不允許，未予查核' },
    ].map((one) => ({ ...one, verdict: 'skipped', isExternal: false })),
  })
})

it('a host name that does not exist is dead where names could be looked up, a question on a folder', async () => {
  const site = { '/': '<a href="/x">甲</a>', '/x': { failure: 'dns-not-found' as FetchFailureCode } }
  expect((await audit(site)).outcomes).toEqual([['broken', 'violates']])
  expect((await audit(site, { run: { isFolder: true } })).outcomes).toEqual([['unreachable', 'needs-review']])
})

it.each([
  'http://https://www.agency.test/a',
  'https://http//www.agency.test/',
  'http://',
  'http://www. agency.test/',
  'https://www.gov.tw，/',
])('no browser can follow %s', async (href) => {
  const { outcomes, findings } = await audit({ '/': `<a href="${href}">甲</a>` })
  expect(outcomes).toEqual([['malformed', 'violates']])
  expect(findings[0]).toMatchObject({ url: 'http://agency.test/', pages: 1, values: { url: href } })
})

it.each([
  'javascript:;',
  'JavaScript:void(0)',
  'mailto:a@agency.test',
  'tel:02-1234',
  'data:text/plain,x',
  'about:blank',
  'line://msg',
  '#top',
  '',
  'http://other.test/',
])('%j is no address of the site to ask for', async (href) => {
  const { numbers, outcomes } = await audit({ '/': `<a href="/">首頁</a><a href="${href}">甲</a>` })
  expect(numbers['targets']).toEqual([1, 0, 1])
  expect(outcomes).toEqual([])
})

it('full-width letters in the host are mended by browsers: a question', async () => {
  const { outcomes } = await audit({ '/': '<a href="http://ａgency.test/a">甲</a>', '/a': '<p>甲' })
  expect(outcomes).toEqual([['sloppy', 'needs-review']])
})

it('an address that a script fills in is unknown', async () => {
  const { numbers, outcomes } = await audit({ '/': '<a href="{{ item.url }}">甲</a>' })
  expect(numbers['targets']).toEqual([0, 1, 1])
  expect(outcomes).toEqual([])
})

it('a site of which no page came is undetermined', async () => {
  expect((await audit({ '/': { failure: 'refused' } })).status).toBe('undetermined')
})

it('an empty shell without links is undetermined, not faultless', async () => {
  expect((await audit({ '/': '<div id="app"></div><script>go()</script>' })).status).toBe('undetermined')
})

it('links that scripts put on a shell are judged too', async () => {
  const links = ['/gone#top', '/a', 'javascript:void(0)', 'mailto:a@agency.test', 'http://other.test/'].map((href) => ({
    url: new URL(href, 'http://agency.test').href,
    text: href,
  }))
  const rendering = { status: 'rendered', detail: null, textLength: 900, isStable: true, links } as const
  const { numbers, findings } = await audit(
    { '/': '<div id="app"><a href="{{ url }}">x</a></div>', '/gone': { status: 404 }, '/a': '<p>甲' },
    { artifacts: { '/': { rendering } } },
  )
  expect(numbers).toEqual({ targets: [1, 0, 2], dead: [1, 0, 2] })
  expect(findings).toMatchObject([
    {
      messageId: 'broken',
      verdict: 'violates',
      evidence: [{ kind: 'resource' }, { kind: 'artifact', pointer: '/links/0' }],
    },
  ])
})

it.each([
  [200, 'unstable', '首次HTTP 404', [1, 0, 1]],
  [503, 'unconfirmed', 'HTTP 404；首次查核失敗，再次查核HTTP 503', [0, 1, 1]],
  [403, 'unconfirmed', 'HTTP 404；首次查核失敗，再次查核HTTP 403', [0, 1, 1]],
  [302, 'unconfirmed', 'HTTP 404；首次查核失敗，再次查核HTTP 302', [0, 1, 1]],
  ['headers-timeout' as const, 'unconfirmed', 'HTTP 404；首次查核失敗，再次查核無回應', [0, 1, 1]],
  [null, 'unconfirmed', 'HTTP 404；首次查核失敗，未能再次查核', [0, 1, 1]],
])('one 404 accuses nobody: then %j', async (second, verdict, reason, targets) => {
  const { numbers, outcomes, findings } = await audit(
    { '/': '<a href="/x">甲</a>', '/x': { status: 404 } },
    { confirmations: { '/x': second } },
  )
  expect(outcomes).toEqual([[verdict, 'needs-review']])
  expect(findings[0]?.values['reason']).toBe(reason)
  expect(numbers).toEqual({ targets, dead: [0, targets[1], 1] })
})

it.each([404, 410, 'dns-not-found' as const])('gone and then %j is gone', async (second) => {
  const site = { '/': '<a href="/x">甲</a>', '/x': { status: 404 } }
  const { outcomes } = await audit(site, { confirmations: { '/x': second } })
  expect(outcomes).toEqual([['broken', 'violates']])
})

it('a host name that was found the second time is no dead link', async () => {
  const site = { '/': '<a href="/x">甲</a>', '/x': { failure: 'dns-not-found' as FetchFailureCode } }
  expect((await audit(site, { confirmations: { '/x': 200 } })).outcomes).toEqual([['unstable', 'needs-review']])
})

function page(body: string) {
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

const htmlPage = page('<h1>年度報告</h1><p>本報告說明年度施政成果，詳細內容請點選下方各章節閱讀。</p>')
const promised = '/a.pdf /a.ODT /a.docx /a.zip /Download.ashx?icon=.pdf /Download.ashx?n=5ZCN5YaKLm9kdA%3D%3D'.split(
  ' ',
)

it.each(promised)('a page under %s is not what was promised: a question', async (path) => {
  const { numbers, outcomes } = await audit({ '/': `<a href="${path}">下載</a>`, [path]: htmlPage })
  expect(outcomes).toEqual([['not-document', 'needs-review']])
  expect(numbers['targets']).toEqual([0, 1, 1])
})

it.each(['<h1>查無資料</h1>', '<title>下載</title><p>檔案不存在！', '<p>很抱歉，找不到您要的檔案。'])(
  'where a document was promised, %s says that there is none',
  async (body) => {
    const { numbers, outcomes } = await audit({ '/': '<a href="/a.pdf">下載</a>', '/a.pdf': page(body) })
    expect(outcomes).toEqual([['soft-404', 'violates']])
    expect(numbers['dead']).toEqual([1, 0, 1])
  },
)

it('a log-in in the place of a document keeps programs out, and says nothing of the document', async () => {
  const login = page('<title>系統登入</title><form method="post"><input name="u"><input type="password"></form>')
  const { outcomes } = await audit({ '/': '<a href="/a.pdf">下載</a>', '/a.pdf': login })
  expect(outcomes).toEqual([['blocked', 'needs-review']])
})

it.each([
  ['/a.html', htmlPage],
  ['/viewer.html?file=/a.pdf', htmlPage],
  ['/about', htmlPage],
  ['/pdf', htmlPage],
  // The server calls everything a page; the bytes say otherwise.
  ['/a.pdf', { ...htmlPage, body: '%PDF-1.7 and so on' }],
  ['/a.odt', { ...htmlPage, body: 'PK\u0003\u0004 and so on' }],
  ['/a.pdf', { body: '%PDF-1.7 and so on' }],
])('what came under %s is what was promised', async (path, answer) => {
  expect((await audit({ '/': `<a href="${path}">甲</a>`, [path]: answer })).outcomes).toEqual([])
})

const excuse = page('<title>找不到網頁</title><h1>找不到您的頁面！</h1>')

it('a page that says there is none is a dead link; who links to the error page itself is asked', async () => {
  const { outcomes, findings } = await audit({
    '/': '<a href="/old">甲</a><a href="/404.html">乙</a>',
    '/old': excuse,
    '/404.html': excuse,
  })
  expect(outcomes).toEqual([
    ['server-error', 'needs-review'],
    ['soft-404', 'violates'],
  ])
  expect(findings.map(({ url }) => url)).toEqual(['http://agency.test/404.html', 'http://agency.test/old'])
})

it('what moved for good resolves, and is told apart from what only gained a slash', async () => {
  const { outcomes, detail } = await audit({
    '/': '<a href="/old">甲</a><a href="/dir">乙</a>',
    '/old': { status: 301, redirect: '/new' },
    '/new': '<p>新',
    '/dir': { status: 301, redirect: '/dir/' },
    '/dir/': '<p>目錄',
  })
  expect(outcomes).toEqual([])
  expect(detail).toMatchObject({ verdicts: [{ verdict: 'ok' }, { verdict: 'redirected-permanent' }] })
})
