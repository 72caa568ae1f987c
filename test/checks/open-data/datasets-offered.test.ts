import { expect, it } from 'vitest'
import check from '../../../checks/open-data/datasets-offered.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

function page(content: string): string {
  return `<main><h1>開放資料</h1>${content}</main>`
}

const files = { '/a.csv': { body: 'a,b\n', headers: { 'content-type': 'text/csv' } } }
const csv = '<a href="/a.csv">水庫蓄水量（csv）</a> <a href="/a.json">水庫蓄水量（json）</a>'

function audit(content: SiteAnswer, pages: Record<string, SiteAnswer> = {}, options?: SnapshotOptions) {
  return checkSite(
    check,
    { '/': '<nav><a href="/data">開放資料</a></nav>', '/data': content, ...files, ...pages },
    options,
  )
}

it('two formats of one stem are one dataset', async () => {
  const { numbers, outcomes } = await audit(page(`${csv}<p>更新日期：115年11月1日 每日更新水庫蓄水量資料。</p>`))
  expect(numbers).toMatchObject({ offered: [1, 0, 1], datasets: [1, 0, null], formats: [2, 0, null], api: [0, 0, 1] })
  expect(outcomes).toEqual([['offered', 'conforms']])
})

it('formats are told by words where addresses tell none, a door for programs is one', async () => {
  const links = '<a href="/download?id=1">雨量 XML</a><a href="/download?id=2">雨量 JSON</a><a href="/api/rain">API</a>'
  const { numbers } = await audit(page(links))
  expect(numbers).toMatchObject({ datasets: [2, 0, null], formats: [2, 0, null], api: [1, 0, 1] })
})

it('datasets on pages of their own are found', async () => {
  const list = page('<ul><li><a href="/data/1">雨量</a></li><li><a href="/data/2">水位</a></li></ul>')
  const detail = (name: string) => page(`<p>資料集：${name}</p><a href="/${name}.xml">下載</a>`)
  expect((await audit(list, { '/data/1': detail('rain'), '/data/2': detail('level') })).numbers['datasets']).toEqual([
    2,
    0,
    null,
  ])
})

it.each([
  [
    'data of the agency on the platform',
    'https://data.gov.tw/datasets/search?org=wra',
    ['portal', 'conforms'],
    [1, 0, 1],
  ],
  ['one dataset there', 'https://data.gov.tw/dataset/12345', ['portal', 'conforms'], [1, 0, 1]],
  [
    'those on the platform of a ministry',
    'https://opendata.epa.gov.tw/Data/KeywordQuery?QueryDataProvide=x',
    ['portal', 'conforms'],
    [1, 0, 1],
  ],
  ['its front door', 'https://data.gov.tw/', ['portal-bare', 'needs-review'], [0, 1, 1]],
  ['another site', 'https://www.ministry.test/data', ['unclear', 'needs-review'], [0, 1, 1]],
] as const)('a label that leads to %s', async (_, href, outcome, numbers) => {
  const result = await checkSite(check, { '/': `<nav><a href="${href}">政府資料開放平臺</a></nav>` })
  expect(result.outcomes).toEqual([outcome])
  expect(result.numbers['offered']).toEqual(numbers)
})

it('a page of nothing but PDF is no open format; some PDF beside data are a question, guides are none', async () => {
  const pdf = '<a href="/b.pdf">水位表（pdf）</a>'
  const guide = '<a href="/g.pdf">使用說明（pdf）</a>'
  const bytes = { '/b.pdf': new Uint8Array([1]), '/g.pdf': new Uint8Array([2]) }
  expect((await audit(page(pdf), bytes)).outcomes).toEqual([['closed', 'violates']])
  expect((await audit(page(csv + pdf), bytes)).outcomes.sort()).toEqual([
    ['closed-some', 'needs-review'],
    ['offered', 'conforms'],
  ])
  expect((await audit(page(csv + guide), bytes)).outcomes).toEqual([['offered', 'conforms']])
})

it.each([
  ['is empty', page('<p>敬請期待。</p>'), ['empty', 'violates']],
  ['is gone', { status: 404 }, ['dead', 'violates']],
  ['is filled by scripts', '<div id="app"></div><script>go()</script>', ['unclear', 'needs-review']],
  ['refuses', { status: 403 }, ['unclear', 'needs-review']],
] as const)('a page of open data that %s', async (_, answer, outcome) => {
  const { outcomes, numbers } = await audit(answer)
  expect(outcomes).toEqual([outcome])
  expect(numbers['offered']).toEqual([0, 1, 1])
})

it('data whose newest day is long past are a question', async () => {
  const { numbers, outcomes } = await audit(page(`${csv}<p>更新：108年5月1日</p>`))
  expect(numbers['current']).toEqual([0, 0, 1])
  expect(outcomes.sort()).toEqual([
    ['offered', 'conforms'],
    ['stale', 'needs-review'],
  ])
})

it('the declaration is a licence, and none seen is a question: data may be on the platform', async () => {
  const { numbers, outcomes } = await checkSite(check, {
    '/': '<footer><a href="/declaration">政府網站資料開放宣告</a></footer>',
    '/declaration': page('<p>無償、非專屬授權。</p>'),
  })
  expect(numbers).toMatchObject({ offered: [0, 1, 1], datasets: [0, 0, null] })
  expect(outcomes).toEqual([['missing', 'needs-review']])
})

it('of no page nothing is known', async () => {
  expect((await checkSite(check, {})).status).toBe('undetermined')
})
