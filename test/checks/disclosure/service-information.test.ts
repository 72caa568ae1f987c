import { expect, it } from 'vitest'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from './disclosed-site.ts'

const entry = pageOf('內容', '<p>內容</p>')

async function service(pages: Record<string, [string, SiteAnswer]>, options: SnapshotOptions = {}) {
  const labels = Object.entries(pages).map(([path, [label]]): [string, string] => [label, path])
  const files: Record<string, SiteAnswer> = {
    '/': pageOf('測試機關', '', labels.map(([label, path]) => `<li><a href="${path}">${label}</a></li>`).join('')),
    '/sitemap': pageOf('網站導覽', listOf(...labels)),
    '/e1': entry,
    '/e2': entry,
  }
  for (const [path, [, answer]] of Object.entries(pages)) files[path] = answer
  const { measures, findings } = await resultOf('disclosure/service-information', files, options)
  const counts = Object.fromEntries(measures.map(({ name, value, unknown }) => [name, [value, unknown]]))
  return { counts, findings }
}

const list = (title: string) => pageOf(title, listOf(['第一則', '/e1'], ['第二則', '/e2']))

it('each kind with a list of real entries counts', async () => {
  const { counts, findings } = await service({
    '/a': ['為民服務', list('為民服務')],
    '/b': ['常見問答', list('常見問答')],
    '/c': ['活動訊息', list('活動訊息')],
    '/d': ['宣導文宣', list('宣導文宣')],
    '/e': ['本局出版品', list('出版品')],
    '/f': ['徵才資訊', list('徵才')],
  })
  expect(counts).toMatchObject({ kinds: [5, 0], other: [1, 0], faq: [1, 0] })
  expect(findings.filter((finding) => finding.verdict !== 'conforms')).toEqual([])
})

it('a white book and a leaflet are promotion, not measures of service', async () => {
  const { counts } = await service({ '/a': ['為民服務白皮書', list('為民服務白皮書')] })
  expect(counts).toMatchObject({ promotion: [1, 0], serviceMeasure: [0, 0] })
})

it('a list that is empty, gone or being made is a violation', async () => {
  for (const answer of [
    pageOf('常見問答', '<p>查無資料</p>'),
    { status: 404 },
    pageOf('常見問答', '<p>資料建置中</p>'),
  ]) {
    const { counts, findings } = await service({ '/b': ['常見問答', answer] })
    expect(counts['faq']).toEqual([0, 0])
    expect(findings.find((finding) => finding.key[0] === 'faq')).toMatchObject({ verdict: 'violates' })
  }
})

it('a kind nobody names is a violation only where the navigation was seen', async () => {
  const seen = await service({ '/b': ['常見問答', list('常見問答')] })
  expect(seen.counts).toMatchObject({ faq: [1, 0], event: [0, 0], kinds: [1, 0] })
  const unseen = await service({ '/b': ['常見問答', list('常見問答')], '/sitemap': ['網站導覽', { status: 500 }] })
  expect(unseen.counts).toMatchObject({ faq: [1, 0], event: [0, 1], kinds: [1, 4] })
})

it('what could not be looked at is unknown', async () => {
  const { counts, findings } = await service({ '/b': ['常見問答', { failure: 'robots' }] })
  expect(counts['faq']).toEqual([0, 1])
  expect(findings.find((finding) => finding.key[0] === 'faq')).toMatchObject({ verdict: 'needs-review' })
})

it('a list on the home page itself counts', async () => {
  const home = pageOf('測試機關', `<h2>活動訊息</h2>${listOf(['淨灘活動', '/e1'])}`)
  const files = { '/': home, '/sitemap': pageOf('網站導覽', ''), '/e1': entry }
  const { measures } = await resultOf('disclosure/service-information', files)
  expect(measures.find((measure) => measure.name === 'event')).toMatchObject({ value: 1, unknown: 0 })
})

it('the newest date of each kind is told, and what names none may be current', async () => {
  const events = pageOf('活動訊息', listOf(['115年11月2日淨灘', '/e1'], ['114年6月3日健行', '/e2']))
  const books = pageOf('出版品', listOf(['112年年報', '/e1']))
  const { counts, findings } = await service({
    '/a': ['活動訊息', events],
    '/b': ['本局出版品', books],
    '/c': ['常見問答', list('常見問答')],
  })
  const said = (kind: string) => findings.find((finding) => finding.key[0] === kind)?.values['newest']
  expect([said('event'), said('publication'), said('faq')]).toEqual([
    '最新日期115年11月2日。',
    '最新日期112年12月31日。',
    '',
  ])
  expect(counts['current']).toEqual([1, 1])
})

it('the way home bears the name of the site, which names no kind', async () => {
  const logo = '<h1><a href="/index.htm">線上申請服務平臺</a></h1>'
  const files = { '/': pageOf('測試機關', logo), '/sitemap': pageOf('網站導覽', ''), '/index.htm': { status: 404 } }
  const { findings } = await resultOf('disclosure/service-information', files)
  const said = findings.find((finding) => finding.key[0] === 'serviceMeasure')
  expect(said?.values['because']).toBe('首頁及網站導覽均未見相關連結')
})

it('a label for a place on the home page is a label all the same', async () => {
  const files = { '/': pageOf('測試機關', '<a href="/#faq">常見問答</a>'), '/sitemap': pageOf('網站導覽', '') }
  const { measures } = await resultOf('disclosure/service-information', files)
  expect(measures.find((measure) => measure.name === 'faq')).toMatchObject({ value: 0, unknown: 1 })
})

it('a label that leads to whom the head of the agency meets is for a person to judge', async () => {
  const { counts, findings } = await service({ '/a': ['活動行事曆', list('首長行程')] })
  expect(counts['event']).toEqual([0, 1])
  expect(findings.find((finding) => finding.key[0] === 'event')?.values['because']).toBe(
    '「活動行事曆」連結之網頁標題為「首長行程」',
  )
  const right = await service({ '/a': ['活動行事曆', list('活動行事曆')] })
  expect(right.counts['event']).toEqual([1, 0])
})

it('a site map whose labels lead nowhere proves no absence', async () => {
  const idle = Array.from({ length: 12 }, (_, index) => [`項目${index}甲`, '#'] as const)
  const { counts } = await service({
    '/b': ['常見問答', list('常見問答')],
    '/sitemap': ['網站導覽', pageOf('網站導覽', listOf(...idle))],
  })
  expect(counts).toMatchObject({ faq: [1, 0], event: [0, 1] })
})

it.each([
  ['問答', '<h3>可以攝影嗎？</h3><p>可以，請關閉閃光燈。</p><h3>有輪椅租借嗎？</h3><p>服務臺免費提供。</p>'],
  [
    '地政Q&amp;A',
    '<details><summary>權狀遺失如何補發？</summary><p>檢附切結書。</p></details><details><summary>謄本可以跨所申請嗎？</summary><p>可以。</p></details>',
  ],
  [
    '讀者問與答',
    '<details><summary>如何辦理借書證？</summary><p>至櫃檯。</p></details><details><summary>借閱期限多久？</summary><p>28天。</p></details>',
  ],
  [
    '常見問答',
    '<p><b>Q1：權狀遺失如何補發？</b></p><p>A：檢附切結書。</p><p><b>Q2：可以跨所申請嗎？</b></p><p>A：可以。</p>',
  ],
  [
    'FAQ',
    '<p class="q">Q：如何申請登島？</p><p>A：線上申請。</p><p class="q">Q：遊客中心幾點開放？</p><p>A：上午9時。</p>',
  ],
  ['家長常問', '<dl><dt>孩子如何請假？</dt><dd>請填寫請假單。</dd><dt>轉學需要哪些文件？</dt><dd>戶口名簿。</dd></dl>'],
  [
    '常見問答',
    '<h3><a href="#q1">如何申請急難救助？</a></h3><p>向社會課申請。</p><h3><a href="#q2">路燈故障如何通報？</a></h3><p>請撥分機31。</p>',
  ],
])('questions that are told on the page of 「%s」 count, however short', async (label, main) => {
  const { counts } = await service({ '/q': [label, pageOf(label, main)] })
  expect(counts).toMatchObject({ faq: [1, 0] })
})

it('books without a link, and pictures of events with their words, are content; one entry or a menu is none', async () => {
  const books = '<ul><li>《海岸考古》第58期，2026年6月</li><li>《南島語族的遷徙》圖錄</li></ul>'
  const pictures =
    '<figure><img src="/1.jpg" alt=""><figcaption>115-10-03 法律常識推廣</figcaption></figure><figure><figcaption>115-01-11 司法節參訪</figcaption></figure>'
  const { counts } = await service({
    '/b': ['出版品', pageOf('出版品', books)],
    '/e': ['活動花絮', pageOf('活動花絮', pictures)],
  })
  expect(counts).toMatchObject({ publication: [1, 0], event: [1, 0] })
  const bare = await service({ '/b': ['出版品', pageOf('出版品', '<ul><li>敬請洽詢秘書室。</li></ul>')] })
  expect(bare.counts).toMatchObject({ publication: [0, 0] })
})

it('agencies of one trade have names of their own for measures and print', async () => {
  const { counts } = await service({
    '/a': ['地政業務', list('地政業務')],
    '/d': ['社福手冊及DM', list('社福手冊及DM')],
    '/e': ['青溪校刊', list('青溪校刊')],
  })
  expect(counts).toMatchObject({ serviceMeasure: [1, 0], promotion: [1, 0], publication: [1, 0] })
})

it('a link that only says 「下載」 is no list of forms', async () => {
  const research = pageOf('委託研究', '<p>珊瑚礁調查 <a href="/r.pdf">下載</a></p>')
  const { counts } = await service({ '/r': ['委託研究', research], '/r.pdf': ['研究報告全文', { body: '%PDF-1.7 x' }] })
  expect(counts).toMatchObject({ other: [0, 0] })
})

it('the table that lays out a page of old is no list of three', async () => {
  const old = `<title>出版品</title><table><tr><td><a href="/">首頁</a><td><a href="/sitemap">網站導覽</a></tr>
    <tr><td>出版品<td>敬請洽詢秘書室。</tr><tr><td>地址：測試市一路1號<td>電話：02-23110000</tr></table>`
  const { counts } = await service({ '/b': ['出版品', old] })
  expect(counts).toMatchObject({ publication: [0, 0] })
})
