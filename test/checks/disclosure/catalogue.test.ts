import { expect, it } from 'vitest'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf, siteWithSection } from './disclosed-site.ts'

const table =
  '<table><tr><th>名稱</th><th>日期</th></tr><tr><td>甲案</td><td>115年3月2日</td></tr><tr><td>乙案</td><td>114年1月5日</td></tr></table>'

async function catalogue(files: Record<string, SiteAnswer>, options: SnapshotOptions = {}) {
  const result = await resultOf('disclosure/catalogue', files, options)
  if (result.detail?.kind !== 'catalogue') throw new Error('no catalogue')
  const { disclosure, service } = result.detail
  const line = (item: string) => disclosure.find((one) => one.item === item)
  const kind = (title: string) => service.find((one) => one.title === title)
  return { ...result, disclosure, service, line, kind }
}

const files: Record<string, SiteAnswer> = {
  '/budget.pdf': { body: '%PDF-1.7 x' },
  '/accounts.pdf': { body: '%PDF-1.7 y' },
  '/s': pageOf('業務統計', table),
  '/b': pageOf('預算及決算書', listOf(['115年度單位預算書', '/budget.pdf'], ['114年度單位決算書', '/accounts.pdf'])),
}
const entries = [
  ['業務統計', '/s'],
  ['預算及決算書', '/b'],
  ['採購契約', 'https://web.pcc.gov.tw/tps/a?b=1'],
] as const

it('has all twelve lines, each with what is published: names, count, newest date and formats', async () => {
  const { disclosure, line, measures } = await catalogue(siteWithSection(entries, files))
  expect(disclosure).toHaveLength(12)
  expect(line('5b')?.entries).toEqual([
    {
      label: '業務統計',
      summary: '甲案 115年3月2日、乙案 114年1月5日',
      url: 'http://agency.test/s',
      count: 2,
      newest: '2026-03-02',
      formats: ['HTML'],
    },
  ])
  expect(line('6')?.entries).toMatchObject([{ count: 2, newest: '2025-12-31', formats: ['HTML', 'PDF'] }])
  expect(line('8')?.entries).toMatchObject([{ count: null, formats: ['連結'], summary: '連結至web.pcc.gov.tw' }])
  expect(line('4')).toMatchObject({ state: 'not-published', entries: [] })
  expect(measures.find(({ name }) => name === 'rows')).toMatchObject({ value: 3 })
})

it('lists service information, the five kinds and what else there is', async () => {
  const menu =
    '<li><a href="/open">政府資訊公開</a></li><li><a href="/faq">常見問答</a></li><li><a href="/jobs">徵才資訊</a></li>'
  const site = {
    ...siteWithSection(entries, files),
    '/': pageOf('測試機關', '', menu),
    '/faq': pageOf('常見問答', listOf(['如何申請？', '/s'])),
    '/jobs': pageOf('徵才資訊', listOf(['115年11月2日徵技士一名', '/s'])),
  }
  const { service, kind } = await catalogue(site)
  expect(service.filter(({ isDue }) => isDue)).toHaveLength(5)
  expect(kind('常見問答')).toMatchObject({ state: 'offered', entries: [{ label: '常見問答', count: 1 }] })
  expect(kind('徵才資訊')).toMatchObject({ isDue: false, entries: [{ newest: '2026-11-02' }] })
  expect(kind('出版品')).toMatchObject({ entries: [] })
})

it.each([
  [pageOf('目錄', table), 'own', 'conforms'],
  [pageOf('目錄', '<p>建置中</p>'), 'own-empty', 'violates'],
  [{ status: 404 }, 'own-dead', 'violates'],
  [{ body: '%PDF-1.7 x', headers: { 'content-type': 'application/pdf' } }, 'own-unread', 'needs-review'],
  [{ status: 500 }, 'own-unread', 'needs-review'],
] as const)('a catalogue of the site itself is told: %#', async (answer, messageId, verdict) => {
  const site = siteWithSection([...entries, ['主動公開資訊目錄', '/list']], { ...files, '/list': answer as SiteAnswer })
  const { findings } = await catalogue(site)
  expect(findings).toMatchObject([{ messageId, verdict, url: 'http://agency.test/list' }])
})

it('without one on the site nothing is wrong: the application needs it, not the site', async () => {
  const { findings } = await catalogue(siteWithSection(entries, files))
  expect(findings).toMatchObject([{ messageId: 'compiled', verdict: 'conforms', values: { rows: 3 } }])
})

it('a site that gave no page has no catalogue', async () => {
  const result = await resultOf('disclosure/catalogue', { '/': { failure: 'refused' } })
  expect(result).toMatchObject({ status: 'undetermined', measures: [], detail: null })
})

async function questionsIn(...pages: string[]) {
  const links = pages.map((_, index) => [`類別${index + 1}問答`, `/faq/${index}`] as const)
  const faq = Object.fromEntries(pages.map((html, index) => [`/faq/${index}`, pageOf(`類別${index + 1}問答`, html)]))
  const home = `<html><title>首頁</title><nav><a href="/faq">常見問答</a><a href="/sitemap">網站導覽</a></nav>`
  const result = await resultOf('disclosure/catalogue', {
    '/': home,
    '/sitemap': pageOf('網站導覽', listOf(['首頁', '/'], ['常見問答', '/faq'])),
    '/faq': pageOf('常見問答', listOf(...links)),
    ...faq,
  })
  if (result.detail?.kind !== 'catalogue') throw new Error('no catalogue')
  return result.detail.questions.map(({ question, answer, url }) => [question, answer, new URL(url).pathname])
}

it.each([
  ['a list of terms', '<dl><dt>Q1. 如何申請？</dt><dd>A：填表。</dd><dt>何時開放？</dt><dd>上午八時。</dd></dl>'],
  [
    'what unfolds',
    '<details><summary>如何申請？</summary>填表。</details><details><summary>何時開放？</summary><p>上午八時。</p></details>',
  ],
  ['headings', '<h3>問：如何申請？</h3><p>答：填表。</p><h3>何時開放？</h3><p>上午八時。</p>'],
  [
    'headings in a frame of their own',
    '<div><h3>如何申請？</h3></div><div>填表。</div><div><h3>何時開放？</h3></div><div>上午八時。</div>',
  ],
  ['running text', '<p>問：如何申請？</p><p>答：填表。</p><p>問：何時開放？</p><p>答：上午八時。</p>'],
])('questions of the FAQ are read from %s', async (_, html) => {
  expect(await questionsIn(html)).toEqual([
    ['如何申請？', '填表。', '/faq/0'],
    ['何時開放？', '上午八時。', '/faq/0'],
  ])
})

it.each(['更新日期：115-09-08', '最後更新日期：115年9月8日', '資料更新：2026/09/08'])(
  'the foot of the page is no part of the last answer: %s',
  async (foot) => {
    const html = `<h3>如何申請？</h3><p>填表。</p><h3>何時公告？</h3><p>公告日期：115年9月1日</p><p>${foot}</p>`
    expect(await questionsIn(html)).toEqual([
      ['如何申請？', '填表。', '/faq/0'],
      ['何時公告？', '公告日期：115年9月1日', '/faq/0'],
    ])
  },
)

it('an answer that ends with a day stays whole', async () => {
  const html = '<h3>何時公告？</h3><p>每年一次，公告日期：115年9月1日</p><h3>何時截止？</h3><p>115年10月1日</p>'
  expect((await questionsIn(html)).map(([, answer]) => answer)).toEqual([
    '每年一次，公告日期：115年9月1日',
    '115年10月1日',
  ])
})

it('fifteen at most, over all pages of the FAQ, each once', async () => {
  const page = (from: number) =>
    Array.from({ length: 9 }, (_, n) => `<h3>第${from + n}題為何？</h3><p>答${from + n}。</p>`).join('')
  const found = await questionsIn(page(1), page(9))
  expect(found.map(([question]) => question)).toEqual(Array.from({ length: 15 }, (_, n) => `第${n + 1}題為何？`))
})

it('headings that ask nothing, and questions without an answer, are none', async () => {
  expect(
    await questionsIn('<h2>申請須知</h2><p>請備妥文件，於上班時間親至本局服務臺辦理。</p><h3>如何申請？</h3>'),
  ).toEqual([])
})
