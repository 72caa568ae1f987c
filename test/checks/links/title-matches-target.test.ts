import { expect, it } from 'vitest'
import { matchesAny, normaliseLabel } from '../../../checks/labels.ts'
import check from '../../../checks/links/title-matches-target.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const { linkTexts } = readTerms()

function page(title: string, text = '本頁說明辦理方式及應備文件。'): string {
  return `<title>${title}－示範水資源局</title><main><h1>${title}</h1><p>${text}</p></main>`
}

const home = '<title>示範水資源局</title>'

/** One link with a text to a page of a title and a text. */
const linked = (text: string, title: string, content?: string) =>
  checkSite(check, { '/': `${home}<a href="/a">${text}</a>`, '/a': page(title, content) })

it.each([
  ['水權登記', '水權登記'],
  ['一、水權登記', '水權登記'],
  ['水權登記(另開新視窗)', '水權登記'],
  ['水權登記申請', '水權登記'],
  ['台中水情', '臺中水情'],
  ['２０２６水情說明', '2026水情說明'],
  ['水庫水情說明 115-11-20', '水庫水情說明'],
  ['最新消息', '訊息公告'],
  ['常見問題', 'FAQ'],
  ['示範溪堤防改善工程開工', '示範溪堤防改善工程於昨日開工'],
  // The words of Article 7, and what an agency calls the page.
  ['政府機關之組織、職掌、地址、電話、傳真、網址及電子郵件信箱帳號', '本局簡介'],
])('「%s」 tells of a page called 「%s」', async (text, title) => {
  const { numbers, outcomes } = await linked(text, title)
  expect(outcomes).toEqual([])
  expect(numbers['agreeing']).toEqual([1, 0, 1])
})

it('a text that stands in the page tells of it, unless it is too short to tell anything', async () => {
  expect(
    (await linked('用水計畫差異分析', '用水計畫審查', '本項包括用水計畫差異分析之申請。')).numbers['agreeing'],
  ).toEqual([1, 0, 1])
  const short = await linked('節水', '用水計畫審查', '請注意節水。')
  expect([short.numbers['agreeing'], short.outcomes]).toEqual([[0, 1, 1], []])
})

it('the words of one line of Article 7 do not tell of a page of another line', async () => {
  const text = '政府機關之組織、職掌、地址、電話、傳真、網址及電子郵件信箱帳號'
  expect((await linked(text, '統計月報')).outcomes).toEqual([['differs', 'needs-review']])
})

it('a text of which nothing stands in the page is a question, with both places as evidence', async () => {
  const { numbers, outcomes, findings } = await linked('線上預約場地', '雨水再利用')
  expect(outcomes).toEqual([['differs', 'needs-review']])
  expect(numbers).toMatchObject({ agreeing: [0, 1, 1], differing: [0, 1, 1] })
  expect(findings[0]).toMatchObject({
    values: { text: '線上預約場地', title: '雨水再利用' },
    url: 'http://agency.test/',
  })
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['element', 'resource'])
})

it('another year of the same thing violates, unless the page speaks of that year too', async () => {
  expect((await linked('115年度預算書', '110年度預算書')).outcomes).toEqual([['other-year', 'violates']])
  expect((await linked('2026年度預算書', '115年度預算書')).outcomes).toEqual([])
  expect((await linked('115年度預算書', '110年度預算書', '115年度預算書另見附件。')).outcomes).toEqual([])
  expect((await linked('115年度預算書', '110年度至115年度預算書')).outcomes).toEqual([])
})

it('two texts of one page that were interchanged violate', async () => {
  const links = '<a href="/a">水權登記</a><a href="/b">雨水再利用</a>'
  const files = { '/': `${home}${links}`, '/a': page('雨水再利用'), '/b': page('水權登記') }
  expect((await checkSite(check, files)).outcomes).toEqual([
    ['swapped', 'violates'],
    ['swapped', 'violates'],
  ])
  const section = { ...files, '/': `${home}<a href="/a">我要申請書</a><a href="/b">雨水再利用</a>` }
  expect((await checkSite(check, section)).outcomes.map(([id]) => id)).not.toContain('swapped')
})

it.each([
  ['https://www.agency.test/a', 'http://other.test/', [['other-host', 'violates']]],
  ['www.water.gov.tw', 'http://other.test/', [['other-host', 'violates']]],
  ['http://other.test/', 'http://other.test/x', []],
  ['www.other.test', 'http://other.test/x', []],
  ['other.com.tw', 'http://www.other.com.tw/', []],
  ['service@water.gov.tw', 'http://other.test/', []],
  ['報名.zip', 'http://other.test/', []],
])('a text 「%s」 that leads to %s', async (text, href, outcomes) => {
  const { status, ...result } = await checkSite(check, {
    '/': `${home}<a href="${href}">${text}</a><a href="/a">水權</a>`,
    '/a': page('水權'),
  })
  expect([status, result.outcomes]).toEqual(['done', outcomes])
})

it.each(
  `更多 more 更多消息 看更多 了解更多 閱讀全文 詳全文 點我 請按此 按這裡 下載 檔案下載 下一頁 上一則 第3頁 12 回上一頁 返回 播放影片 參與調查
   友善列印 圖一 廣告圖4 相簿一的封面圖 網站標題 readmore clickhere mp.html 115-11-20 我要報名 跳到主要內容區塊`.split(
    /\s+/,
  ),
)('「%s」 says nothing of where it leads', (text) => {
  expect(matchesAny(normaliseLabel(text), linkTexts.generic)).toBe(true)
})

it.each(
  '更多元的服務 影音專區 圖書館 活動照片 最新消息 網站導覽 問卷調查結果 報名須知 廣告物管理 第3屆市長 申請書表 頁岩油 內容管理 詳細規定'.split(
    ' ',
  ),
)('「%s」 does', (text) => {
  expect(matchesAny(normaliseLabel(text), linkTexts.generic)).toBe(false)
})

it('texts that say nothing and pictures without a text are counted apart', async () => {
  const links = '<a href="/a">更多</a><a href="/a"><img src="/i.png"></a><a href="/a">水權登記</a>'
  const { numbers } = await checkSite(check, { '/': `${home}${links}`, '/a': page('水權登記') })
  expect(numbers).toEqual({ agreeing: [1, 0, 1], differing: [0, 0, 1], generic: [1, 0, null], untold: [1, 0, null] })
})

it('the home page is where its name, its logo and ways back lead; another text is a question', async () => {
  const back = (text: string) =>
    checkSite(check, { '/': `${home}<a href="/a">水權登記</a>`, '/a': `${page('水權登記')}<a href="/">${text}</a>` })
  for (const text of ['回首頁', '示範水資源局', '水資源局全球資訊網', 'Home', '中文版'])
    expect((await back(text)).outcomes).toEqual([])
  expect((await back('護照申請')).outcomes).toEqual([['leads-home', 'needs-review']])
})

it('a page that does not name itself, or was not seen, is unknown', async () => {
  const shell = '<div id="app"></div><script>1</script>'
  const nameless = '<p>本頁說明辦理方式。'
  const audit = (answer: SiteAnswer, options?: SnapshotOptions) =>
    checkSite(check, { '/': `${home}<a href="/a">水權登記</a>`, '/a': answer }, options)
  expect((await audit(nameless)).numbers['agreeing']).toEqual([0, 1, 1])
  expect((await audit(shell)).numbers['agreeing']).toEqual([0, 2, 2])
  expect((await audit(shell, { rendered: { '/a': page('水權登記') } })).numbers['agreeing']).toEqual([1, 0, 1])
})

it('dead ends, files and other sites are not compared; without pages nothing can be said', async () => {
  const files = {
    '/': `${home}<a href="/gone">甲甲</a><a href="/a.pdf">乙乙</a><a href="http://other.test/">丙丙</a>`,
    '/gone': { status: 404 },
    '/a.pdf': new Uint8Array([37, 80, 68, 70]),
    'http://other.test/': { status: 200 },
  }
  expect((await checkSite(check, files)).status).toBe('not-applicable')
  expect((await checkSite(check, {})).status).toBe('undetermined')
  expect((await checkSite(check, { '/': '<div id="app"></div><script>1</script>' })).status).toBe('undetermined')
})

it('a way home may lead to the front page of a part of the site', async () => {
  const part = '<title>英文網站</title><main><h1>Water Agency</h1><p>內容</p></main>'
  const files = {
    '/': `${home}<a href="/a">水權登記</a>`,
    '/a': `${page('水權登記')}<a href="/en/">回首頁</a>`,
    '/en/': part,
  }
  expect((await checkSite(check, files)).outcomes).toEqual([])
})

it('one page that scripts fill takes nothing from those that were read', async () => {
  const shell = '<div id="app"></div><script>1</script>'
  const result = await checkSite(check, { '/': `${home}<a href="/app"></a>`, '/app': shell })
  expect([result.status, result.numbers['agreeing']]).toEqual(['done', [0, 1, 1]])
})

it('names the pages in whose content a link leads elsewhere than it says, and none for a link of the menu', async () => {
  const menu = '<nav><a href="/other">114年度預算書</a></nav>'
  const files = {
    '/': `${menu}<main><a href="/b">公告</a></main>`,
    '/b': `${menu}<main><h1>公告</h1><a href="/budget">114年度決算書</a></main>`,
    '/budget': '<title>113年度決算書</title><main><h1>113年度決算書</h1><p>內容</p></main>',
    '/other': '<title>113年度預算書</title><main><h1>113年度預算書</h1><p>內容</p></main>',
  }
  const { detail, outcomes } = await checkSite(check, files)
  expect(outcomes.map(([messageId]) => messageId)).toContain('other-year')
  expect(detail).toEqual({ kind: 'page-verdicts', faulty: ['http://agency.test/b'], doubtful: [] })
})
