import { expect, it } from 'vitest'
import type { SiteAnswer } from '../../support/snapshot-of.ts'
import { lineOf, listOf, pageOf, siteWithSection } from './disclosed-site.ts'

/** State of a line where the page of the section holds `main` itself. */
async function told(item: string, main: string, files: Record<string, SiteAnswer> = {}) {
  return lineOf(item, { ...siteWithSection([], files), '/open': pageOf('政府資訊公開', main) })
}

const file = { '/a.pdf': { body: '%PDF-1.7 x' } }

it('what stands below a heading of the section is published there: a table, files, the text of a rule', async () => {
  const payees = '<table><tr><th>受補助對象</th><th>金額</th></tr><tr><td>甲協會</td><td>500,000元</td></tr></table>'
  expect(await told('9', `<h3>九、支付或接受之補助</h3>${payees}`)).toMatchObject({ state: 'published' })
  expect(await told('4', `<h3>行政指導有關文書</h3>${listOf(['節約用水指導', '/a.pdf'])}`, file)).toMatchObject({
    state: 'published',
  })
  const rule = `115年3月2日水字第1150001號函：${'申請人應備妥下列文件，'.repeat(20)}`
  expect(await told('2', `<h3>解釋性規定及裁量基準</h3><p>${rule}</p>`)).toMatchObject({ state: 'published' })
})

it('a heading ends where the next of its rank begins, not at those below it', async () => {
  const parts = `<h3>行政指導有關文書</h3><h4>115年</h4>${listOf(['節約用水指導', '/a.pdf'])}<h3>請願及訴願</h3><p>無</p>`
  expect(await told('4', parts, file)).toMatchObject({ state: 'published' })
  expect(await told('7', parts, file)).toMatchObject({ state: 'undetermined' })
  const wrapped = `<div><h3>行政指導有關文書</h3></div><div><p>無</p></div><div><h3>請願及訴願</h3></div>${listOf(['甲案', '/a.pdf'])}`
  expect(await told('4', wrapped, file)).toMatchObject({ state: 'undetermined' })
})

it.each([
  ['本局115年度無請願及訴願案件。', 'not-applicable'],
  ['115年度無支付或接受補助情形', 'not-applicable'],
  ['無', 'undetermined'],
  ['無此類資訊。', 'undetermined'],
  ['查無資料', 'not-published'],
  ['（整理中）', 'not-published'],
  ['暫無資料', 'undetermined'],
  ['無相關文書', 'undetermined'],
  ['115年度無', 'not-applicable'],
  ['截至115年10月31日止無案件', 'not-applicable'],
  ['未有行政指導文書。', 'undetermined'],
  ['自109年迄今（115年10月31日）無相關案件。', 'not-applicable'],
  ['114學年度起至今（115.11）無請願及訴願案件', 'not-applicable'],
  ['請洽本局各科室。', 'undetermined'],
])('「%s」 below the heading, or in the cell beside the label, makes the line %s', async (words, state) => {
  expect(await told('7', `<h3>請願之處理結果及訴願之決定</h3><p>${words}</p>`)).toMatchObject({ state })
  const row = `<table><tr><th>項目</th><th>內容</th></tr><tr><td>請願及訴願</td><td>${words}</td></tr></table>`
  expect(await told('7', row)).toMatchObject({ state })
})

it('a heading with nothing below it, and heads of columns, tell nothing', async () => {
  expect(await told('7', '<h3>請願及訴願</h3>')).toMatchObject({ state: 'not-published' })
  const heads = '<table><tr><th>訴願決定</th><th>補助</th></tr><tr><td>甲</td><td>乙</td></tr></table>'
  expect(await told('7', heads)).toMatchObject({ state: 'not-published' })
})

it('beside a link that is only a sign, its row says which year it is', async () => {
  const row = (year: number) =>
    `<table><tr><td>施政計畫</td><td>${year}年度 <a href="/a.pdf"><img src="/i.gif" alt="PDF檔"></a></td></tr></table>`
  expect(await told('5a', row(115), file)).toMatchObject({ state: 'published' })
  expect(await told('5a', row(112), file)).toMatchObject({ state: 'incomplete' })
})

it('a link to a place on its own page is judged by what stands there', async () => {
  const tabs = (panel: string) =>
    `<ul><li><a href="#t7">請願及訴願</a></li><li><a href="#t4">行政指導</a></li></ul><div id="t7">${panel}</div><div id="t4">無</div>`
  expect(await told('7', tabs(listOf(['115年第3號訴願決定書', '/a.pdf'])), file)).toMatchObject({ state: 'published' })
  expect(await told('7', tabs('本局115年無請願及訴願案件。'))).toMatchObject({ state: 'not-applicable' })
  expect(await told('7', '<a href="#nowhere">請願及訴願</a><a href="#%E0%A4%A">行政指導</a>')).toMatchObject({
    state: 'undetermined',
  })
})

it('a table of units with what each does tells the organisation', async () => {
  const table =
    '<table><tr><th>課別</th><th>業務職掌</th><th>電話</th></tr><tr><td>登記課</td><td>戶籍登記</td><td>05-5551234</td></tr></table>'
  const rest = '<p>地址：示範縣示範鎮民生路8號 傳真：05-5551235 網址：https://agency.test 電子郵件：a@agency.test</p>'
  expect(await told('3', `<h3>組織職掌</h3>${table}${rest}`)).toMatchObject({ state: 'published' })
})

it('the contact facts of item 3 may stand below its heading', async () => {
  const facts =
    '本所設民政課、財政課。職掌：民政課掌理民政業務。地址：示範縣示範鄉中山路100號，電話：03-9876543，傳真：03-9876544，網址：https://agency.test，電子郵件：a@agency.test'
  const heading = '<h3>三、組織、職掌、地址、電話、傳真、網址及電子郵件信箱帳號</h3>'
  expect(await told('3', `${heading}<p>${facts}</p>`)).toMatchObject({ state: 'published' })
  expect(await told('3', `${heading}<p>${facts.replace(/，網址.*$/u, '')}</p>`)).toMatchObject({ state: 'incomplete' })
})

const shared = '施政計畫、業務統計及研究報告'
const three = listOf(['施政計畫', '/plan'], ['業務統計', '/statistics'], ['研究報告', '/research'])
const pages = {
  '/plan': pageOf('施政計畫', listOf(['115年度施政計畫', '/a.pdf'])),
  '/statistics': pageOf('業務統計', listOf(['115年10月統計月報', '/a.pdf'])),
  ...file,
}

it('a label of several lines is judged line by line, by what bears the name of each', async () => {
  const site = (research: SiteAnswer) =>
    siteWithSection([[shared, '/five']], { '/five': pageOf(shared, three), ...pages, '/research': research })
  const empty = site(pageOf('研究報告', '<p>查無資料</p>'))
  expect(await lineOf('5a', empty)).toMatchObject({ state: 'published' })
  expect(await lineOf('5b', empty)).toMatchObject({ state: 'published' })
  expect(await lineOf('5c', empty)).toMatchObject({ state: 'not-published' })
  const full = site(pageOf('研究報告', listOf(['114年河川委託研究報告', '/a.pdf'])))
  expect(await lineOf('5c', full)).toMatchObject({ state: 'published' })
})

it('a line that nothing behind its label is named for is missing only where all that is there has a name', async () => {
  const named = listOf(['115年度施政計畫', '/a.pdf'], ['115年10月統計月報', '/a.pdf?2'])
  const site = (list: string) =>
    siteWithSection([[shared, '/five']], { '/five': pageOf(shared, list), ...file, '/a.pdf?2': file['/a.pdf'] })
  expect(await lineOf('5c', site(named))).toMatchObject({ state: 'not-published' })
  const other = `${named}${listOf(['河川環境調查', '/a.pdf?3'])}`
  expect(await lineOf('5c', { ...site(other), '/a.pdf?3': file['/a.pdf'] })).toMatchObject({ state: 'undetermined' })
  const unnamed = listOf(['甲', '/a.pdf'], ['乙', '/a.pdf?2'])
  expect(await lineOf('5c', site(unnamed))).toMatchObject({ state: 'published' })
})

it.each([
  ['行政指導：<a href="/a.pdf">節約用水指導</a>', 'published'],
  ['行政指導 <a href="/a.pdf">節約用水指導</a>', 'published'],
  ['<b>行政指導：</b><a href="/a.pdf">節約用水指導</a>', 'published'],
  ['行政指導：本局115年無行政指導案件。', 'not-applicable'],
  ['行政指導：無', 'undetermined'],
])('「%s」 in one line of a list, a cell or a paragraph makes the line %s', async (line, state) => {
  expect(await told('4', `<ul><li>${line}</li></ul>`, file)).toMatchObject({ state })
  expect(await told('4', `<p>${line}</p>`, file)).toMatchObject({ state })
  expect(await told('4', `<table><tr><td>${line}</td></tr></table>`, file)).toMatchObject({ state })
})

it.each([
  ['<p>七、請願及訴願（承縣政府辦理，本所無）</p><p>八、採購</p>', 'undetermined'],
  ['<h3>請願及訴願（本所115年無案件）</h3><h3>採購</h3>', 'not-applicable'],
  ['<h3>請願及訴願（另開視窗）</h3><h3>採購</h3>', 'not-published'],
])('a remark in brackets behind a label with nothing below it is what stands there: %s', async (lines, state) => {
  expect(await told('7', lines)).toMatchObject({ state })
})

it('numbered lines of text are labels of what follows until the next', async () => {
  const lines = `<p>四、行政指導有關文書</p>${listOf(['節約用水指導', '/a.pdf'])}<p>七、請願之處理結果及訴願之決定</p><p>無此類資訊。</p>`
  expect(await told('4', lines, file)).toMatchObject({ state: 'published' })
  expect(await told('7', lines, file)).toMatchObject({ state: 'undetermined' })
  expect(await told('7', '<p>請願及訴願</p><p>請洽本局。</p>')).toMatchObject({ state: 'not-published' })
})

it.each([
  '<div><button data-toggle="collapse" data-target="#c4">行政指導</button></div><div id="c4">PANEL</div>',
  '<div><div role="button" aria-controls="c4">行政指導</div><div><div id="c4">PANEL</div></div></div>',
  '<div class="card"><div class="card-header"><h5><button data-bs-target="#c4">行政指導</button></h5></div><div id="c4">PANEL</div></div>',
  '<details><summary>行政指導</summary>PANEL</details>',
])('a panel that unfolds below its head is read: %s', async (panel) => {
  const withFile = panel.replace('PANEL', listOf(['節約用水指導', '/a.pdf']))
  expect(await told('4', withFile, file)).toMatchObject({ state: 'published' })
  expect(await told('4', panel.replace('PANEL', '本局115年無行政指導案件。'))).toMatchObject({
    state: 'not-applicable',
  })
  expect(await told('4', panel.replace('PANEL', ''))).toMatchObject({ state: 'not-published' })
})

const side = `<nav><ul><li><a href="/plan">施政計畫</a></li><li><a href="/statistics">業務統計</a></li></ul></nav>`

it('what names some lines in a menu says nothing of what a page holds that shows only with scripts, or in a table', async () => {
  const behindFive = (five: string) => lineOf('5c', siteWithSection([[shared, '/five']], { '/five': five, ...pages }))
  const shell = `<html><body>${side}<div id="app">{{ list }}</div><script src="/app.js"></script></body></html>`
  expect(await behindFive(shell)).toMatchObject({ state: 'undetermined' })
  const rows = '<table><tr><th>名稱</th><th>年度</th></tr><tr><td>河川環境調查</td><td>114年</td></tr></table>'
  const table = pageOf(shared, rows).replace('<main>', `${side}<main>`)
  expect(await behindFive(table)).not.toMatchObject({ state: 'not-published' })
  const told = pageOf(shared, `<p>${'本局河川環境調查之成果如下。'.repeat(20)}</p>`).replace('<main>', `${side}<main>`)
  expect(await behindFive(told)).not.toMatchObject({ state: 'not-published' })
})

it('words of nothing in a page that only scripts fill do not make the entry that leads there an empty one', async () => {
  const shell =
    '<html><body><main><p>查無資料</p></main><div id="app">{{ list }}</div><script src="/app.js"></script></body></html>'
  const main = `<h3>行政指導</h3>${listOf(['節約用水指導', '/entry'])}`
  expect(await told('4', main, { '/entry': shell })).not.toMatchObject({ state: 'not-published' })
  const served = pageOf('節約用水指導', '<p>查無資料</p>')
  expect(await told('4', main, { '/entry': served })).toMatchObject({ state: 'not-published' })
})

it('tables of a page that is one form, as ASP.NET makes them, are data', async () => {
  const minutes = '<table><tr><th>受補助對象</th><th>金額</th></tr><tr><td>甲協會</td><td>500,000元</td></tr></table>'
  const form = `<form method="post"><input type="hidden" name="__VIEWSTATE" value="x"><h3>支付或接受之補助</h3>${minutes}</form>`
  expect(await told('9', form)).toMatchObject({ state: 'published' })
})

it('beside the cell that says that there is nothing, the unit in charge may stand', async () => {
  const row =
    '<table><tr><td>請願及訴願</td><td>無</td><td>各處室</td></tr><tr><td>補助</td><td>無</td><td>—</td></tr></table>'
  expect(await told('7', row)).toMatchObject({ state: 'undetermined', because: expect.stringContaining('「無」') })
  expect(await told('7', `${row}<p>更新日期：115-11-02</p>`)).toMatchObject({ state: 'not-applicable' })
})

it('an entry without a link may say in brackets that there is nothing', async () => {
  const entries = '<ul><li>行政指導文書（本所無此項資料）</li><li>施政計畫（請洽秘書室）</li></ul>'
  expect(await told('4', `${entries}<p>更新日期：115-07-01</p>`)).toMatchObject({ state: 'not-applicable' })
  expect(await told('5a', entries)).toMatchObject({ state: 'undetermined' })
})

it('a row of the section is read where it leads to a page of the menu', async () => {
  const menu = '<li><a href="/open">政府資訊公開</a></li><li><a href="/units">行政單位</a></li>'
  const facts = '地址：桃園市大溪區青谷路88號 電話：03-3880000 傳真：03-3880009 網址：https://a.test 信箱：a@a.test'
  const row = `<table><tr><td>三</td><td>組織、職掌、地址、電話、傳真、網址及電子郵件</td><td><a href="/units">行政單位</a> ${facts}</td></tr></table>`
  const bare = (title: string, body: string) =>
    pageOf(title, body, menu)
      .replace(/<\/?main>/gu, '')
      .replace(/<nav>|<\/nav>/gu, '')
  const units = '<table><tr><th>處室</th><th>職掌</th></tr><tr><td>教務處</td><td>課程、教學</td></tr></table>'
  const others = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/p${n}`, bare(`第${n}頁`, `<p>本文${n}</p>`)]))
  const links = [1, 2, 3, 4, 5].map((n) => `<a href="/p${n}">第${n}頁</a>`).join('')
  const site = {
    '/': bare('測試機關', `<p>歡迎</p>${links}`),
    '/open': bare('政府資訊公開', row),
    '/units': bare('行政單位', units),
    ...others,
  }
  expect(await lineOf('3', site)).toMatchObject({ state: 'published' })
})

it('where the section lists what is public in a file, what it does not name itself is not known', async () => {
  const list = listOf(['主動公開資訊項目一覽表.pdf', '/list.pdf'])
  const files = { '/list.pdf': { body: '%PDF-1.7 x' } }
  for (const item of ['1', '4', '5a', '6', '8'])
    expect(await told(item, list, files)).toMatchObject({
      state: 'undetermined',
      because: expect.stringContaining('一覽表'),
    })
  expect(await told('8', '<p>本專區建置中。</p>')).toMatchObject({ state: 'not-published' })
})

it('links that only say 「下載」 are named by their row and the head of their column', async () => {
  const files = { '/b.pdf': { body: '%PDF-1.7 b' }, '/c.pdf': { body: '%PDF-1.7 c' }, '/d.pdf': { body: '%PDF-1.7 d' } }
  const books = (year: number) =>
    `<h3>預算及決算書</h3><table><tr><th>年度</th><th>預算</th><th>決算</th></tr>
    <tr><td>115</td><td><a href="/b.pdf">下載</a></td><td>－</td></tr><tr><td>${year}</td><td>－</td><td><a href="/c.pdf">下載</a></td></tr></table>`
  expect(await told('6', books(114), files)).toMatchObject({ state: 'published' })
  expect(await told('6', books(112), files)).toMatchObject({ state: 'incomplete' })
  const budgets =
    '<h3>預算及決算書</h3><ul><li>115年度法定預算 <a href="/b.pdf">PDF</a></li><li>114年度法定預算 <a href="/c.pdf">PDF</a></li></ul>'
  expect(await told('6', budgets, files)).toMatchObject({ state: 'incomplete' })
  const own = '<h3>研究報告</h3><ul><li>113年度自行研究報告：提升鑑界精度 <a href="/d.pdf">下載</a></li></ul>'
  expect(await told('5c', own, files)).toMatchObject({ state: 'undetermined' })
})

it('each book is of the year its own link says', async () => {
  const files = { '/b.pdf': { body: '%PDF-1.7 b' }, '/c.pdf': { body: '%PDF-1.7 c' } }
  const books = listOf(['115年度單位預算', '/b.pdf'], ['112年度單位決算', '/c.pdf'])
  expect(await told('6', `<h2>六、預算及決算書</h2>${books}`, files)).toMatchObject({ state: 'incomplete' })
})

it('a line that says beside its label that there is nothing may end in a date in brackets', async () => {
  const entry = '<ul><li>書面之公共工程及採購契約：本年度無達公告金額之採購契約（115年10月底）</li></ul>'
  expect(await told('8', entry)).toMatchObject({ state: 'not-applicable' })
})

it('years below a heading that names one book are years of that book', async () => {
  const page = (year: number) =>
    pageOf(
      '預決算專區',
      `<h3>單位預算</h3><div><a href="/b.pdf">115年度</a></div><h3>單位決算</h3><div><a href="/c.pdf">${year}年度</a></div>`,
    )
  const files = { '/b.pdf': { body: '%PDF-1.7 b' }, '/c.pdf': { body: '%PDF-1.7 c' } }
  const link = '<ul><li>預算及決算書：<a href="/bud">預決算專區</a></li></ul>'
  expect(await told('6', link, { ...files, '/bud': page(114) })).toMatchObject({ state: 'published' })
  expect(await told('6', link, { ...files, '/bud': page(112) })).toMatchObject({ state: 'incomplete' })
})

it('units with what they do behind a colon tell the duties', async () => {
  const units = '<p>本局設災害預防科、災害搶救科。</p><ul><li>災害預防科：消防安全檢查、防火管理</li></ul>'
  const contact = '<p>地址：嘉南縣太平市消防路119號 電話：05-3620000</p>'
  const link = '<ul><li>組織及職掌：<a href="/org">組織編制</a></li></ul>'
  expect(await told('3', link, { '/org': pageOf('組織編制', units + contact) })).toMatchObject({ state: 'incomplete' })
})
