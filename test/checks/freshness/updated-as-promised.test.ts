import { expect, it } from 'vitest'
import check from '../../../checks/freshness/updated-as-promised.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SnapshotOptions } from '../../support/snapshot-of.ts'

const filler =
  '本局辦理水權登記及用水計畫審查，申請人應檢附文件於上班時間至服務臺提出，審查期間為三十日，逾期未補正者退回申請。'

function page(title: string, main: string): string {
  return `<title>${title}</title><main><h1>${title}</h1><p>${filler}</p>${main}</main>`
}

/** A site with a rule, and a list 最新消息 of which `list` is the content. */
function ruled(rule: string, list: string, options?: SnapshotOptions) {
  const menu = '<nav><a href="/news">最新消息</a> <a href="/rule">網站資料定期更新規定</a></nav>'
  const files = {
    '/': `${menu}${page('首頁', '')}`,
    '/rule': page('網站資料定期更新規定', rule),
    '/news': page('最新消息', list),
  }
  return checkSite(check, files, options)
}

it.each([
  ['<p>本頁每月更新。</p><p>更新日期：115-11-01</p>', 'kept', 'conforms'],
  ['<p>更新頻率：每季</p><p>更新日期：115-06-01</p>', 'kept', 'conforms'],
  ['<p>更新週期：每年</p><p>更新日期：2025/01/02</p>', 'kept', 'conforms'],
  ['<p>本頁每月更新。</p><p>更新日期：114-11-01</p>', 'late', 'violates'],
  ['<p>更新頻率：每日</p><p>最後更新日期：115-10-01</p>', 'late', 'violates'],
  ['<p>本統計資料每月10日前公布。</p><p>統計至114年3月</p>', 'maybe-late', 'needs-review'],
  ['<p>本表每週更新。</p>', 'undated', 'needs-review'],
])('what a page promises of itself is held against its date: %s', async (main, message, verdict) => {
  const { outcomes, numbers } = await checkSite(check, {
    '/': page('首頁', '<a href="/a">統計</a>'),
    '/a': page('統計', main),
  })
  expect(outcomes).toEqual([[message, verdict]])
  const [kept, late] = [Number(verdict === 'conforms'), Number(verdict === 'violates')]
  expect(numbers).toEqual({ kept: [kept, 1 - kept - late, 1], late: [late, 1 - kept - late, 1] })
})

it.each([
  '<p>本局每月更新防毒軟體。</p><p>更新日期：114-01-01</p>',
  '<p>申請人每年檢視用水設備。</p>',
  '<p>每日開放時間更新如下。</p>',
])('%s promises nothing of the page', async (main) => {
  expect((await checkSite(check, { '/': page('首頁', main) })).status).toBe('undetermined')
})

it('a rule names a list of the site: its newest entry tells', async () => {
  const entry = (date: string) => `<ul><li><a href="/">消息</a> ${date}</ul>`
  const rule = '<ul><li>最新消息：每週更新。</li></ul>'
  expect((await ruled(rule, entry('115-11-15'))).outcomes).toEqual([['kept', 'conforms']])
  const late = await ruled(rule, entry('115-01-15'))
  expect(late.outcomes).toEqual([['maybe-late', 'needs-review']])
  expect(late.findings[0]).toMatchObject({
    url: 'http://agency.test/news',
    values: { cycle: '每週', newest: '115年1月15日' },
  })
})

it('a rule for the whole site is held against the newest date of all pages', async () => {
  const rule = '<p>各單位應每月更新網頁資料。</p>'
  expect((await ruled(rule, '<p>更新日期：115-11-15</p>')).outcomes).toEqual([['kept', 'conforms']])
  expect((await ruled(rule, '<p>更新日期：113-11-15</p>')).outcomes).toEqual([['site-late', 'violates']])
  const partial = await ruled(rule, '<p>更新日期：113-11-15</p>', { unfetched: ['/more'] })
  expect(partial.outcomes).toEqual([['maybe-late', 'needs-review']])
  expect((await ruled(rule, '')).outcomes).toEqual([['undated', 'needs-review']])
})

it('a rule for what the site does not name is a question', async () => {
  expect((await ruled('<p>水情看板每日更新。</p>', '')).outcomes).toEqual([['unmatched', 'needs-review']])
})

it('checks of links at fixed times are no promise to update', async () => {
  expect((await ruled('<p>連結有效性每月檢測，失效者一日內修正。</p>', '')).status).toBe('undetermined')
})

it('without a promise, and without pages, nothing can be said', async () => {
  expect((await checkSite(check, { '/': page('首頁', '') })).status).toBe('undetermined')
  expect((await checkSite(check, {})).status).toBe('undetermined')
})
