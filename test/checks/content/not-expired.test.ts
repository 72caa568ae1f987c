import { expect, it } from 'vitest'
import { endDatesIn } from '../../../checks/content/expired/end-dates.ts'
import check from '../../../checks/content/not-expired.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { checkSite } from '../../support/check-site.ts'

const words = readTerms().content.expired

it.each([
  ['報名期間：115年11月1日至115年12月5日', ['2026-12-05']],
  ['報名期間：115年11月1日至12月5日止', ['2026-12-05']],
  ['115/11/1~12/5', ['2026-12-05']],
  ['115.11.01－115.11.30', ['2026-11-30']],
  ['受理至115年10月31日止', ['2026-10-31']],
  ['截止日期：115-10-31', ['2026-10-31']],
  ['即日起至2026/10/31', ['2026-10-31']],
  ['請於115年10月31日前提出', ['2026-10-31']],
  ['活動日期：115-10-31', ['2026-10-31']],
  ['截止投標115年10月31日', ['2026-10-31']],
  ['自115年11月1日起受理', []],
  ['發布日期：115-10-31', []],
  ['本法於115年1月1日施行', []],
  ['115年13月1日止', []],
])('「%s」 ends on %j', (text, dates) => {
  expect(endDatesIn(text, words).map(({ date }) => date)).toEqual(dates)
})

const filler =
  '本局辦理水權登記及用水計畫審查，申請人應檢附文件於上班時間至服務臺提出，審查期間為三十日，逾期未補正者退回申請。'

function page(title: string, main: string): string {
  return `<title>${title}－示範水資源局</title><header><a href="/news">最新消息</a></header><main><h1>${title}</h1><p>${filler}${filler}</p>${main}</main>`
}

/** A home page with one entry, and the article behind it. */
function site(entry: string, article: string, news = '') {
  return {
    '/': page('示範水資源局', `<ul><li><a href="/a">${entry}</a></li></ul>`),
    '/a': page('活動', article),
    '/news': page('最新消息', news),
  }
}

it.each([
  ['志工招募中', '<p>報名截止：115年10月1日</p>', 'called-current', 'violates'],
  ['節水競賽熱烈報名中（至115年9月30日止）', '', 'called-current', 'violates'],
  ['即日起受理補助申請', '<p>受理至115-08-31止</p>', 'called-current', 'violates'],
  ['節水競賽', '<p>報名期間：115年1月1日至2月28日</p>', 'on-home', 'needs-review'],
])('「%s」 on the home page, over since long: %s', async (entry, article, message, verdict) => {
  const { outcomes, numbers } = await checkSite(check, site(entry, article))
  expect(outcomes).toEqual([[message, verdict]])
  expect(numbers['expired']).toEqual(verdict === 'violates' ? [1, 0, null] : [0, 1, null])
})

it.each([
  ['an event to come', '節水競賽報名中', '<p>報名截止：115年12月1日</p>'],
  ['one that ended last week', '節水競賽', '<p>活動日期：115-11-15</p>'],
  ['the last day of several counts', '節水競賽報名中', '<p>初賽至115年9月1日止，決賽至115年12月1日止。</p>'],
  ['the end of a term of office', '局長介紹', '<p>經歷：示範大學教授（自100年8月1日至113年7月31日止）。</p>'],
  ['the end of a law', '水利法規', '<p>本辦法施行至110年12月31日止。</p>'],
  ['a notice without an end', '水庫水情說明', '<p>發布日期：115-01-01</p>'],
  ['an old announcement that is no longer on the home page', '水庫水情說明', '<a href="/old">舊公告</a>'],
])('%s is no fault', async (_, entry, article) => {
  const files = { ...site(entry, article), '/old': page('舊公告', '<p>受理至110年1月1日止</p>') }
  expect((await checkSite(check, files)).outcomes).toEqual([['none', 'conforms']])
})

it('a row of a list that says it is open, and until when, is held to it', async () => {
  const rows = (state: string, end: string) =>
    `<table><tr><th>課程</th><th>狀態</th><th>截止日期</th></tr><tr><td>節水講座</td><td>${state}</td><td>截止 ${end}</td></tr></table>`
  const { outcomes, findings } = await checkSite(check, site('水情', '', rows('報名中', '115-09-01')))
  expect(outcomes).toEqual([['called-current', 'violates']])
  expect(findings[0]?.url).toBe('http://agency.test/news')
  expect((await checkSite(check, site('水情', '', rows('已截止', '115-09-01')))).outcomes).toEqual([
    ['none', 'conforms'],
  ])
  expect((await checkSite(check, site('水情', '', rows('報名中', '115-12-01')))).outcomes).toEqual([
    ['none', 'conforms'],
  ])
})

it('a date in a row is what the head of its column says', async () => {
  const rows = (state: string, end: string) =>
    `<table><tr><th>公告日</th><th>案名</th><th>狀態</th><th>截止投標</th></tr><tr><td>115/8/18</td><td>消防車採購案</td><td>${state}</td><td>${end}</td></tr></table>`
  const said = async (state: string, end: string) =>
    (await checkSite(check, site('水情', '', rows(state, end)))).outcomes.map(([kind]) => kind)
  expect(await said('招標中', '115/9/1')).toEqual(['called-current'])
  expect(await said('招標中', '115/12/8')).toEqual(['none'])
  expect(await said('招標中', '另行公告')).toEqual(['none'])
  expect(await said('已決標', '115/9/1')).toEqual(['none'])
})

it('a list of news whose newest entry is more than a year old is a question', async () => {
  const list = (year: number) =>
    `<ul>${[1, 2, 3].map((month) => `<li><a href="/a?${month}">消息</a> ${year}-0${month}-10`).join('')}</ul>`
  const old = await checkSite(check, site('水情', '', list(113)))
  expect(old.outcomes).toEqual([['stale-list', 'needs-review']])
  expect(old.findings[0]).toMatchObject({ values: { label: '最新消息', newest: '113年3月10日' } })
  expect((await checkSite(check, site('水情', '', list(115)))).outcomes).toEqual([['none', 'conforms']])
})

it('without a home page that can be read nothing can be said', async () => {
  expect((await checkSite(check, {})).status).toBe('undetermined')
  expect((await checkSite(check, { '/': '<div id="app"></div><script>1</script>' })).status).toBe('undetermined')
})
