import { expect, it } from 'vitest'
import check from '../../../checks/search/works.ts'
import type { SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import { linksTo, queryOf, trialOf } from '../../support/search-trial-of.ts'

const origin = 'http://agency.test'
const form = '<form action="/search"><input name="q" title="關鍵字"><button>搜尋</button></form>'
const files = {
  '/': `<header>${form}<a href="/about">關於本局</a></header>`,
  '/about': '<title>關於本局</title>',
  '/a': '<title>水權登記</title>',
  '/b': '<title>水權展限</title><p>貯留設施',
}
const expected = [`${origin}/a`, `${origin}/b`]

const title = queryOf('title', { expected, text: '共 2 筆', links: linksTo('/about', '/a', '/b') })
const body = queryOf('body', { words: '貯留', expected, links: linksTo('/about', '/b') })
const nonsense = queryOf('nonsense', { text: '查無 資料', links: linksTo('/about') })
const markup = queryOf('markup', { text: '查無資料', links: linksTo('/about') })

async function audit(queries: readonly SearchQuery[], changes: Partial<SearchTrialArtifact> = {}, home = files['/']) {
  const trial = trialOf(queries, changes)
  return checkSite(check, { ...files, '/': home }, { artifacts: { '/': { 'search-trial': trial } } })
}

it('a search that finds words of titles and texts, admits to finding nothing and escapes signs works', async () => {
  const { status, numbers, outcomes, findings } = await audit([title, body, nonsense, markup])
  expect(status).toBe('done')
  expect(numbers).toEqual({
    titleWord: [1, 0, null],
    bodyWord: [1, 0, null],
    nonsense: [1, 0, null],
    escaped: [1, 0, null],
  })
  expect(outcomes.map(([message]) => message).sort()).toEqual(['body-found', 'escaped', 'honest', 'title-found'])
  expect(outcomes.every(([, verdict]) => verdict === 'conforms')).toBe(true)
  const found = findings.find(({ messageId }) => messageId === 'title-found')
  expect(found?.values).toMatchObject({ words: '水權', hits: 2 })
  expect(found?.evidence[0]).toMatchObject({ kind: 'artifact', pointer: '/queries/0' })
})

it('a search that says of a word of titles that there is nothing misses what is there', async () => {
  const missed = { ...title, text: '查無資料', links: linksTo('/about') }
  const { numbers, outcomes } = await audit([missed, nonsense])
  expect(numbers).toMatchObject({ titleWord: [0, 0, null], bodyWord: [0, 1, null] })
  expect(outcomes).toContainEqual(['title-missed', 'violates'])
})

it('a search of titles alone misses a word that stands in texts', async () => {
  const missed = { ...body, text: '查無資料', links: linksTo('/about') }
  const { numbers, outcomes } = await audit([title, missed, nonsense])
  expect(numbers).toMatchObject({ titleWord: [1, 0, null], bodyWord: [0, 0, null] })
  expect(outcomes).toContainEqual(['body-missed', 'violates'])
})

it('of one page that is not found a person is asked: it may be missing in the index', async () => {
  const missed = { ...title, expected: [`${origin}/a`], text: '查無資料', links: linksTo('/about') }
  const { numbers, outcomes } = await audit([missed, nonsense])
  expect(numbers['titleWord']).toEqual([0, 1, null])
  expect(outcomes).toContainEqual(['unclear', 'needs-review'])
})

it.each([
  ['lists other pages', { text: '共 40 筆', links: linksTo('/about', '/other') }],
  ['shows no link and says nothing of it', { text: '搜尋結果', links: linksTo('/about') }],
])('a search that %s is for a person to look at', async (_, shown) => {
  const { numbers, outcomes } = await audit([{ ...title, ...shown }, nonsense])
  expect(numbers['titleWord']).toEqual([0, 1, null])
  expect(outcomes).toContainEqual(['unclear', 'needs-review'])
})

it('a page in the menu is no result, even when it holds the word', async () => {
  const only = { ...title, text: '搜尋結果', links: linksTo('/about', '/a') }
  const { outcomes } = await audit([only, { ...nonsense, links: linksTo('/about', '/a') }])
  expect(outcomes).toContainEqual(['unclear', 'needs-review'])
})

it('results behind addresses that count clicks are known by the titles they bear', async () => {
  const counted = [{ url: `${origin}/click?to=7`, text: '水權登記' }]
  const { numbers } = await audit([{ ...title, links: counted }, nonsense])
  expect(numbers['titleWord']).toEqual([1, 0, null])
})

it('a search that gives the same whatever is typed ignores the words', async () => {
  const all = { text: '共 30 筆', links: linksTo('/about', '/a', '/b') }
  const { numbers, outcomes } = await audit([
    { ...title, ...all },
    { ...nonsense, ...all },
  ])
  expect(numbers).toMatchObject({ titleWord: [0, 0, null], nonsense: [0, 0, null] })
  expect(outcomes).toEqual([['ignores-words', 'violates']])
})

it('a field whose words never leave gives one page for all; a page that stayed may not have changed yet', async () => {
  const same = { url: `${origin}/cp?`, text: '本局業務', links: linksTo('/about') }
  const lost = await audit([
    { ...title, ...same },
    { ...nonsense, ...same },
  ])
  expect(lost.numbers).toMatchObject({ titleWord: [0, 0, null], nonsense: [0, 0, null] })
  const stayed = { ...same, status: null }
  const { outcomes } = await audit([
    { ...title, ...stayed },
    { ...nonsense, ...stayed },
  ])
  expect(outcomes.map(([, verdict]) => verdict)).toEqual(['needs-review', 'needs-review'])
})

it.each([
  ['says nothing of it', { text: '搜尋結果' }, 'silent'],
  ['lists something else', { text: '您是不是要找', links: linksTo('/about', '/other') }, 'offers-others'],
])('where a word nobody wrote %s, a person is asked', async (_, shown, message) => {
  const { numbers, outcomes } = await audit([title, { ...nonsense, ...shown }])
  expect(numbers['nonsense']).toEqual([0, 1, null])
  expect(outcomes).toContainEqual([message, 'needs-review'])
})

it('signs that come back as elements are a hole; a refusal of them is none, a breakdown is a fault', async () => {
  const outcomeOf = async (changes: Partial<SearchQuery>) => {
    const { findings, numbers } = await audit([title, nonsense, { ...markup, ...changes }])
    const finding = findings.find(({ messageId }) => /escaped|markup/.test(messageId))
    return [finding?.messageId, finding?.verdict, numbers['escaped']]
  }
  expect(await outcomeOf({ echo: 'markup' })).toEqual(['unescaped', 'violates', [0, 0, null]])
  expect(await outcomeOf({ status: 403 })).toEqual(['escaped', 'conforms', [1, 0, null]])
  expect(await outcomeOf({ status: 500, echo: 'none' })).toEqual(['markup-error', 'violates', [0, 0, null]])
  expect(await outcomeOf({ outcome: 'time-limit', url: null })).toEqual([undefined, undefined, [0, 1, null]])
})

it('a search whose program breaks does not work', async () => {
  const broken = [title, body, nonsense, markup].map((query) => ({ ...query, status: 500, text: '', links: [] }))
  const { numbers, outcomes } = await audit(broken)
  expect(numbers).toMatchObject({
    titleWord: [0, 0, null],
    bodyWord: [0, 0, null],
    nonsense: [0, 1, null],
    escaped: [0, 1, null],
  })
  expect(outcomes).toEqual([
    ['error', 'violates'],
    ['error', 'violates'],
  ])
})

it.each(['external', 'posts', 'guarded', 'barred', 'unanswered', 'failed'] as const)(
  'a search that is %s is not known, and a person is asked once',
  async (status) => {
    const { numbers, outcomes } = await audit([], { status })
    expect(Object.values(numbers)).toEqual(Array(4).fill([0, 1, null]))
    expect(outcomes).toEqual([['untried', 'needs-review']])
  },
)

const prose = `<main><p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p></main>`

it('of a site proven to have no search nothing is asked', async () => {
  const { status, findings } = await audit([], { status: 'none', place: null }, prose)
  expect([status, findings]).toEqual(['not-applicable', []])
})

it('where the browser saw no field but the source may hold one, nothing is said', async () => {
  const { status, findings } = await audit([], { status: 'none', place: null })
  expect([status, findings]).toEqual(['undetermined', []])
})

it('without a browser nothing is said', async () => {
  const { status, reason } = await checkSite(check, files)
  expect([status, reason?.includes('檢索實測紀錄')]).toEqual(['undetermined', true])
})

it('a result that the menu of every page names as well is found where it stands oftener than for nonsense', async () => {
  const menu = linksTo('/about', '/a', '/b')
  const found = { ...title, links: [...menu, { url: `${origin}/a`, text: '結果 /a' }] }
  const { numbers } = await audit([found, { ...nonsense, links: menu }])
  expect(numbers['titleWord']).toEqual([1, 0, null])
  expect(
    (
      await audit([
        { ...title, links: menu },
        { ...nonsense, links: menu },
      ])
    ).numbers['titleWord'],
  ).toEqual([0, 1, null])
})

it('where one program writes every page, a result is what asks it for another page; a pager is none', async () => {
  const at = (query: string) => ({ url: `${origin}/index.php?${query}`, text: '' })
  const word = encodeURIComponent(title.words)
  const url = `${origin}/index.php?code=find&q=${word}`
  const pager = [at(`code=find&q=${word}&page=2`), at('code=find&page=2'), at('page=3')]
  const known = { ...title, url, expected: [at('code=news&id=2').url] }
  const none = { ...nonsense, url: `${origin}/index.php?code=find&q=zqxj`, links: [] }
  expect((await audit([{ ...known, links: [...pager, at('code=news&id=2')] }, none])).numbers['titleWord']).toEqual([
    1,
    0,
    null,
  ])
  expect((await audit([{ ...known, links: pager }, none])).numbers['titleWord']).toEqual([0, 1, null])
})
