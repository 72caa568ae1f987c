import { expect, it } from 'vitest'
import check from '../../../checks/search/methods-offered.ts'
import type { SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import { linksTo, queryOf, trialOf } from '../../support/search-trial-of.ts'

const origin = 'http://agency.test'
const form = '<form action="/search"><input name="q" title="關鍵字"><button>搜尋</button></form>'
const files = {
  '/': `<header>${form}</header>`,
  '/a': '<title>水權登記</title>',
  '/b': '<title>水權展限</title><p>貯留設施',
  '/search?q=hot': '<ol><li><a href="/a">水權登記</a></ol>',
}
const title = queryOf('title', { expected: [`${origin}/a`, `${origin}/b`], text: '共2筆', links: linksTo('/a', '/b') })
const body = queryOf('body', {
  words: '貯留',
  expected: [`${origin}/a`, `${origin}/b`],
  text: '共1筆',
  links: linksTo('/b'),
})
const nonsense = queryOf('nonsense', { text: '查無資料' })
const fields = queryOf('fields', { words: '貯留', text: '查無資料', settings: [{ label: '欄位', choice: '標題' }] })
const category = queryOf('category', {
  text: '共1筆',
  links: linksTo('/a'),
  settings: [{ label: '分類', choice: '甲' }],
})

async function audit(queries: readonly SearchQuery[], changes: Partial<SearchTrialArtifact> = {}, home = files['/']) {
  const trial = trialOf(queries, changes)
  return checkSite(check, { ...files, '/': home }, { artifacts: { '/': { 'search-trial': trial } } })
}

it('a way counts when using it changed the results', async () => {
  const { numbers, findings } = await audit([title, body, nonsense, fields, category])
  expect(numbers).toEqual({
    ways: [5, 0, 6],
    keyword: [1, 0, null],
    fullText: [1, 0, null],
    crossField: [1, 0, null],
    withinSite: [1, 0, null],
    byClassification: [1, 0, null],
    other: [0, 0, null],
  })
  expect(findings.map(({ values }) => values['way']).sort()).toEqual(
    ['交叉檢索', '全文檢索', '分類檢索', '站內檢索', '關鍵字檢索'].sort(),
  )
  expect(findings.every(({ verdict }) => verdict === 'conforms')).toBe(true)
})

it('a category that leaves the results as they are does not count, and a person is asked', async () => {
  const same = { ...category, text: title.text, links: title.links }
  const { numbers, outcomes } = await audit([title, body, nonsense, same])
  expect(numbers).toMatchObject({ ways: [3, 1, 6], byClassification: [0, 1, null], crossField: [0, 0, null] })
  expect(outcomes).toContainEqual(['unchanged', 'needs-review'])
})

it('another number of results is a change, though the first page shows the same', async () => {
  const fewer = { ...category, text: '共1筆', links: title.links }
  expect((await audit([title, nonsense, fewer])).numbers).toMatchObject({ byClassification: [1, 0, null] })
})

it('a search of titles alone offers no full text, one that fails offers nothing', async () => {
  const missed = { ...body, text: '查無資料', links: [] }
  expect((await audit([title, missed, nonsense])).numbers).toMatchObject({
    fullText: [0, 0, null],
    keyword: [1, 0, null],
  })
  const broken = [title, body, nonsense].map((query) => ({ ...query, status: 500, text: '', links: [] }))
  expect((await audit(broken)).numbers).toMatchObject({ ways: [0, 0, 6] })
})

it('a trial that broke off leaves open what it did not come to', async () => {
  const silent = { ...title, outcome: 'time-limit' as const, url: null }
  expect((await audit([title, silent])).numbers).toMatchObject({
    crossField: [0, 1, null],
    byClassification: [0, 1, null],
  })
})

it('a word beside 熱門關鍵字 that leads to results is another way', async () => {
  const home = `<header>${form}<p>熱門關鍵字：<a href="/search?q=hot">水權</a></p></header>`
  const { numbers, findings } = await audit([title, nonsense], {}, home)
  expect(numbers['other']).toEqual([1, 0, null])
  expect(findings.find(({ values }) => values['way'] === '其他方式')?.evidence[0]).toMatchObject({ kind: 'element' })
  const idle = home.replace('熱門關鍵字', '相關連結')
  expect((await audit([title, nonsense], {}, idle)).numbers['other']).toEqual([0, 0, null])
})

const prose = `<main><p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p></main>`

it('a site proven to have no search has no ways', async () => {
  const { status, findings } = await audit([], { status: 'none', place: null }, prose)
  expect([status, findings]).toEqual(['not-applicable', []])
})

it.each(['external', 'posts', 'none'] as const)('of a search that is %s nothing is said', async (status) => {
  const { status: answer, findings } = await audit([], { status, place: null })
  expect([answer, findings]).toEqual(['undetermined', []])
})

it('without a browser nothing is said', async () => {
  expect((await checkSite(check, files)).status).toBe('undetermined')
})
