import { expect, it } from 'vitest'
import check from '../../../checks/search/help-offered.ts'
import type { SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import { linksTo, queryOf, trialOf } from '../../support/search-trial-of.ts'

const form = '<form action="/search"><input name="q" title="關鍵字"><button>搜尋</button></form>'
const help = '請輸入一個或數個關鍵字，以空白分隔，系統將列出同時含有各詞之網頁。'
const title = queryOf('title', { expected: ['http://agency.test/a'], text: '共1筆', links: linksTo('/a') })
const nonsense = queryOf('nonsense', { text: '查無資料' })

async function audit(
  queries: readonly SearchQuery[],
  more: Record<string, string> = {},
  changes: Partial<SearchTrialArtifact> = {},
) {
  const files = { '/': `<header>${form}</header>`, '/a': '<title>水權登記</title>', ...more }
  return checkSite(check, files, { artifacts: { '/': { 'search-trial': trialOf(queries, changes) } } })
}

const linked = { '/': `<header>${form}<a href="/help">檢索說明</a></header>` }

it('a page that tells how to search, with an example, and advice where nothing was found are the three', async () => {
  const advising = { ...nonsense, text: '查無資料。建議您縮短關鍵字。' }
  const { numbers, outcomes } = await audit([title, advising], {
    ...linked,
    '/help': `<main>${help}例如：水權 展限</main>`,
  })
  expect(numbers).toEqual({ kinds: [3, 0, 3], explanation: [1, 0, null], example: [1, 0, null], advice: [1, 0, null] })
  expect(outcomes).toEqual(Array(3).fill(['offered', 'conforms']))
})

it('advice may stand on the page that tells how to search, but not in the footer of one where nothing was found', async () => {
  const page = { ...linked, '/help': `<main>${help}找不到資料時，請改用同義詞。</main>` }
  expect((await audit([title, nonsense], page)).numbers['advice']).toEqual([1, 0, null])
  const footer = { ...nonsense, text: `查無資料${'。'.repeat(400)}建議使用 Chrome 瀏覽` }
  expect((await audit([title, footer])).numbers['advice']).toEqual([0, 0, null])
})

it('an example in a result is none of how to search', async () => {
  const links = [
    ...linksTo('/a'),
    { url: 'http://agency.test/help', text: '檢索說明' },
    { url: 'http://agency.test/b', text: '範例村淹水' },
  ]
  const result = { ...title, text: '共1筆 範例村 淹水 申請書 檢索說明', links }
  const { numbers, outcomes } = await audit([result, nonsense])
  expect(numbers).toMatchObject({ kinds: [0, 0, 3], example: [0, 0, null] })
  expect(outcomes).toEqual(Array(3).fill(['missing', 'violates']))
})

it('help on the page of results counts as well', async () => {
  const explained = { ...title, text: '搜尋說明：多個關鍵字之間以空白分隔，例如「水權 展限」。共1筆' }
  expect((await audit([explained, nonsense])).numbers).toMatchObject({
    explanation: [1, 0, null],
    example: [1, 0, null],
  })
})

it('where no results were had, what stands on them is not known', async () => {
  const other = [title, nonsense].map((query) => ({ ...query, text: '本局業務', links: [] }))
  expect((await audit(other)).numbers['kinds']).toEqual([0, 3, 3])
  const silent = { ...title, outcome: 'time-limit' as const, url: null }
  const { numbers, findings } = await audit([silent])
  expect([numbers['kinds'], findings]).toEqual([[0, 3, 3], []])
  const posts = await audit([], { ...linked, '/help': `<main>${help}</main>` }, { status: 'posts' })
  expect(posts.numbers).toMatchObject({ kinds: [1, 2, 3], explanation: [1, 0, null] })
})

const prose = `<main><p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p></main>`

it('of a site proven to have no search no help is asked; where there may be one nothing is said', async () => {
  const without = await audit([], { '/': prose }, { status: 'none', place: null })
  expect([without.status, without.findings]).toEqual(['not-applicable', []])
  expect((await audit([], {}, { status: 'none', place: null })).status).toBe('undetermined')
})
