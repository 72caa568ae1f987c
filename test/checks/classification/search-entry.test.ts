import { expect, it } from 'vitest'
import check from '../../../checks/classification/search-entry.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const list = '<main><h1>分類</h1><a href="/water">770 水權登記</a></main>'
const water = '<main><h1>水權登記</h1><p>申請人請備妥申請書。</p></main>'
const ways = '<a href="/theme">主題分類檢索</a><a href="/cake">施政分類檢索</a><a href="/service">服務分類檢索</a>'
const site = { '/': ways, '/theme': list, '/cake': list, '/service': list, '/water': water }

const audit = (changes: Record<string, SiteAnswer>, options?: SnapshotOptions) =>
  checkSite(check, { ...site, ...changes }, options)

it('three ways that list pages work', async () => {
  const { numbers, outcomes } = await audit({})
  expect(numbers).toEqual({ axes: [3, 0, 3], portalLink: [0, 0, 1] })
  expect(new Set(outcomes.map(([message]) => message))).toEqual(new Set(['works']))
})

it('ways that only the page 分類檢索 leads to are found', async () => {
  const { numbers } = await audit({ '/': '<a href="/hub">分類檢索</a>', '/hub': `<main>${ways}</main>` })
  expect(numbers['axes']).toEqual([3, 0, 3])
})

it.each([
  ['answers 404', { status: 404 }],
  ['lists nothing', '<main><h1>主題分類檢索</h1><p>請選擇。</p></main>'],
  ['lists what is dead', '<main><a href="/gone">水權</a></main>'],
] as const)('a way that %s is broken', async (_, answer) => {
  const { numbers, outcomes } = await audit({ '/theme': answer, '/gone': { status: 404 } })
  expect(numbers['axes']).toEqual([2, 0, 3])
  expect(outcomes).toContainEqual(['broken', 'violates'])
})

it.each([
  ['asks for a choice in a form', '<main><form action="/s"><select name="c"><option>內政</select></form></main>'],
  ['is filled by a script', '<div id="app"></div><script>go()</script>'],
  ['refuses', { status: 403 }],
] as const)('of a way that %s nobody can tell', async (_, answer) => {
  const { numbers, outcomes } = await audit({ '/theme': answer })
  expect(numbers['axes']).toEqual([2, 1, 3])
  expect(outcomes).toContainEqual(['open', 'needs-review'])
})

it('three labels for one page are not told apart, three places on it neither tell of three ways', async () => {
  const one = ways.replaceAll(/"\/(cake|service)"/g, '"/theme"')
  expect((await audit({ '/': one })).numbers['axes']).toEqual([0, 3, 3])
})

it('a page 分類檢索 whose form names the ways is a question, one that is gone is broken', async () => {
  const form = '<main><form><select><option>主題分類<option>施政分類<option>服務分類</select></form></main>'
  const hub = '<a href="/hub">分類檢索</a>'
  expect((await audit({ '/': hub, '/hub': form }).then(({ numbers }) => numbers))['axes']).toEqual([0, 3, 3])
  expect((await checkSite(check, { '/': hub, '/hub': { status: 404 } })).outcomes).toContainEqual([
    'broken',
    'violates',
  ])
})

it('ways that are missing are missing when the whole navigation was seen', async () => {
  const { numbers, findings } = await checkSite(check, {
    '/': '<a href="/theme">主題分類</a>',
    '/theme': list,
    '/water': water,
  })
  expect(numbers['axes']).toEqual([1, 0, 3])
  expect(findings).toMatchObject([
    { messageId: 'missing', verdict: 'violates', values: { missing: '施政分類、服務分類' } },
    { messageId: 'works' },
  ])
})

it('where the navigation was not seen whole, what is missing may be there', async () => {
  const { numbers, outcomes } = await checkSite(check, { '/': '<a href="/more">更多</a>' }, { unfetched: ['/more'] })
  expect(numbers['axes']).toEqual([0, 3, 3])
  expect(outcomes).toEqual([['unseen', 'needs-review']])
})

const portal = '<a href="https://www.gov.tw/search/category">電子化政府入口網分類檢索</a>'
const code = (theme: string) => `<head><meta name="Category.Theme" content="${theme}"></head>`

it("the portal's area on the home page will do for few sub-categories, of many a person decides", async () => {
  const few = await checkSite(check, { '/': code('100') + portal })
  expect(few.numbers).toEqual({ axes: [0, 0, 3], portalLink: [1, 0, 1] })
  expect(few.outcomes).toEqual([['portal', 'conforms']])
  const many = await checkSite(check, { '/': code('100,110,120,130,140,150,160') + portal })
  expect(many.outcomes).toEqual([['portal-many', 'needs-review']])
})

it.each([
  ['the portal itself', '<a href="https://www.gov.tw/">我的E政府</a>'],
  ['the area on another host', '<a href="https://www.books.example/">分類檢索</a>'],
])('%s is not the area of the portal', async (_, link) => {
  const { numbers } = await checkSite(check, { '/': link })
  expect(numbers['portalLink']).toEqual([0, 0, 1])
})

it('schools are asked, and without a page nothing is known', async () => {
  const { outcomes } = await checkSite(check, { '/': '<h1>學校</h1>' }, { agency: { kind: 'school' } })
  expect(outcomes).toEqual([['missing', 'needs-review']])
  expect((await checkSite(check, {})).status).toBe('undetermined')
})
