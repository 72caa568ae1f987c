import { expect, it } from 'vitest'
import check from '../../../checks/search/results-usable.ts'
import type { SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import { linksTo, queryOf, trialOf } from '../../support/search-trial-of.ts'

const form = '<form action="/search"><input name="q" title="關鍵字"><button>搜尋</button></form>'
const nonsense = queryOf('nonsense', { text: '查無資料' })
const paths = (count: number) => Array.from({ length: count }, (_, n) => `/p${n}`)

async function audit(queries: readonly SearchQuery[], changes: Partial<SearchTrialArtifact> = {}, home = form) {
  const files = { '/': `<header>${home}</header>`, '/a': '<title>水權登記</title>' }
  return checkSite(check, files, { artifacts: { '/': { 'search-trial': trialOf(queries, changes) } } })
}

it('results that are paged, can be ordered, are counted and show the word are usable', async () => {
  const title = queryOf('title', {
    text: '共 24 筆，第 1 頁／共 3 頁',
    links: [...linksTo(...paths(10)), { url: 'http://agency.test/search?q=1&p=2', text: '下一頁' }],
    controls: [{ label: '排序', options: ['相關度', '發布日期'] }],
    highlights: 3,
  })
  const { numbers, outcomes } = await audit([title, nonsense])
  expect(Object.values(numbers)).toEqual(Array(4).fill([1, 0, null]))
  expect(outcomes).toEqual(Array(4).fill(['offered', 'conforms']))
})

it('a long list on one page, in one order, is not; number and marks are no duty', async () => {
  const { numbers, outcomes } = await audit([queryOf('title', { links: linksTo(...paths(60)) }), nonsense])
  expect(Object.values(numbers)).toEqual(Array(4).fill([0, 0, null]))
  expect(outcomes).toEqual(Array(2).fill(['missing', 'violates']))
})

it('whether a short list would be paged is for a person to try', async () => {
  const { numbers, outcomes } = await audit([queryOf('title', { links: linksTo(...paths(8)) }), nonsense])
  expect(numbers).toMatchObject({ paging: [0, 1, null], ordering: [0, 0, null] })
  expect(outcomes).toContainEqual(['few', 'needs-review'])
})

it('a page that says there is nothing shows neither', async () => {
  const { numbers, findings } = await audit([queryOf('title', { text: '查無資料' }), nonsense])
  expect([Object.values(numbers), findings]).toEqual([Array(4).fill([0, 1, null]), []])
})

it('what the page for a word nobody wrote shows is nothing of the results', async () => {
  const { numbers } = await audit([queryOf('title', { links: linksTo('/p1') }), { ...nonsense, text: '查無資料 排序' }])
  expect(numbers['ordering']).toEqual([0, 0, null])
})

const prose = `<main><p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p></main>`

it('a site proven to have no search has no results; of what was not used nothing is said', async () => {
  const without = await audit([], { status: 'none', place: null }, prose)
  expect([without.status, without.findings]).toEqual(['not-applicable', []])
  expect((await audit([], { status: 'external' })).status).toBe('undetermined')
})
