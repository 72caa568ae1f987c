import { countRuns } from '../../store/count-runs.ts'
import { sha256 } from '../../store/sha256.ts'
import type { PageText } from '../../store/snapshot/page-texts.ts'

/** A word with the pages known to hold it, by their normal forms. */
export interface KnownWord {
  word: string
  urls: readonly string[]
}

/** What a trial of the site's search types into its field. */
export interface SearchWords {
  /** Stands in titles; `null` when no title gives a word. */
  title: KnownWord | null
  /** Stands in the text of a page or three, in no title and on no link. */
  body: KnownWord | null
  /** Stands nowhere. */
  nonsense: string
}

/** Words of the site as they lie in the snapshot. */
export interface WordSource {
  /** Pages in order of their URLs. */
  pages: readonly PageText[]
  /** True when some link bears the word. */
  isOnLink(word: string): boolean
  /** True for words that name a search itself: they stand beside its field, on pages its index may leave out. */
  isOfSearch(word: string): boolean
}

const mostCandidates = 60
const mostBodies = 40
const bodyHead = 3_000

/** Words by which the site's own search can be told from one that finds nothing, or everything. Equal sites give equal words. */
export function searchWordsOf(source: WordSource, origin: string): SearchWords {
  const { isOnLink, isOfSearch } = source
  const pages = withoutFurniture(source.pages)
  const titles = pages.map(({ title }) => title)
  return {
    title: titleWord(pages, isOfSearch),
    body: bodyWord(pages, titles.join('\n'), (word) => isOfSearch(word) || isOnLink(word)),
    nonsense: `mj${sha256(origin).slice(0, 10)}zq`,
  }
}

/** A site of fewer pages may say something of its own on most of them. */
const fewestFramed = 6

/** Texts without the words between two spaces that most pages carry: menus, address and footer, where no page marks its content. */
function withoutFurniture(pages: readonly PageText[]): readonly PageText[] {
  if (pages.length < fewestFramed) return pages
  const counts = countRuns(pages.map(({ text }) => text))
  const isOwn = (words: string) => (counts.get(words) ?? 0) * 2 <= pages.length
  return pages.map((page) => ({ ...page, text: page.text.split(' ').filter(isOwn).join(' ') }))
}

interface Counted {
  word: string
  titled: readonly string[]
  /** Pages that hold the word in title or text. */
  total: number
}

/** Best one that gives more than a page of results most of which bear it in their titles: then paging shows as well. */
function titleWord(pages: readonly PageText[], isOfSearch: WordSource['isOfSearch']): KnownWord | null {
  const [best] = titleCandidates(pages)
    .filter((word) => !isOfSearch(word))
    .map((word) => counted(word, pages))
    .filter(({ total }) => total * 2 <= pages.length || total === 1)
    .sort(
      (a, b) => rank(a) - rank(b) || b.word.length - a.word.length || a.total - b.total || (a.word < b.word ? -1 : 1),
    )
  return best === undefined ? null : { word: best.word, urls: best.titled }
}

function rank({ titled, total }: Counted): number {
  const share = titled.length / total
  if (total > 10 && total <= 40 && share >= 0.3) return 0
  if (total > 1 && total <= 10) return 1
  if (total === 1) return 2
  return share >= 0.3 ? 3 : 4
}

/** Words of titles, those that stand in several first; what stands in nearly every title is the site's name. */
function titleCandidates(pages: readonly PageText[]): string[] {
  const counts = new Map<string, number>()
  for (const { title } of pages)
    for (const word of new Set(wordsOf(title))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const fitting = [...counts].filter(([, count]) => count <= 40 && (count === 1 || count * 2 <= pages.length))
  return fitting
    .sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, mostCandidates)
    .map(([word]) => word)
}

function counted(word: string, pages: readonly PageText[]): Counted {
  const titled = pages.filter(({ title }) => title.includes(word)).map(({ url }) => url)
  return { word, titled, total: pages.filter(({ title, text }) => title.includes(word) || text.includes(word)).length }
}

function bodyWord(pages: readonly PageText[], titles: string, isLeftOut: (word: string) => boolean): KnownWord | null {
  const fitting: KnownWord[] = []
  for (const word of bodyCandidates(pages, titles)) {
    const urls = pages.filter(({ text }) => text.includes(word)).map(({ url }) => url)
    if (urls.length > 0 && urls.length <= 3 && !isLeftOut(word)) fitting.push({ word, urls })
  }
  // One page may be missing in an index; that two are says something of the index.
  const several = fitting.filter(({ urls }) => urls.length > 1)
  const known = several.length > 0 ? several : fitting
  return known.find(({ word }) => word.length >= 3) ?? known[0] ?? null
}

/** Words of texts, of pages spread over the site, each page's longest first. */
function bodyCandidates(pages: readonly PageText[], titles: string): string[] {
  const step = Math.max(1, Math.floor(pages.length / mostBodies))
  const chosen = pages.filter((_, index) => index % step === 0).slice(0, mostBodies)
  const each = chosen.map(({ text }) => {
    const words = [...new Set(wordsOf(text.slice(0, bodyHead)))].filter((word) => !titles.includes(word))
    return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 4)
  })
  const rounds = [0, 1, 2, 3].flatMap((at) => each.flatMap((words) => words[at] ?? []))
  return [...new Set(rounds)].slice(0, mostCandidates)
}

const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' })

/** Words a person would type: two Han characters or more; of a text without Han, five letters or more. */
function wordsOf(text: string): string[] {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
  const han = words.filter((word) => /^\p{Script=Han}{2,8}$/u.test(word))
  return han.length > 0 ? han : words.filter((word) => /^\p{L}{5,20}$/u.test(word))
}
