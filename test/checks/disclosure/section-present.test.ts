import { expect, it } from 'vitest'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf, siteWithSection } from './disclosed-site.ts'

const items = [
  ['施政計畫', '/plan'],
  ['預算及決算書', '/budget'],
] as const
const itemPages = {
  '/plan': pageOf(
    '施政計畫',
    '<table><tr><th>年度</th><th>名稱</th></tr><tr><td>115</td><td>施政計畫</td></tr></table>',
  ),
  '/budget': pageOf('預算及決算書', '<p>x</p>'),
}

async function section(files: Record<string, SiteAnswer>, options: SnapshotOptions = {}) {
  const result = await resultOf('disclosure/section-present', files, options)
  const [finding] = result.findings
  const said =
    finding === undefined ? null : { verdict: finding.verdict, messageId: finding.messageId, url: finding.url }
  return { status: result.status, sections: result.measures[0]?.value ?? null, said, finding, detail: result.detail }
}

it('a section in the menu that lists items conforms, one click from home', async () => {
  const { said, finding, sections, detail } = await section(siteWithSection(items, itemPages))
  expect(said).toEqual({ verdict: 'conforms', messageId: 'present', url: 'http://agency.test/open' })
  expect(finding?.values).toMatchObject({ place: '首頁選單', clicks: 1 })
  expect(sections).toBe(1)
  expect(detail).toEqual({
    kind: 'disclosure-section',
    section: { url: 'http://agency.test/open', label: '政府資訊公開' },
  })
})

it('a section that stands in the footer or only in the site map conforms', async () => {
  const home = pageOf('測試機關', '').replace('</footer>', '<a href="/open">公開資訊</a></footer>')
  const site = siteWithSection(items, itemPages)
  expect((await section({ ...site, '/': home })).finding?.values).toMatchObject({ place: '首頁頁尾' })
  const bare = { ...site, '/': pageOf('測試機關', '') }
  expect((await section(bare)).finding?.values).toMatchObject({ place: '網站導覽' })
})

it('a section named by the alternative text of a picture is found', async () => {
  const picture = '<li><a href="/open"><img src="/a.png" alt="主動公開資訊"></a></li>'
  const site = { ...siteWithSection(items, itemPages), '/': pageOf('測試機關', '', picture) }
  expect((await section(site)).said).toMatchObject({ verdict: 'conforms' })
})

it('sections nested in each other are one section', async () => {
  const site = {
    ...siteWithSection([], itemPages),
    '/open': pageOf('資訊公開', listOf(['政府資訊公開', '/open/2'])),
    '/open/2': pageOf('政府資訊公開', listOf(['主動公開資訊', '/open/3'])),
    '/open/3': pageOf('主動公開資訊', listOf(...items)),
  }
  expect((await section(site)).said).toMatchObject({ verdict: 'conforms', messageId: 'present' })
})

it('a head of a menu without an address of its own is a section when the items stand below it', async () => {
  const menu = `<li><a href="#">資訊公開</a>${listOf(...items)}</li>`
  const site = {
    ...siteWithSection([], itemPages),
    '/': pageOf('測試機關', '', menu),
    '/sitemap': pageOf('網站導覽', ''),
  }
  expect((await section(site)).said).toMatchObject({ verdict: 'conforms', messageId: 'menu-only' })
})

it('a section in a comment is no section', async () => {
  const menu = '<!-- <li><a href="/open">政府資訊公開</a></li> --><li><a href="/news">最新消息</a></li>'
  const site = {
    '/': pageOf('測試機關', '', menu),
    '/sitemap': pageOf('網站導覽', listOf(['最新消息', '/news'])),
    '/news': pageOf('最新消息', ''),
    '/open': pageOf('政府資訊公開', listOf(...items)),
    ...itemPages,
  }
  expect((await section(site)).said).toEqual({
    verdict: 'violates',
    messageId: 'missing',
    url: 'http://agency.test/',
  })
})

it.each([
  '資訊公開要點',
  '醫療品質資訊公開',
  '政府資料開放',
  '主動公開資訊(94.05.23起不再刊登行政院公報)',
  '公職人員及關係人補助或交易身分關係公開專區',
])('「%s」 in the menu is no section', async (label) => {
  const site = {
    '/': pageOf('測試機關', '', `<li><a href="/x">${label}</a></li>`),
    '/sitemap': pageOf('網站導覽', listOf([label, '/x'])),
    '/x': pageOf(label, listOf(...items)),
    ...itemPages,
  }
  expect((await section(site)).said).toMatchObject({ verdict: 'violates', messageId: 'missing' })
})

it('a page of the law that quotes Article 7 is no section, one of that name that lists the items is', async () => {
  const quote =
    '<p>第7條 下列政府資訊應主動公開：一、條約、法律。五、施政計畫、業務統計及研究報告。六、預算及決算書。</p>'
  const site = (main: string) => ({
    '/': pageOf('測試機關', '', '<li><a href="/act">政府資訊公開法</a></li>'),
    '/sitemap': pageOf('網站導覽', listOf(['政府資訊公開法', '/act'])),
    '/act': pageOf('政府資訊公開法', main),
    ...itemPages,
  })
  expect((await section(site(quote))).said).toMatchObject({ verdict: 'violates', messageId: 'missing' })
  const list = listOf(...items, ['業務統計', '/plan'])
  expect((await section(site(list))).said).toMatchObject({ verdict: 'conforms' })
})

it('a section that leads to a missing page or lists nothing is a violation', async () => {
  const site = siteWithSection([], {})
  expect((await section({ ...site, '/open': { status: 404 } })).said).toMatchObject({ messageId: 'dead' })
  expect((await section(site)).said).toMatchObject({ verdict: 'violates', messageId: 'empty' })
})

it('a section that was missing once and was not asked for again is a question', async () => {
  const site = { ...siteWithSection([], {}), '/open': { status: 404 } }
  const { said } = await section(site, { confirmations: { '/open': null } })
  expect(said).toMatchObject({ verdict: 'needs-review', messageId: 'unseen' })
})

it('a section of other things is a question', async () => {
  const others = [
    ['檔案應用', '/a'],
    ['性別平等專區', '/b'],
  ] as const
  const site = siteWithSection(others, { '/a': pageOf('檔案應用', ''), '/b': pageOf('性別平等', '') })
  expect(await section(site)).toMatchObject({ status: 'undetermined', said: { messageId: 'thin' } })
})

it('nothing is said of a section that was not fetched, or stands behind a shell', async () => {
  const unfetched = siteWithSection(items, itemPages)
  delete unfetched['/open']
  expect(await section(unfetched, { unfetched: ['/open'] })).toMatchObject({
    status: 'undetermined',
    said: { verdict: 'needs-review', messageId: 'unseen' },
  })
  const shell = '<html><body><div id="app">{{ text }}</div><script src="/app.js"></script></body></html>'
  expect(await section({ '/': shell })).toMatchObject({ status: 'undetermined', said: null })
})

it('without the site map page its absence is not claimed', async () => {
  const site = { '/': pageOf('測試機關', '', '<li><a href="/news">最新消息</a></li>'), '/news': pageOf('最新消息', '') }
  expect(await section({ ...site, '/sitemap': { failure: 'robots' } })).toMatchObject({ status: 'undetermined' })
  expect(await section({ ...site, '/sitemap': { status: 503 } })).toMatchObject({ status: 'undetermined' })
})

it('a menu that scripts make is read where a browser showed it', async () => {
  const shell = '<html><body><div id="app">{{ text }}</div><script src="/app.js"></script></body></html>'
  const shown = pageOf('測試機關', '<p>歡迎</p>', '<li><a href="/open">政府資訊公開</a></li>')
  const site = { ...siteWithSection(items, itemPages), '/': shell }
  const { said, finding } = await section(site, { rendered: { '/': shown } })
  expect(said).toEqual({ verdict: 'conforms', messageId: 'present', url: 'http://agency.test/open' })
  expect(finding?.values).toMatchObject({ place: '首頁選單', clicks: 1 })
  const [evidence] = finding?.evidence ?? []
  expect(evidence).toMatchObject({ kind: 'element', view: 'rendered' })
  if (evidence?.kind !== 'element') throw new Error('no element')
  expect(shown.slice(evidence.start, evidence.end)).toBe('<a href="/open">政府資訊公開</a>')
})

const sampleMenu = listOf(['行政院環境保護署資訊公開要點', '#'], ['預算及會計月報', '#'], ['業務標準作業流程', '#'])

it("a template's menu of another agency is no section, and is told", async () => {
  const site = {
    '/': pageOf('測試機關', '', `<li><a href="#">政府資訊公開</a>${sampleMenu}</li>`),
    '/sitemap': pageOf('網站導覽', listOf(['最新消息', '/news'])),
    '/news': pageOf('最新消息', ''),
  }
  const result = await resultOf('disclosure/section-present', site)
  expect(result.findings.map(({ messageId, verdict }) => [messageId, verdict]).sort()).toEqual([
    ['left-over', 'violates'],
    ['missing', 'violates'],
  ])
  expect(result.measures[0]).toMatchObject({ value: 0 })
  const items = await resultOf('disclosure/article7-items', site)
  const line = items.detail?.kind === 'disclosure-items' ? items.detail.items.find((one) => one.item === '6') : null
  expect(line).toMatchObject({ state: 'not-published', label: null })
})

it('a section with pages of its own is one, though the menu below it was left over', async () => {
  const site = siteWithSection(items, itemPages)
  const menu = `<li><a href="/open">政府資訊公開</a>${sampleMenu}</li>`
  const result = await resultOf('disclosure/section-present', { ...site, '/': pageOf('測試機關', '', menu) })
  expect(result.findings.map(({ messageId }) => messageId).sort()).toEqual(['left-over', 'present'])
  expect(result.measures[0]).toMatchObject({ value: 1 })
})

it('the menu of the agency it names is its own', async () => {
  const menu = `<li><a href="#">政府資訊公開</a>${listOf(['行政院環境保護署資訊公開要點', '/rule'], ...items)}</li>`
  const site = {
    ...siteWithSection([], itemPages),
    '/': pageOf('行政院環境保護署', '', menu),
    '/rule': pageOf('要點', ''),
  }
  const own = await resultOf('disclosure/section-present', site, { agency: { name: '行政院環境保護署' } })
  expect(own.findings.map(({ messageId }) => messageId)).toEqual(['menu-only'])
})

it('a label 網站導覽 without an address is no site map', async () => {
  const home = pageOf('測試機關', '<p><a href="#">網站導覽</a></p>').replace('<a href="/sitemap">網站導覽</a>', '')
  expect((await section({ '/': home })).status).toBe('undetermined')
  const inFooter = home.replace('href="#">網站導覽', 'href="#footer">網站導覽')
  expect((await section({ '/': inFooter })).status).toBe('done')
})

it('where a third of the labels of the home page lead nowhere, nothing is said to be missing', async () => {
  const idle = Array.from({ length: 12 }, (_, index) => `<p><a href="">項目${index}</a></p>`).join('')
  const site = { '/': pageOf('測試機關', idle), '/sitemap': { status: 404 } }
  expect((await section(site)).status).toBe('undetermined')
})

it("a school's 校務資訊公開 is the section where items of Article 7 stand in it, and else is not", async () => {
  const school = (...entries: (readonly [string, string])[]) => ({
    '/': pageOf('測試大學', '', '<li><a href="/open">校務及財務資訊公開專區</a></li>'),
    '/sitemap': pageOf('網站導覽', listOf(['校務及財務資訊公開專區', '/open'])),
    '/open': pageOf('校務及財務資訊公開', listOf(...entries)),
    ...itemPages,
  })
  const items = [
    ['校務發展計畫', '/plan'],
    ['基本數據及趨勢', '/plan'],
    ['會計師查核報告', '/budget'],
    ['學校採購及處分重大資產情形', '/budget'],
  ] as const
  expect((await section(school(...items))).said).toMatchObject({ verdict: 'conforms', messageId: 'present' })
  const other = [
    ['學雜費與就學輔助資訊', '/plan'],
    ['開課與師資資訊', '/budget'],
  ] as const
  expect((await section(school(...other))).said).toMatchObject({ verdict: 'violates', messageId: 'missing' })
})

it('a page that quotes Article 7 is no section', async () => {
  const quote =
    '<p>下列政府資訊，應主動公開：一、條約、對外關係文書、法律。二、解釋性規定及裁量基準。三、組織、職掌、地址。六、預算及決算書。</p>'
  const menu = '<li><a href="/act">政府資訊公開法第7條</a></li>'
  const site = {
    '/': pageOf('測試機關', '', menu),
    '/sitemap': pageOf('網站導覽', listOf(['政府資訊公開法第7條', '/act'])),
    '/act': pageOf('政府資訊公開法第7條', quote),
  }
  expect((await section(site)).said).toMatchObject({ verdict: 'violates', messageId: 'missing' })
})
