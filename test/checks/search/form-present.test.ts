import { expect, it } from 'vitest'
import check from '../../../checks/search/form-present.ts'
import { checkSite } from '../../support/check-site.ts'
import { linksTo, queryOf, trialOf } from '../../support/search-trial-of.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>, options?: SnapshotOptions) => checkSite(check, files, options)

/** Text enough that the page is no empty shell. */
const prose = `<p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p>`
const home = (html: string) => ({ '/': `<header>${html}</header><main>${prose}</main>` })

it.each([
  ['a labelled field', '<form action="/s"><input name="q" title="請輸入關鍵字"><button>搜尋</button></form>'],
  ['a field of type search', '<form action="/s"><input type="search" name="a"></form>'],
  [
    'a field named q beside an unlabelled button',
    '<form action="/s"><input name="q"><input type="image" src="/go.png"></form>',
  ],
  [
    'a nameless field in the header beside 搜尋',
    '<form action="/s"><input name="a1"><input type="submit" value="搜尋"></form>',
  ],
  [
    'a field for titles and one for texts in the header beside 搜尋',
    '<form action="/s"><input name="a" title="標題"><input name="b" title="內文"><button>搜尋</button></form>',
  ],
  [
    'a field of ASP.NET in a form around log-in and all',
    `<form method="post"><input name="ctl00$txtUser" title="帳號"><input type="password" name="p">
     <input name="ctl00$top$txtSearch" title="全站搜尋"><input type="submit" value="登入">${prose}</form>`,
  ],
])('%s is a search of the site', async (_, form) => {
  const { status, numbers, outcomes } = await audit(home(form))
  expect(status).toBe('done')
  expect(numbers).toEqual({ forms: [1, 0, null] })
  expect(outcomes).toEqual([['found', 'conforms']])
})

it.each([
  [
    'a form with only a hidden input',
    '<form action="/s"><input type="hidden" name="q" value="x"><button>搜尋</button></form>',
  ],
  ['a log-in', '<form><input name="user" title="帳號"><input type="password" name="pw"><button>登入</button></form>'],
  ['a subscription', '<form><input name="mail" placeholder="訂閱電子報，請輸入 E-mail"><button>送出</button></form>'],
  [
    'a mail form',
    '<form><input name="subject" title="主旨"><textarea name="text"></textarea><button>送出</button></form>',
  ],
  [
    'a form of a title and an address',
    '<form action="/s"><input name="a" title="標題"><input name="b" title="通訊處"><button>查詢</button></form>',
  ],
  [
    'an inquiry by case number',
    '<form><label>案件進度查詢 <input name="query" title="請輸入案件編號"></label><button>查詢</button></form>',
  ],
  ['an inquiry named by the form alone', '<form><b>申辦進度</b><input name="query"><button>查詢</button></form>'],
])('%s is not a search', async (_, form) => {
  const { numbers, findings } = await audit(home(form))
  expect(numbers).toEqual({ forms: [0, 0, null] })
  expect(findings).toMatchObject([{ messageId: 'absent', verdict: 'violates', evidence: [{ kind: 'absence' }] }])
})

it('a search on the page behind a link 全站搜尋 counts', async () => {
  const { outcomes } = await audit({
    ...home('<a href="/search">全站搜尋</a>'),
    '/search': '<form><input name="keyword"><button>搜尋</button></form>',
  })
  expect(outcomes).toEqual([['found', 'conforms']])
})

it('a search in the frame of the header counts', async () => {
  const { outcomes } = await audit({
    '/': '<frameset rows="80,*"><frame src="/top"><frame src="/main"></frameset>',
    '/top': '<form><input name="q" title="站內檢索"><button>檢索</button></form>',
    '/main': prose,
  })
  expect(outcomes).toEqual([['found', 'conforms']])
})

it.each([
  ['a form that sends to Google', '<form action="https://www.google.com/search"><input name="q" title="搜尋"></form>'],
  ['the mark of a custom search engine', '<div class="gcse-searchbox-only"></div>'],
  ['the script of a custom search engine', '<script async src="https://cse.google.com/cse.js?cx=1"></script>'],
])('%s is told apart and asked about', async (_, html) => {
  const { numbers, outcomes } = await audit(home(html))
  expect(numbers).toEqual({ forms: [0, 1, null] })
  expect(outcomes).toEqual([['external', 'needs-review']])
})

it('an engine inside a comment is none', async () => {
  const { outcomes } = await audit(home('<!-- <script src="https://cse.google.com/cse.js"></script> -->'))
  expect(outcomes).toEqual([['absent', 'violates']])
})

it('a search box without a form may work by script: a question', async () => {
  const { numbers, outcomes } = await audit(
    home('<input type="text" placeholder="請輸入關鍵字"><span onclick="go()">搜尋</span>'),
  )
  expect(numbers).toEqual({ forms: [0, 1, null] })
  expect(outcomes).toEqual([['scripted', 'needs-review']])
})

it('a nameless field in the middle of the page beside 查詢 may search anything: a question', async () => {
  const { outcomes } = await audit({ '/': `<main>${prose}<form><input name="a1"><button>查詢</button></form></main>` })
  expect(outcomes).toEqual([['maybe', 'needs-review']])
})

it('a search on another page alone is a question', async () => {
  const { outcomes } = await audit({
    ...home('<a href="/law">法規</a>'),
    '/law': '<form><input name="q" title="關鍵字"></form>',
  })
  expect(outcomes).toEqual([['elsewhere', 'needs-review']])
})

it('a start page that is a mere door to pages with a search box outside of any form is for a person to look at', async () => {
  const box = '<div role="search"><label>搜尋 <input type="text"></label><input type="submit" value="查詢"></div>'
  const { outcomes } = await audit({ ...home('<a href="/main">進入網站</a>'), '/main': `<p>首頁</p>${box}` })
  expect(outcomes).toEqual([['elsewhere', 'needs-review']])
})

it.each([
  ['the home page did not come', { '/': { failure: 'refused' as const } }],
  [
    'the home page shows a frame that was not had',
    { '/': '<iframe src="/f"></iframe>', '/f': { failure: 'refused' as const } },
  ],
  ['the home page is an empty shell', { '/': '<div id="app"></div><script>go()</script>' }],
  ['the search page was not fetched', home('<a href="/search">搜尋</a>')],
])('when %s nothing is claimed', async (_, files) => {
  const { status, findings } = await audit(files)
  expect(status).toBe('undetermined')
  expect(findings).toEqual([])
})

const door = '<meta http-equiv="refresh" content="0;url=/mp.html">'

it('the home page is where the start address sends its reader', async () => {
  const { outcomes } = await audit({
    '/': door,
    '/mp.html': `<form action="/s"><input type="search" name="a"></form>${prose}`,
  })
  expect(outcomes).toEqual([['found', 'conforms']])
  expect((await audit({ '/': door, '/mp.html': prose })).outcomes).toEqual([['absent', 'violates']])
})

it('where the page behind the start address was not had, nothing is said', async () => {
  const { status, reason } = await audit({ '/': door })
  expect([status, reason?.includes('/mp.html')]).toEqual(['undetermined', true])
})

it('a search that looks doubtful in the source is one where using it found what was looked for', async () => {
  const box = home('<input type="text" placeholder="請輸入關鍵字"><span onclick="go()">搜尋</span>')
  const found = queryOf('title', { expected: ['http://agency.test/a'], links: linksTo('/a') })
  const audited = (query: typeof found) => {
    const trial = trialOf([query, queryOf('nonsense', { text: '查無資料' })])
    return audit({ ...box, '/a': '<title>水權</title>' }, { artifacts: { '/': { 'search-trial': trial } } })
  }
  expect((await audited(found)).outcomes).toEqual([['tried', 'conforms']])
  expect((await audited({ ...found, links: [], text: '查無資料' })).outcomes).toEqual([['scripted', 'needs-review']])
})

it('a home page of few words that no script fills has a search or has none', async () => {
  const few = { '/': '<table><tr><td><a href="/news">最新消息</a></td></tr></table>', '/news': '<p>公告</p>' }
  expect((await audit(few)).outcomes).toEqual([['absent', 'violates']])
})
