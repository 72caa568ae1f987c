import { expect, it } from 'vitest'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'
import { lineOf, listOf, pageOf, resultOf, siteWithSection } from './disclosed-site.ts'

const table = '<table><tr><th>名稱</th><th>日期</th></tr><tr><td>甲案</td><td>115年3月2日</td></tr></table>'

const payees =
  '<table><tr><th>受補助對象</th><th>金額</th><th>日期</th></tr><tr><td>甲協會</td><td>500,000</td><td>115年3月2日</td></tr></table>'
const minutes = `<p>115年3月2日第1次會議紀錄</p><p>出席：甲、乙、丙委員。議程：報告事項、討論事項。案由一：訂定要點。決議：照案通過。</p>${table}`

/** State of the line when the section has one entry for it, and this page is behind it. */
async function behind(
  item: string,
  label: string,
  answer: SiteAnswer,
  files: Record<string, SiteAnswer> = {},
  options: SnapshotOptions = {},
) {
  return lineOf(item, siteWithSection([[label, '/item']], { '/item': answer, ...files }), options)
}

it('an item is published when its page lists files, pages or rows of a table', async () => {
  const file = { '/a.pdf': { body: '%PDF-1.7 x' } }
  expect(await behind('4', '行政指導有關文書', pageOf('行政指導', listOf(['要領', '/a.pdf'])), file)).toMatchObject({
    state: 'published',
  })
  expect(await behind('5b', '業務統計', pageOf('業務統計', table))).toMatchObject({ state: 'published' })
})

it.each([200, 503, null])('an item whose page was gone once, then %j, is undetermined', async (second) => {
  const once = await behind('9', '支付或接受之補助', { status: 404 }, {}, { confirmations: { '/item': second } })
  expect(once).toMatchObject({ state: 'undetermined' })
})

it('an item whose address leads home is a question, and not published only where every address there is none does so', async () => {
  const home = { '/item': { redirect: '/' } }
  const site = siteWithSection([['支付或接受之補助', '/item']], home)
  expect(await lineOf('9', site)).toMatchObject({ state: 'undetermined' })
  const probed = await lineOf('9', { ...site, '/4f1d': { redirect: '/' } }, { probes: ['/4f1d'] })
  expect(probed).toMatchObject({ state: 'not-published' })
  const honest = await lineOf('9', { ...site, '/4f1d': { status: 404 } }, { probes: ['/4f1d'] })
  expect(honest).toMatchObject({ state: 'undetermined' })
})

it.each(['redirect-loop', 'headers-timeout'] as const)(
  'an item whose address ends in %s is undetermined',
  async (failure) => {
    expect(await behind('9', '支付或接受之補助', { failure })).toMatchObject({ state: 'undetermined' })
  },
)

it('an item whose page is gone, empty or one sentence is not published', async () => {
  expect(await behind('9', '支付或接受之補助', { status: 404 })).toMatchObject({ state: 'not-published' })
  expect(await behind('9', '支付或接受之補助', pageOf('補助', '<p>查無資料</p>'))).toMatchObject({
    state: 'not-published',
  })
  const sentence = pageOf('行政指導有關文書', '<p>本局依法辦理行政指導。</p>')
  expect(await behind('4', '行政指導有關文書', sentence)).toMatchObject({ state: 'not-published' })
  const soft404 = pageOf('錯誤', `<p>很抱歉，目前無法顯示這個頁面</p>${listOf(['回首頁', '/'])}`)
  expect(await behind('4', '行政指導有關文書', soft404)).toMatchObject({ state: 'not-published' })
})

it('a list whose entries are all dead is not published', async () => {
  const list = pageOf('業務統計', listOf(['114年統計年報', '/gone'], ['113年統計年報', '/gone2']))
  const gone = { '/gone': { status: 404 }, '/gone2': { status: 404 } }
  expect(await behind('5b', '業務統計', list, gone)).toMatchObject({ state: 'not-published' })
  expect(await behind('5b', '業務統計', list, { ...gone, '/gone2': pageOf('113年', table) })).toMatchObject({
    state: 'published',
  })
})

it('an item that could not be looked at is undetermined', async () => {
  expect(await behind('9', '補助資訊', { failure: 'robots' })).toMatchObject({ state: 'undetermined' })
  expect(await behind('9', '補助資訊', { status: 403 })).toMatchObject({ state: 'undetermined' })
  const shell = '<html><body><div id="app">{{ list }}</div><script src="/app.js"></script></body></html>'
  expect(await behind('9', '補助資訊', shell)).toMatchObject({ state: 'undetermined' })
  const site = siteWithSection([['補助資訊', '/item']], {})
  expect(await lineOf('9', site, { unfetched: ['/item'] })).toMatchObject({ state: 'undetermined' })
})

it('an item nobody names is missing where navigation and section were seen, unknown elsewhere', async () => {
  const site = siteWithSection([['業務統計', '/item']], { '/item': pageOf('業務統計', table) })
  expect(await lineOf('4', site)).toMatchObject({ state: 'not-published' })
  expect(await lineOf('4', { ...site, '/sitemap': { status: 500 } })).toMatchObject({ state: 'undetermined' })
  expect(await lineOf('4', { ...site, '/open': { status: 500 } })).toMatchObject({ state: 'undetermined' })
})

it('an item outside the section is published, with a note', async () => {
  const home = pageOf('測試機關', '', '<li><a href="/open">政府資訊公開</a></li><li><a href="/law">法令規章</a></li>')
  const laws = pageOf('法令規章', listOf(['測試法', '/law/1']))
  const site = { ...siteWithSection([], {}), '/': home, '/law': laws, '/law/1': pageOf('測試法', '<p>第1條</p>') }
  const { findings } = await resultOf('disclosure/article7-items', site)
  const law = findings.find((finding) => finding.key[0] === '1')
  expect(law).toMatchObject({ verdict: 'conforms', messageId: 'outside-section', url: 'http://agency.test/law' })
})

it('a dated 「無」 is not applicable, an undated one a question', async () => {
  const dated = pageOf('請願及訴願', '<p>本局115年度無請願及訴願案件，無此項資訊。</p><p>更新日期：115-06-30</p>')
  expect(await behind('7', '請願及訴願', dated)).toMatchObject({ state: 'not-applicable' })
  expect(await behind('7', '請願及訴願', pageOf('請願及訴願', '<p>本機關無此項資訊。</p>'))).toMatchObject({
    state: 'undetermined',
  })
  expect(await behind('7', '請願及訴願', pageOf('請願及訴願', '<p>查無此項資料。</p>'))).toMatchObject({
    state: 'not-published',
  })
})

it('laws count by a deep link to the national database, not by its front door', async () => {
  const link = (href: string) => lineOf('1', siteWithSection([['主管法規', href]], {}))
  expect(await link('https://law.moj.gov.tw/')).toMatchObject({ state: 'not-published' })
  expect(await link('https://law.moj.gov.tw/Index.aspx')).toMatchObject({ state: 'not-published' })
  expect(await link('https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=A1')).toMatchObject({ state: 'published' })
  const within = pageOf('主管法規', listOf(['測試法', 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=A1']))
  expect(await behind('1', '主管法規', within)).toMatchObject({ state: 'published' })
})

it('contracts count by a link to the procurement system; another site is a question', async () => {
  const link = (href: string) => lineOf('8', siteWithSection([['採購契約', href]], {}))
  expect(await link('https://web.pcc.gov.tw/tps/')).toMatchObject({ state: 'published' })
  expect(await link('https://fake-pcc.gov.tw.example/')).toMatchObject({ state: 'undetermined' })
})

it('an item left to the superior agency is published there', async () => {
  const site = siteWithSection([['研究報告(連結總局)', 'https://www.bureau.example/research']], {})
  expect(await lineOf('5c', site)).toMatchObject({ state: 'published' })
  const plain = siteWithSection([['研究報告', 'https://www.bureau.example/research']], {})
  expect(await lineOf('5c', plain)).toMatchObject({ state: 'undetermined' })
  const told = { agency: { parentHosts: ['www.bureau.example'] } }
  expect(await lineOf('5c', plain, told)).toMatchObject({ state: 'published' })
})

it('one entry may stand for two lines', async () => {
  const rules = pageOf('法規及行政規則', listOf(['測試作業要點', '/rule']))
  const site = siteWithSection([['法規及行政規則', '/item']], { '/item': rules, '/rule': pageOf('要點', table) })
  expect(await lineOf('1', site)).toMatchObject({ state: 'published' })
  expect(await lineOf('2', site)).toMatchObject({ state: 'published' })
})

it('interpretive rules may stand among the laws; where none is seen, ask', async () => {
  const laws = (entry: string) => pageOf('法令規章', listOf(['測試法', '/rule'], [entry, '/rule']))
  const files = { '/rule': pageOf('要點', table) }
  expect(await behind('2', '法令規章', laws('裁量基準'), files)).toMatchObject({ state: 'published' })
  expect(await behind('2', '法令規章', laws('測試條例'), files)).toMatchObject({ state: 'undetermined' })
})

const contact = {
  organisation: '<p>組織架構：本局設三組。</p>',
  duties: '<p>各組職掌：第一組掌理登記。</p>',
  address: '<p>地址：臺北市中正區明鏡路1號</p>',
  phone: '<p>電話：(02)2345-6789</p>',
  fax: '<p>傳真：(02)2345-6780</p>',
  website: '<p>網址：https://agency.test/</p>',
  email: '<p>電子郵件：mail@agency.test</p>',
}

it('organisation and contact need seven facts; without the first four they are not published', async () => {
  const without = (...missing: string[]) => {
    const kept = Object.entries(contact).filter(([fact]) => !missing.includes(fact))
    return behind('3', '組織職掌及聯絡資訊', pageOf('聯絡資訊', kept.map(([, line]) => line).join('')))
  }
  expect(await without()).toMatchObject({ state: 'published' })
  expect(await without('fax')).toMatchObject({ state: 'incomplete', because: '未見傳真' })
  expect(await without('email', 'website')).toMatchObject({ state: 'incomplete' })
  expect(await without('duties')).toMatchObject({ state: 'not-published', because: '未見職掌' })
  expect(await without('phone', 'fax')).toMatchObject({ state: 'not-published' })
})

it('contact facts may stand in the footer of the home page, and on pages of other labels', async () => {
  const footer = `${contact.address}${contact.phone}${contact.fax}${contact.website}${contact.email}`
  const site = siteWithSection(
    [
      ['組織架構', '/org'],
      ['業務職掌', '/duties'],
    ],
    { '/org': pageOf('組織架構', contact.organisation), '/duties': pageOf('業務職掌', contact.duties) },
  )
  const home = pageOf('測試機關', '', '<li><a href="/open">政府資訊公開</a></li>').replace(
    '</footer>',
    `${footer}</footer>`,
  )
  expect(await lineOf('3', { ...site, '/': home })).toMatchObject({ state: 'published' })
})

it('budget and final accounts must both be there', async () => {
  const files = { '/b.pdf': { body: '%PDF x' }, '/a.pdf': { body: '%PDF y' } }
  const page = (...entries: (readonly [string, string])[]) => pageOf('預算及決算書', listOf(...entries))
  const [budget, accounts] = [['115年度單位預算', '/b.pdf'] as const, ['114年度單位決算', '/a.pdf'] as const]
  expect(await behind('6', '預算及決算書', page(budget, accounts), files)).toMatchObject({ state: 'published' })
  expect(await behind('6', '預算及決算書', page(budget), files)).toMatchObject({ state: 'incomplete' })
  expect(await behind('6', '預算及決算書', page(['115年度', '/b.pdf']), files)).toMatchObject({ state: 'undetermined' })
  const apart = siteWithSection(
    [
      ['預算書', '/1'],
      ['決算書', '/2'],
    ],
    { ...files, '/1': page(['115年度', '/b.pdf']), '/2': page(['114年度', '/a.pdf']) },
  )
  expect(await lineOf('6', apart)).toMatchObject({ state: 'published' })
  expect(await lineOf('6', { ...apart, '/2': pageOf('決算書', '<p>查無資料</p>') })).toMatchObject({
    state: 'incomplete',
  })
})

it.each([
  ['5a', '提升服務品質計畫', '提升服務品質執行計畫'],
  ['5c', '研究報告', '自行研究計畫'],
  ['7', '請願及訴願', '訴願須知'],
  ['8', '招標公告', '測試工程招標文件'],
  ['9', '補助資訊', '補助申請須知'],
])('line %s: 「%s」 with nothing but 「%s」 is a question', async (item, label, entry) => {
  const page = pageOf(label, listOf([entry, '/e']))
  expect(await behind(item, label, page, { '/e': pageOf(entry, table) })).toMatchObject({ state: 'undetermined' })
})

it('a list of tenders that shows awards is published', async () => {
  const page = pageOf('招標公告', listOf(['測試工程決標公告', '/e']))
  expect(await behind('8', '招標公告', page, { '/e': pageOf('決標', table) })).toMatchObject({ state: 'published' })
})

it('minutes bind collegial bodies only', async () => {
  const none = siteWithSection([['業務統計', '/s']], { '/s': pageOf('業務統計', table) })
  expect(await lineOf('10', none, { agency: { isCollegial: true } })).toMatchObject({ state: 'not-published' })
  expect(await lineOf('10', none, { agency: { isCollegial: false } })).toMatchObject({ state: 'not-applicable' })
  expect(await lineOf('10', none)).toMatchObject({ state: 'undetermined' })
  const says = { ...none, '/about': pageOf('關於', '<p>本局非合議制機關，無會議紀錄。</p>') }
  expect(await lineOf('10', says)).toMatchObject({ state: 'not-applicable' })
  expect(await behind('10', '委員會議紀錄', pageOf('委員會議紀錄', minutes))).toMatchObject({ state: 'published' })
})

it('items in rows of one table are read by their row', async () => {
  const row = (label: string, href: string) => `<tr><td>${label}</td><td><a href="${href}">按此</a></td></tr>`
  const main = `<table><tr><th>項目</th><th>連結</th></tr>${row('業務統計', '/s')}${row('支付或接受之補助', '/gone')}</table>`
  const site = {
    ...siteWithSection([], { '/s': pageOf('業務統計', table), '/gone': { status: 404 } }),
    '/open': pageOf('政府資訊公開', main),
  }
  expect(await lineOf('5b', site)).toMatchObject({ state: 'published' })
  expect(await lineOf('9', site)).toMatchObject({ state: 'not-published' })
})

it('the entries of a side menu are no entries of the item', async () => {
  const menu = listOf(['業務統計', '/s'], ['行政指導有關文書', '/item'])
  const site = {
    ...siteWithSection(
      [
        ['業務統計', '/s'],
        ['行政指導有關文書', '/item'],
      ],
      { '/s': pageOf('業務統計', table), '/item': pageOf('行政指導有關文書', `${menu}<p>查無資料</p>`) },
    ),
  }
  expect(await lineOf('4', site)).toMatchObject({ state: 'not-published' })
})

it("another agency's sample menu says nothing of this one", async () => {
  const site = siteWithSection([['行政院環境保護署資訊公開要點法規', '/item']], { '/item': pageOf('要點', table) })
  expect(await lineOf('1', site)).toMatchObject({ state: 'not-published' })
})

it('measures count the twelve lines and the ten chapters', async () => {
  const site = siteWithSection(
    [
      ['施政計畫', '/s'],
      ['業務統計', '/s'],
      ['研究報告', '/s'],
      ['支付或接受之補助', '/s'],
    ],
    { '/s': pageOf('施政', payees) },
  )
  const { measures } = await resultOf('disclosure/article7-items', site, { agency: { isCollegial: false } })
  const by = Object.fromEntries(measures.map((measure) => [measure.name, measure]))
  expect(by['published']).toMatchObject({ value: 4, unknown: 1, outOf: 11 })
  expect(by['notApplicable']).toMatchObject({ value: 1, outOf: 12 })
  expect(by['chapters']).toMatchObject({ value: 2, unknown: 1, outOf: 9 })
})

it('nothing is measured of a site that gave no page', async () => {
  expect(await resultOf('disclosure/article7-items', { '/': { failure: 'refused' } })).toMatchObject({
    status: 'undetermined',
    measures: [],
  })
})

it('hostile markup does not throw', async () => {
  const nested = '<table>'.repeat(200) + '<a href="http://[">政府資訊公開</a>'.repeat(50)
  const site = { '/': `${nested}<a href="/open">政府資訊公開<li><a href=x>法規`, '/open': '<ul><li><a href="#">統計' }
  expect((await resultOf('disclosure/article7-items', site)).status).toBe('done')
})

it('an item whose list scripts make is read where a browser showed it', async () => {
  const shell = '<html><body><div id="app">{{ list }}</div><script src="/app.js"></script></body></html>'
  const site = siteWithSection([['補助資訊', '/item']], { '/item': shell })
  expect(await lineOf('9', site, { rendered: { '/item': pageOf('補助資訊', payees) } })).toMatchObject({
    state: 'published',
  })
  const empty = pageOf('補助資訊', '<p>查無資料</p>')
  expect(await lineOf('9', site, { rendered: { '/item': empty } })).toMatchObject({ state: 'not-published' })
})

const files = { '/a.pdf': { body: '%PDF-1.7 x' }, '/b.pdf': { body: '%PDF-1.7 y' } }

it.each([
  ['115年度施政計畫', 'published'],
  ['2026年度施政計畫', 'published'],
  ['114至117年度中程施政計畫', 'published'],
  ['114年度施政計畫', 'incomplete'],
  ['施政計畫全文', 'undetermined'],
])('a plan is published when it is of this year: 「%s」 is %s', async (label, state) => {
  expect(await behind('5a', '施政計畫', pageOf('施政計畫', listOf([label, '/a.pdf'])), files)).toMatchObject({ state })
})

it('behind a label of quality plans only what is called a plan of the agency tells its year', async () => {
  const page = pageOf('施政績效', listOf(['115年度施政績效報告', '/a.pdf'], ['114年度施政計畫', '/b.pdf']))
  expect(await behind('5a', '施政績效', page, files)).toMatchObject({ state: 'incomplete' })
})

it.each([
  ['115年10月水權登記統計', 'published'],
  ['114年統計年報', 'published'],
  ['112年統計年報', 'incomplete'],
  ['水權登記統計表', 'undetermined'],
])('statistics are published when they are not older than 18 months: 「%s」 is %s', async (label, state) => {
  expect(await behind('5b', '業務統計', pageOf('業務統計', listOf([label, '/a.pdf'])), files)).toMatchObject({ state })
})

it('the year may stand in the name of the file alone, or on the page behind the entry', async () => {
  const named = { '/statistics-2026.ods': { body: 'PK' } }
  expect(
    await behind('5b', '業務統計', pageOf('業務統計', listOf(['下載', '/statistics-2026.ods'])), named),
  ).toMatchObject({
    state: 'published',
  })
  const list = pageOf('業務統計', listOf(['水權登記', '/detail']))
  const detail = { '/detail': pageOf('水權登記', `<p>資料期間：115年第3季</p>${table}`) }
  expect(await behind('5b', '業務統計', list, detail)).toMatchObject({ state: 'published' })
})

it('old books are incomplete, each by its own term', async () => {
  const page = (...entries: (readonly [string, string])[]) => pageOf('預算及決算書', listOf(...entries))
  const at = (startedAt: string, budget: string, accounts: string) =>
    behind('6', '預算及決算書', page([budget, '/a.pdf'], [accounts, '/b.pdf']), files, { run: { startedAt } })
  const [april, may, september] = ['2026-04-30T02:00:00Z', '2026-05-01T02:00:00Z', '2026-09-01T02:00:00Z']
  expect(await at(april, '114年度預算', '113年度決算')).toMatchObject({ state: 'published' })
  expect(await at(may, '114年度預算', '113年度決算')).toMatchObject({ state: 'incomplete' })
  expect(await at(may, '115年度預算', '113年度決算')).toMatchObject({ state: 'published' })
  expect(await at(september, '115年度預算', '113年度決算')).toMatchObject({
    state: 'incomplete',
    because: '決算書最新為113年度，未見114年度',
  })
  expect(await at(september, '116年度預算案', '114年度決算')).toMatchObject({ state: 'published' })
  expect(await at(september, '單位預算', '單位決算')).toMatchObject({ state: 'undetermined' })
})

it('subsidies need payee and amount, rulings date and number, where all of it was read', async () => {
  expect(await behind('9', '支付之補助', pageOf('補助', payees))).toMatchObject({ state: 'published' })
  const bare = '<table><tr><th>年</th><th>案</th></tr><tr><td>115</td><td>甲案</td></tr></table>'
  expect(await behind('9', '支付之補助', pageOf('補助', bare))).toMatchObject({
    state: 'incomplete',
    because: '所列內容未見受補助對象、金額',
  })
  expect(await behind('9', '支付之補助', pageOf('補助', listOf(['115年第1季', '/a.pdf'])), files)).toMatchObject({
    state: 'published',
  })
  const rulings = (text: string) =>
    behind('2', '解釋令函', pageOf('解釋令函', listOf(['水權疑義', '/r'])), { '/r': pageOf('水權疑義', text) })
  expect(await rulings('<p>115年3月2日水字第1150001號函：應併同登記。</p>')).toMatchObject({ state: 'published' })
  expect(await rulings('<p>應併同登記。</p>')).toMatchObject({ state: 'undetermined' })
})

it('minutes of a collegial body show the four parts the Act names', async () => {
  const collegial = { agency: { isCollegial: true } }
  const at = (content: string) => behind('10', '委員會議紀錄', pageOf('委員會議紀錄', content), {}, collegial)
  expect(await at(minutes)).toMatchObject({ state: 'published' })
  expect(await at(minutes.replace(/出席：[^。]*。/u, ''))).toMatchObject({
    state: 'incomplete',
    because: '所列內容未見出席會議成員名單',
  })
})

it('what the agency says does not apply is for a person to confirm, unless it is published', async () => {
  const told = { agency: { notApplicable: { '4': '本局無行政指導', '9': '本局無補助' } } } as const
  const site = siteWithSection([['支付之補助', '/s']], { '/s': pageOf('補助', payees) })
  expect(await lineOf('4', site, told)).toEqual({
    state: 'not-applicable',
    because: '機關設定載明：「本局無行政指導」',
  })
  expect(await lineOf('9', site, told)).toMatchObject({ state: 'published' })
})
