import { expect, it } from 'vitest'
import { searchWordsOf } from '../../../crawler/search/search-words.ts'

const page = (n: number, title: string, text: string) => ({ url: `http://a.test/${n}`, title, text })
const filler = '各單位均應依規定辦理。'
const topics = ['水庫清淤', '河川巡守', '防汛演練', '地下水觀測']
const pages = Array.from({ length: 48 }, (_, n) =>
  page(n, `水資源局 ${topics[n % 4] ?? ''}作業`, `${topics[n % 4] ?? ''}${filler}${n === 9 ? '另設滯洪設施。' : ''}`),
)
const free = { isOnLink: () => false, isOfSearch: () => false }
const source = { ...free, pages }

it('a word of a dozen titles is chosen, so that results fill more than a page; the name of the site is none', () => {
  const { title } = searchWordsOf(source, 'http://a.test')
  expect(topics.some((topic) => topic.includes(title?.word ?? '?'))).toBe(true)
  expect(title?.urls).toHaveLength(12)
})

it('a word that stands in one text alone is chosen, unless a link bears it', () => {
  const { body } = searchWordsOf(source, 'http://a.test')
  expect(body?.urls).toEqual(['http://a.test/9'])
  expect('另設滯洪設施').toContain(body?.word ?? '?')
  const isOnLink = (word: string) => '滯洪設施'.includes(word)
  expect(searchWordsOf({ ...free, pages, isOnLink }, 'http://a.test').body).toBeNull()
})

it('a word of two texts is chosen before one of a single text', () => {
  const both = pages.map((one, n) => (n === 20 || n === 31 ? { ...one, text: `${one.text}並建置監視設備。` } : one))
  const { body } = searchWordsOf({ ...free, pages: both }, 'http://a.test')
  expect(body?.urls).toEqual(['http://a.test/20', 'http://a.test/31'])
})

it('words that name a search are none to search for', () => {
  const isOfSearch = (word: string) => '滯洪設施'.includes(word) || word === '作業'
  expect(searchWordsOf({ ...source, isOfSearch }, 'http://a.test').body).toBeNull()
})

it('equal sites give equal words, other sites another word nobody wrote', () => {
  expect(searchWordsOf(source, 'http://a.test')).toEqual(searchWordsOf(source, 'http://a.test'))
  const { nonsense } = searchWordsOf(source, 'http://a.test')
  expect(nonsense).toMatch(/^mj[0-9a-f]{10}zq$/)
  expect(searchWordsOf(source, 'http://b.test').nonsense).not.toBe(nonsense)
})

it('a site of three pages still gives a word, one without words none', () => {
  const few = [page(1, '首頁', '歡迎'), page(2, '水權登記', '請申請'), page(3, '聯絡我們', '電話')]
  expect(searchWordsOf({ ...free, pages: few }, 'http://a.test').title?.urls).toHaveLength(1)
  const none = searchWordsOf({ ...free, pages: [page(1, '', '')] }, 'http://a.test')
  expect([none.title, none.body]).toEqual([null, null])
})

it('a site in English is searched in English', () => {
  const english = ['Reservoir dredging', 'River patrol', 'Flood exercise'].map((title, n) => page(n, title, 'text'))
  const { title } = searchWordsOf({ ...free, pages: english }, 'http://a.test')
  expect(title?.word).toMatch(/^[A-Za-z]{5,}$/)
})

it('where no page marks its content, what every page carries is neither searched for nor hides what titles say', () => {
  const services = ['水權登記', '鑿井許可', '河川公地', '溫泉開發', '排水設施', '地下水觀測']
  const frame = (text: string) => `${services.join(' ')} ${text} 中山路一段二十號`
  const framed = services.map((title, n) => page(n, title, frame('歡迎洽詢。')))
  const { title, body } = searchWordsOf({ ...free, pages: framed }, 'http://a.test')
  expect(title?.urls).toHaveLength(1)
  expect(body).toBeNull()
})
