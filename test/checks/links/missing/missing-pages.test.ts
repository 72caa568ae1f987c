import { expect, it } from 'vitest'
import check from '../../../../checks/links/internal-resolve.ts'
import { checkSite } from '../../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../../support/snapshot-of.ts'

const shown = (title: string, main: string) => `<title>${title} - 某某局</title><main><h2>${title}</h2>${main}</main>`
const living = (subject: string) =>
  shown(subject, `<p>${subject}自十二月一日起分階段辦理，申請人應備妥身分證明文件，逾期恕不受理。</p>`)
const subjects = ['河川疏濬工程辦理情形', '長照服務據點異動公告', '圖書館閱讀推廣活動', '公車路線調整說明事項']

const asPage = (id: number) => `/news/${id}.html`
const asRecord = (id: number) => `/news.aspx?id=${1000 + id}`

/** A site that links to four living records and to what a test adds. */
function audited(address: (id: number) => string, files: Record<string, SiteAnswer>, options: SnapshotOptions = {}) {
  const records = Object.fromEntries(subjects.map((subject, id) => [address(id), living(subject)]))
  const added = Object.keys(files).filter((path) => !options.probes?.includes(path))
  const links = [...subjects.map((subject, id) => [address(id), subject]), ...added.map((path) => [path, '下載及說明'])]
  const home = `<title>首頁</title><ul>${links.map(([path, label]) => `<li><a href="${path}">${label}</a>`).join('')}</ul>`
  return checkSite(check, { '/': home, ...records, ...files }, options)
}

/** What is found of its links; pages that scripts fill are asked about besides, which is not what these tests are of. */
async function outcomesOf(...site: Parameters<typeof audited>): Promise<[string, string][]> {
  return (await audited(...site)).outcomes.filter(([message]) => message !== 'links-unseen')
}

it.each([
  ['提醒民眾小心釣魚簡訊', '點選後若出現「網頁不存在」之訊息，仍可能已被植入程式。'],
  ['毒品危害防制專區頁面已移除公告', '自十二月起本頁面已移除，資料移至服務站供民眾查閱。'],
  ['毒品危害防制活動網頁已下架通知', `${'選單項目　'.repeat(3)}毒品危害防制活動網頁已下架通知，造成不便敬請見諒。`],
  ['資訊系統維護中公告', '系統維護中，造成不便敬請見諒。'],
  ['遭防火牆阻擋連線之處理', '您的連線已被阻擋時請洽承辦人。'],
])('「%s」 is what the link to it promised, whatever it speaks of', async (title, text) => {
  const files = { '/': `<a href="/news/1.html">${title}</a>`, '/news/1.html': shown(title, `<p>${text}</p>`) }
  expect((await checkSite(check, files)).outcomes).toEqual([])
})

it.each([
  [
    '資訊公開',
    '<ul><li><a href="/news/0.html">施政計畫</a><li>行政指導文書（本所無此項資料）<li>補助：本所未編列預算，故無此項資料</ul>',
  ],
  ['訴願決定', '<p>本局自114年迄今，無此類案件，亦無此筆資料可供公布。</p>'],
  ['研究報告', '<p>無此項資料。</p>'],
])('%s: who says that the agency has none of it is a page that says so', async (title, text) => {
  const files = {
    '/': `<a href="/open/7.html">${title}</a>`,
    '/news/0.html': living('計畫'),
    '/open/7.html': shown(title, text),
  }
  expect((await checkSite(check, files)).outcomes).toEqual([])
})

it('an error page beside news that speak of meetings is an error page', async () => {
  const excuse = shown('找不到網頁', '<p>您要找的網頁不存在。</p><h3>相關新聞</h3><p>東勢區長照服務說明會如何報名</p>')
  expect(await outcomesOf(asPage, { '/news/9.html': excuse })).toEqual([['soft-404', 'violates']])
})

it.each([
  ["<script>alert('查無此筆資料！');history.back();</script>"],
  ['<html><script>alert("\\u7db2\\u5740\\u932f\\u8aa4");window.location.href="/";</script></html>'],
])('what a script says in an alert is what the page says: %s', async (html) => {
  expect(await outcomesOf(asPage, { '/news/9.html': html })).toEqual([['soft-404', 'violates']])
})

it.each([
  ['<meta http-equiv="refresh" content="0; url=/">'],
  ['<script>location.replace("/")</script>'],
  ["<script>window.location = '/index.html'</script>"],
])('%s sends home: nothing is there where a random address is sent home too, else a person says', async (html) => {
  const gone = { '/news/9.html': html }
  expect(await outcomesOf(asPage, gone)).toEqual([['redirected-home', 'needs-review']])
  const probed = { ...gone, '/news/deadbeef.html': html }
  expect(await outcomesOf(asPage, probed, { probes: ['/news/deadbeef.html'] })).toEqual([['soft-404', 'violates']])
})

const blank = shown('最新消息', '<p>發布單位：</p><p>點閱次數：</p>')

it('what a program shows for a record nobody has is no record; a list or another record in its place proves nothing', async () => {
  const gone = { '/news.aspx?id=1999': blank }
  expect(await outcomesOf(asRecord, gone)).toEqual([])
  const probes = ['/news.aspx?id=1912345678']
  expect(await outcomesOf(asRecord, { ...gone, '/news.aspx?id=1912345678': blank }, { probes })).toEqual([
    ['soft-404', 'violates'],
  ])
  const list = shown(
    '最新消息',
    subjects.map((subject) => `<p>${subject}，歡迎踴躍參加，詳情請洽承辦人員，並請多加利用大眾運輸工具。</p>`).join(''),
  )
  const files = { '/news.aspx?id=1999': list, '/news.aspx?id=1912345678': list }
  expect(await outcomesOf(asRecord, files, { probes })).toEqual([])
})

it('an excuse before other news each time is one excuse', async () => {
  const opened = (news: string) =>
    shown(
      '最新消息',
      `<p>無此筆資料，或該資料已過期下架。</p><h3>相關新聞</h3>${`<p>${news}說明會及徵選簡章公告</p>`.repeat(8)}`,
    )
  const files = { '/news.aspx?id=1999': opened('東勢區流感疫苗接種'), '/news.aspx?id=1912345678': opened('漁港清淤') }
  const probes = ['/news.aspx?id=1912345678']
  expect(await outcomesOf(asRecord, files, { probes })).toEqual([['soft-404', 'violates']])
})

it('an empty answer is no record where a record nobody has is answered so', async () => {
  const empty = { headers: { 'content-type': 'text/html' }, body: '' }
  expect(await outcomesOf(asRecord, { '/news.aspx?id=1999': empty })).toEqual([])
  const files = { '/news.aspx?id=1999': empty, '/news.aspx?id=1912345678': empty }
  expect(await outcomesOf(asRecord, files, { probes: ['/news.aspx?id=1912345678'] })).toEqual([
    ['soft-404', 'violates'],
  ])
})

it('a category without entries is one, though a record nobody has reads like it', async () => {
  const nothing = '<p>查無資料</p>'
  const probes = ['/news.aspx?id=1912345678']
  const files = {
    '/': `${subjects.map((subject, id) => `<a href="${asRecord(id)}">${subject}</a>`).join('')}<a href="/news.aspx?id=1999">災害應變作業專區</a>`,
    ...Object.fromEntries(subjects.map((subject, id) => [asRecord(id), living(subject)])),
    '/news.aspx?id=1999': shown('災害應變作業專區', nothing),
    '/news.aspx?id=1912345678': shown('災害應變作業專區', nothing),
  }
  expect((await checkSite(check, files, { probes })).outcomes).toEqual([])
})

it('a page of a program that only says that there are no entries may be a category: a question', async () => {
  const menu = '<nav>機關簡介　業務職掌　組織架構　法規查詢　便民服務　聯絡我們　隱私權及資訊安全政策</nav>'
  const nothing = `${menu}${shown('公告列表', '<p>查無資料</p>')}`
  const files = { '/news.aspx?id=1999': nothing, '/news.aspx?id=1912345678': nothing }
  expect(await outcomesOf(asRecord, files, { probes: ['/news.aspx?id=1912345678'] })).toEqual([
    ['server-error', 'needs-review'],
  ])
})

it('whoever follows a way home and gets home got what was promised', async () => {
  const home = { redirect: '/' }
  const files = {
    '/': '<a href="/mp.asp?mp=1">回首頁</a><a href="/a.html">甲</a>',
    '/a.html': living('甲'),
    '/mp.asp?mp=1': home,
    '/deadbeef': home,
  }
  expect((await checkSite(check, files, { probes: ['/deadbeef'] })).outcomes).toEqual([])
})

it('answers without a word of their own are alike only where their markup is: a map in a frame has no words either', async () => {
  const map = (source: string) => `<title>地圖</title><iframe src="/maps/${source}" title="地圖"></iframe>`
  const probes = ['/news/deadbeef.html']
  const files = { '/news/9.html': map(''), '/news/8.html': map('taipei'), '/news/deadbeef.html': map('') }
  const { findings } = await audited(asPage, files, { probes })
  expect(findings.map(({ url }) => url)).toEqual(['http://agency.test/news/9.html'])
})

const file = { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }

it.each<[string, SiteAnswer, [string, string][]]>([
  ['nothing at all, which is told of the file', { headers: { 'content-type': 'application/pdf' }, body: '' }, []],
  [
    'a line that says so',
    { headers: { 'content-type': 'text/plain' }, body: 'File not found.' },
    [['soft-404', 'violates']],
  ],
  ['a line of something else', { headers: { 'content-type': 'text/plain' }, body: '1,2,3' }, []],
])('where a file was promised, %s', async (_, answer, expected) => {
  expect(await outcomesOf(asPage, { '/files/9.pdf': answer })).toEqual(expected)
})

it('where files of a directory are served, a page or the home page in the place of one is no file', async () => {
  const probes = ['/files/deadbeef.pdf']
  const served = { '/files/1.pdf': file, '/files/2.pdf': file }
  for (const nothing of [shown('歡迎光臨', '<p>請利用選單瀏覽。</p>'), { redirect: '/' }]) {
    const page = typeof nothing === 'string' ? { headers: { 'content-type': 'text/html' }, body: nothing } : nothing
    const files = { ...served, '/files/9.pdf': page, '/files/deadbeef.pdf': page }
    expect(await outcomesOf(asPage, files, { probes })).toEqual([['soft-404', 'violates']])
  }
})

it.each([
  ['您的連線已被阻擋，如有疑問請洽本機關資訊單位。', 'blocked'],
  ['系統偵測到異常存取行為，已暫時停止您的連線。', 'blocked'],
  ['請輸入圖形驗證碼以繼續瀏覽', 'blocked'],
  ['系統維護中，造成不便敬請見諒。', 'server-error'],
])('a page that says 「%s」 tells nothing of what is behind it', async (text, verdict) => {
  expect(await outcomesOf(asPage, { '/apply/9.aspx': shown('訊息', text) })).toEqual([[verdict, 'needs-review']])
})

it('a challenge is told by its header, whatever the status', async () => {
  const challenge = {
    status: 202,
    headers: { 'content-type': 'text/html', 'x-amzn-waf-action': 'challenge' },
    body: '<div id="c"></div>',
  }
  expect(await outcomesOf(asPage, { '/apply/9.aspx': challenge })).toEqual([['blocked', 'needs-review']])
})
