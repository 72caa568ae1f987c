import { expect, it } from 'vitest'
import check from '../../../checks/classification/by-information-type.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SnapshotOptions } from '../../support/snapshot-of.ts'

const classes = ['Theme', 'Cake', 'Service'].map((name) => `<meta name="Category.${name}" content="100">`).join('')
const shell = '<div id="app"></div><script>go()</script>'
const menu =
  '<nav><a href="/news">最新消息</a><a href="/law">法令規章</a><a href="/forms">表單下載</a><a href="/links">相關連結</a></nav>'

function page(content: string, head = classes): string {
  const words = '本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)
  return `<head>${head}</head><body>${menu}<main>${content}<p>${words}</p></main></body>`
}

const site = {
  '/': page(''),
  '/news': page('<a href="/news/1">水情說明</a><a href="/news/2">歲修</a>'),
  '/news/1': page(''),
  '/news/2': page(''),
  '/law': page('<a href="/law/a">水利法施行細則</a><a href="https://law.moj.gov.tw/x?a=1">水利法</a>'),
  '/law/a': page(''),
  '/forms': page('<a href="/forms/a.odt">申請書</a>'),
  '/forms/a.odt': new Uint8Array([1]),
  '/links': page(''),
}

const audit = (changes: Record<string, string>, options?: SnapshotOptions) =>
  checkSite(check, { ...site, ...changes }, options)

it('each kind is counted with its list and what stands in it; other sites and files are no pages', async () => {
  const { numbers, outcomes } = await audit({})
  expect(numbers).toMatchObject({
    news: [3, 0, 3],
    law: [2, 0, 2],
    form: [1, 0, 1],
    gazette: [0, 0, 0],
    classified: [6, 0, 6],
    types: [3, 0, 7],
  })
  expect(new Set(outcomes.map(([message]) => message))).toEqual(new Set(['all']))
})

it('what lies outside the lists does not count', async () => {
  expect((await audit({ '/links': page('', '') })).numbers['classified']).toEqual([6, 0, 6])
})

it('pages on further pages of a list count, wherever the pager stands', async () => {
  const second = page('<a href="/news/3">停水</a>')
  const first = `${site['/news']}<nav><a href="/news?p=2">第2頁</a></nav>`
  const { numbers, findings } = await audit({ '/news': first, '/news?p=2': second, '/news/3': page('', '') })
  expect(numbers['news']).toEqual([4, 0, 5])
  expect(findings.find(({ verdict }) => verdict === 'violates')).toMatchObject({
    messageId: 'some',
    url: 'http://agency.test/news/3',
    pages: 1,
    values: { title: '新聞', outOf: 5, classified: 4, pages: 1 },
  })
})

it('a kind without any class, and one with two of three, are none', async () => {
  const two = classes.replace('Category.Cake', 'x')
  const { outcomes } = await audit({ '/law': page('', ''), '/forms': page('', two) })
  expect(outcomes.filter(([message]) => message === 'none')).toEqual([
    ['none', 'violates'],
    ['none', 'violates'],
  ])
})

it('pages that scripts fill are unknown', async () => {
  const { numbers, outcomes } = await audit({ '/forms': shell, '/news/1': shell })
  expect(numbers).toMatchObject({ form: [0, 1, 1], news: [2, 1, 3] })
  expect(outcomes).toContainEqual(['unknown', 'needs-review'])
})

it('schools are asked', async () => {
  expect((await audit({ '/news/1': page('', '') }, { agency: { kind: 'school' } })).outcomes).toContainEqual([
    'some',
    'needs-review',
  ])
})

it.each([{}, { '/': '<main><h1>首頁</h1></main>' }])('where no kind is found nothing is told', async (files) => {
  expect((await checkSite(check, files)).status).toBe('undetermined')
})
