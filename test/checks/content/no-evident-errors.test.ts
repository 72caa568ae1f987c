import fc from 'fast-check'
import { expect, it } from 'vitest'
import check from '../../../checks/content/no-evident-errors.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const long =
  '本局辦理水權登記及用水計畫審查，申請人應檢附文件於上班時間至服務臺提出，審查期間為三十日，逾期未補正者退回申請，並以書面通知申請人。'

function page(title: string, main: string): string {
  return `<title>${title}－示範水資源局</title><main><h1>${title}</h1>${main}</main>`
}

const audit = (answer: SiteAnswer, options?: SnapshotOptions) =>
  checkSite(check, { '/': `<title>示範水資源局</title><p>${long}<a href="/a">水權登記</a>`, '/a': answer }, options)

it.each([
  ['replacement', page('水權登記', `<p>申請人應檢附身分證明\ufffd件。${long}</p>`)],
  ['garbled', page('水權登記', `<p>嚙踝蕭嚙踝蕭${long}</p>`)],
  ['garbled', page('水權登記', '<p>æ°´æ¬Šç™»è¨˜ç”³è«‹</p>')],
  ['garbled', page('水權登記', `<p>锟斤拷锟斤拷${long}</p>`)],
  ['filler', page('水權登記', `<p>${long}Lorem ipsum dolor sit amet.</p>`)],
  ['filler', page('水權登記', `<p>${long}承辦人：[object Object]</p>`)],
  ['filler', page('水權登記', `<p>${long}圖說文字圖說文字圖說文字</p>`)],
  ['placeholder', page('單元名稱', `<p>${long}</p>`)],
  ['placeholder', page('水權登記', `<p>${long}</p><a href="/a">第二層選單</a>`)],
  ['placeholder', `<title>Untitled Document</title><main><h1>水權登記</h1><p>${long}</p></main>`],
  ['placeholder', page('水權登記', `<h2>節點頁節點頁節點頁</h2><p>${long}</p>`)],
  ['placeholder', page('水權登記', `<p>${long}</p><a href="/a">107-01-01分類第二則消息</a>`)],
  ['placeholder', page('水權登記', `<p>${long}</p><a href="/a">節點3</a>`)],
  ['placeholder', page('水權登記', `<p>${long}</p><a href="/a">第三層選單有下層</a>`)],
  ['placeholder', page('水權登記', `<h2>大標題h2</h2><p>${long}</p>`)],
  ['placeholder', page('水權登記', `<h2>相簿標題</h2><p>${long}</p>`)],
  ['placeholder', page('水權登記', `<h2>連結文字樣式</h2><p>${long}</p>`)],
  ['placeholder', page('水權登記', `<h2>預留類別一</h2><p>${long}</p>`)],
  ['filler', page('水權登記', `<p>${long}圖說圖說圖說圖說</p>`)],
  ['test', page('測試', `<p>${long}</p>`)],
  ['test', page('test', `<p>${long}</p>`)],
  ['test', page('最新消息', '<p>這是測試內容</p>')],
  ['under-construction', page('水權登記', '<p>網頁建置中，敬請期待！</p>')],
  ['under-construction', page('網站維護中', '<p>請洽資訊室。</p>')],
  ['under-construction', page('Water', '<p>Coming soon...</p>')],
  ['empty', page('水權登記', '')],
])('%s: %s violates', async (kind, html) => {
  const { outcomes, numbers } = await audit(html)
  expect(outcomes).toEqual([[kind, 'violates']])
  expect(numbers['faults']?.[0]).toBe(1)
})

it.each([
  ['a page about tests', page('電話禮貌測試', `<p>本局每月辦理電話禮貌測試。${long}</p>`)],
  ['a test report', page('測試報告', `<p>${long}</p>`)],
  ['a section of a manual', page('系統操作手冊', `<h2>測試</h2><p>${long}</p>`)],
  ['works under way', page('堤防工程', `<h2>施工前</h2><p>${long}</p><h2>施工中</h2><p>${long}</p>`)],
  ['a plan under construction in an article', page('停車場', `<p>地下停車場刻正建置中，預計明年完工。${long}</p>`)],
  ['a title of works', page('施工中', `<p>${long}${long}</p>`)],
  ['a word about layers', page('選單說明', `<p>本網站之第二層選單可由鍵盤操作。${long}</p>`)],
  ['a column head', page('留言板', `<table><tr><th><a href="/a?s">主題名稱</a></table><p>${long}</p>`)],
  ['a guide brick', `<a href="#C" title="網站標題" accesskey="U"></a>${page('水權登記', `<p>${long}</p>`)}`],
  ['a short page', page('節水標語', '<p>點滴匯成河。</p>')],
  ['a page of pictures', page('活動照片', '<img src="/a.png" alt="活動照片">')],
  ['a page of one form', page('查詢', '<form><input name="q" title="案號"></form>')],
  ['French and German', page('Visite', `<p>Les élèves étaient très intéressés; größere Anlagen.</p><p>${long}</p>`)],
  [
    'names of things that are numbered',
    page('展覽', `<h2>第3展區</h2><a href="/a">資源分類10則</a><a href="/a">節點機房</a><p>${long}</p>`),
  ],
  [
    'a page about styles',
    page('網站設計規範', `<h2>表格樣式說明</h2><h2>標題之層級</h2><h2>公文格式樣式</h2><p>${long}</p>`),
  ],
  ['news of a date', page('最新消息', `<a href="/a">115-01-01第二期水情公告</a><p>${long}</p>`)],
  ['one word of filler', page('排版', `<p>排版人員常以 lorem ipsum 代替內文。${long}</p>`)],
  ['a page that is done', page('工程', `<p>本工程已完工。${long}</p>`)],
])('%s is no error', async (_, html) => {
  const { outcomes } = await audit(html)
  expect(outcomes).toEqual([['clean', 'conforms']])
})

it('the same words on many pages are one fault; what stands in a menu is the fault of the site, not of the page', async () => {
  const menu = '<nav><a href="/a">第三層選單</a></nav>'
  const pages = Object.fromEntries(['/a', '/b'].map((path) => [path, `${menu}${page('水權登記', `<p>${long}</p>`)}`]))
  const { findings, numbers } = await checkSite(check, { '/': `<p>${long}`, ...pages })
  expect(findings).toMatchObject([{ messageId: 'placeholder', pages: 2, values: { quote: '第三層選單', pages: 2 } }])
  expect(numbers).toEqual({ sound: [3, 0, 3], faults: [1, 0, null] })
})

it('words that differ by a number alone are one fault', async () => {
  const links = ['節點1', '節點2', '節點3', '節點10'].map((text) => `<a href="/a">${text}</a>`).join('')
  const { findings } = await checkSite(check, {
    '/': page('水權登記', `<p>${long}</p>${links}<h2>標題二</h2><h3>標題三</h3>`),
  })
  expect(findings.map(({ values }) => values['quote']).sort()).toEqual([
    '標題二」、「標題三',
    '節點1」、「節點2」、「節點3',
  ])
})

it('a heading of filler is one fault, though it is part of the text too', async () => {
  const heading = '標題標題標題標題標題標題'
  expect((await audit(page('水權登記', `<h2>${heading}</h2><p>${long}</p>`))).outcomes).toEqual([
    ['placeholder', 'violates'],
  ])
  const linked = await audit(page('水權登記', `<a href="/">${heading}</a><p>${long}</p>`))
  expect([linked.outcomes, linked.numbers['sound']]).toEqual([[['placeholder', 'violates']], [1, 0, 2]])
  const both = await audit(page('水權登記', `<h2>${heading}</h2><p>${long}說明說明說明說明說明說明</p>`))
  expect(both.outcomes.map(([kind]) => kind).sort()).toEqual(['filler', 'placeholder'])
})

it('a publisher that shares nothing with the name of the site is a question; the ministry above it, or a unit, is none', async () => {
  const published = (name: string, agency = '經濟部示範水資源局') =>
    audit(`<meta name="DC.Publisher" content="${name}">${page('水權登記', `<p>${long}</p>`)}`, {
      agency: { name: agency },
    })
  const { outcomes, numbers } = await published('行政院環境保護署')
  expect(outcomes).toEqual([['another-agency', 'needs-review']])
  expect(numbers).toEqual({ sound: [1, 1, 2], faults: [0, 1, null] })
  for (const name of ['經濟部示範水資源局', '經濟部', '示範水資源局水權組', '', '系統管理者'])
    expect((await published(name)).outcomes).toEqual([['clean', 'conforms']])
})

it('a line of copyright that names another agency is a question', async () => {
  const signed = (line: string) => audit(`${page('水權登記', `<p>${long}</p>`)}<footer>${line}</footer>`)
  expect((await signed('行政院環境保護署版權所有')).outcomes).toEqual([['another-agency', 'needs-review']])
  expect((await signed('版權所有 行政院環境保護署 Copyright')).outcomes).toEqual([['another-agency', 'needs-review']])
  expect((await signed('Copyright © 2026 示範水資源局')).outcomes).toEqual([['clean', 'conforms']])
})

it.each([
  ['花蓮縣北嶺鄉公所 版權所有', '花蓮縣南濱鄉公所', 'another-agency'],
  ['版權所有 新北市瑞芳戶政事務所', '新北市雙溪口地政事務所', 'another-agency'],
  ['Copyright © 2026 北桃縣立圖書館', '南桃縣立圖書館', 'another-agency'],
  ['南濱鄉公所 版權所有', '花蓮縣南濱鄉公所', 'clean'],
  ['版權所有 花蓮縣政府', '花蓮縣南濱鄉公所', 'clean'],
  ['版權所有 新北市政府地政局', '新北市雙溪口地政事務所', 'clean'],
  ['版權所有 經濟部水利署', '經濟部水利署北區水資源分署', 'clean'],
  ['版權所有 教育部國民及學前教育署', '教育部體育署', 'clean'],
])('「%s」 on a page of %s is %s: an office of the same kind is another house', async (line, agency, outcome) => {
  const { outcomes } = await audit(`${page('水權登記', `<p>${long}</p>`)}<footer>${line}</footer>`, {
    agency: { name: agency },
  })
  expect(outcomes.map(([kind]) => kind)).toEqual([outcome])
})

it('what scripts may fill, or nobody rendered, is not called empty', async () => {
  const scripted = `<script>1</script><nav>${long}${long}${long}${long}${long}</nav><main><h1>水權登記</h1></main>`
  expect((await audit(scripted)).outcomes).toEqual([['maybe-empty', 'needs-review']])
  const shell = await audit('<div id="app"></div><script>1</script>')
  expect(shell.outcomes).toEqual([['clean', 'conforms']])
  expect(shell.numbers).toEqual({ sound: [1, 1, 2], faults: [0, 1, null] })
})

it('without pages that can be read nothing can be said', async () => {
  expect((await checkSite(check, {})).status).toBe('undetermined')
  expect((await checkSite(check, { '/': '<div id="app"></div><script>1</script>' })).status).toBe('undetermined')
})

it('nothing throws or hangs, whatever a page says', async () => {
  const piece = fc.constantFrom(
    '測試',
    '標題',
    'lorem ipsum',
    '<h1>',
    '<a href=/a>',
    'Ã¤',
    'æ',
    '°',
    '中',
    '\ufffd',
    '{{',
    '}}',
    '節點頁',
    '<main>',
    ' ',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      expect((await audit(pieces.join(''))).status).toBe('done')
    }),
    { numRuns: 60 },
  )
  const started = performance.now()
  await audit(page('標題'.repeat(2000), 'æ°'.repeat(20_000)))
  expect(performance.now() - started).toBeLessThan(5000)
})
