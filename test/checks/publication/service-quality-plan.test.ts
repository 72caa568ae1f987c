import { expect, it } from 'vitest'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from '../disclosure/disclosed-site.ts'

const odt = { body: 'PK', headers: { 'content-type': 'application/vnd.oasis.opendocument.text' } }
const long = '本計畫載明依據、目標、對象、策略、步驟、考核及獎勵，由各單位依期程辦理。'.repeat(4)

async function plan(
  entries: readonly (readonly [string, string])[],
  files: Record<string, SiteAnswer> = {},
  options: SnapshotOptions = {},
) {
  const site = { '/': pageOf('測試機關', listOf(...entries)), ...files }
  const { status, reason, measures, findings } = await resultOf('publication/service-quality-plan', site, options)
  return { status, reason, value: measures[0]?.value ?? null, finding: findings[0] }
}

it.each([
  '115年度提升服務品質執行計畫',
  '2026年為民服務工作計畫',
  '測試機關115年度提升服務品質執行計畫（odt）',
  '2026 年度服務躍升執行計畫',
])("this year's plan is published: 「%s」", async (label) => {
  const { status, value, finding } = await plan([[label, '/plan.odt']], { '/plan.odt': odt })
  expect({ status, value, id: finding?.messageId }).toEqual({ status: 'done', value: 1, id: 'published' })
})

it('the year may stand in the name of the file, in a list by year or on the page itself', async () => {
  const named = await plan([['服務品質計畫', '/plan-115.odt']], { '/plan-115.odt': odt })
  expect(named).toMatchObject({ status: 'done', value: 1 })
  const list = { '/list': pageOf('服務品質計畫', listOf(['115年度', '/p'], ['114年度', '/q'])), '/p': odt, '/q': odt }
  expect(await plan([['服務品質計畫', '/list']], list)).toMatchObject({ status: 'done', value: 1 })
  const page = { '/p': pageOf('服務品質計畫', `<p>民國115年度提升服務品質執行計畫</p><p>${long}</p>`) }
  expect(await plan([['服務品質計畫', '/p']], page)).toMatchObject({ status: 'done', value: 1 })
})

it('the row of 「下載」 says what it offers, and of which year', async () => {
  const row = (year: string, name: string, file: string) =>
    `<tr><td>${year}</td><td>${name}</td><td><a href="${file}">下載</a></td></tr>`
  const rows = `${row('115', '提升服務品質執行計畫', '/a.odt')}${row('114', '提升服務品質執行計畫', '/b.odt')}`
  const site = { '/q': pageOf('為民服務', `<table>${rows}</table>`), '/a.odt': odt, '/b.odt': odt }
  const { status, finding } = await plan([['為民服務', '/q']], site)
  expect([status, finding?.values['label'], finding?.url]).toEqual([
    'done',
    '115 提升服務品質執行計畫',
    'http://agency.test/a.odt',
  ])
  const other = pageOf('為民服務', `<table>${row('115', '提升服務品質獎申請', '/a.odt')}</table>`)
  expect(await plan([['為民服務', '/q']], { ...site, '/q': other })).toMatchObject({ status: 'undetermined' })
})

it('the head of the column names the paper, the term or heading above it the year', async () => {
  const head = '<tr><th>年度</th><th>提升服務品質執行計畫</th><th>考核</th></tr>'
  const row = '<tr><td>115</td><td><a href="/a.odt">檢視</a></td><td><a href="/b.odt">檢視</a></td></tr>'
  const site = { '/a.odt': odt, '/b.odt': odt }
  const table = await plan([['專區', '/q']], { ...site, '/q': pageOf('專區', `<table>${head}${row}</table>`) })
  expect([table.status, table.finding?.url]).toEqual(['done', 'http://agency.test/a.odt'])
  const link = (file: string) => `<a href="${file}">提升服務品質執行計畫</a>`
  const terms = `<dl><dt>114年度</dt><dd>${link('/a.odt')}</dd><dt>115年度</dt><dd>${link('/b.odt')}</dd></dl>`
  const listed = await plan([['專區', '/q']], { ...site, '/q': pageOf('專區', terms) })
  expect([listed.status, listed.finding?.url]).toEqual(['done', 'http://agency.test/b.odt'])
  const headings = `<h2>115年度</h2><ul><li>${link('/a.odt')}</li></ul><h2>預算</h2>`
  expect(await plan([['專區', '/q']], { ...site, '/q': pageOf('專區', headings) })).toMatchObject({ status: 'done' })
})

it('the page behind 「115年度」 names itself a plan', async () => {
  const list = pageOf('服務品質', `<h2>執行計畫</h2>${listOf(['115年度', '/p'], ['114年度', '/q'])}`)
  const page = (year: string) => pageOf(`${year}年度提升服務品質執行計畫`, `<p>${long}</p>`)
  const site = { '/list': list, '/p': page('115'), '/q': page('114') }
  const { status, finding } = await plan([['服務品質', '/list']], site)
  expect([status, finding?.url]).toEqual(['done', 'http://agency.test/p'])
  const menu = '<div><h2>主選單</h2></div>'
  const framed = Object.fromEntries(Object.entries(site).map(([path, html]) => [path, `${menu}${html}`]))
  expect(
    await plan([[`服務品質`, '/list']], {
      ...framed,
      '/': `${menu}${pageOf('測試機關', listOf(['服務品質', '/list']))}`,
    }),
  ).toMatchObject({
    status: 'done',
  })
})

it('a plan that is gone, or a page that says nothing, is a violation', async () => {
  const gone = await plan([['115年度提升服務品質執行計畫', '/p']], { '/p': { status: 404 } })
  expect(gone).toMatchObject({ status: 'done', value: 0, finding: { messageId: 'dead', verdict: 'violates' } })
  const empty = await plan([['115年度提升服務品質執行計畫', '/p']], { '/p': pageOf('計畫', '<p>建置中</p>') })
  expect(empty).toMatchObject({ status: 'done', value: 0, finding: { messageId: 'empty', verdict: 'violates' } })
})

it('no plan, an old one or one without a year is a question: it may lie at the counter', async () => {
  expect(await plan([['最新消息', '/n']])).toMatchObject({ status: 'undetermined', value: null, finding: undefined })
  const old = await plan([['113年度提升服務品質執行計畫', '/p']], { '/p': odt })
  expect(old).toMatchObject({ status: 'undetermined', finding: { messageId: 'older', verdict: 'needs-review' } })
  const undated = await plan([['服務品質計畫', '/p']], { '/p': odt })
  expect(undated).toMatchObject({ status: 'undetermined', finding: { messageId: 'undated' } })
})

it('what could not be looked at is a question', async () => {
  const label = '115年度提升服務品質執行計畫'
  expect(await plan([[label, '/p']], { '/p': { failure: 'robots' } })).toMatchObject({
    status: 'undetermined',
    finding: { messageId: 'unseen' },
  })
  expect(await plan([[label, 'https://other.example/p']])).toMatchObject({ status: 'undetermined' })
  const nothing = await resultOf('publication/service-quality-plan', { '/': { failure: 'refused' } })
  expect(nothing).toMatchObject({ status: 'undetermined', findings: [] })
})

it.each(['115年度提升服務品質考核要點', '115年度政府服務品質獎', '服務品質滿意度調查報告'])(
  '「%s」 is no plan',
  async (label) => {
    expect(await plan([[label, '/p']], { '/p': odt })).toMatchObject({ status: 'undetermined', finding: undefined })
  },
)
