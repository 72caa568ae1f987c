import { foldText, matchesAny } from '../../labels.ts'
import { newestYearIn } from '../../periods.ts'
import { targetOf } from '../../targets.ts'
import { behindLabel, type ListedEntry } from './behind-label.ts'
import { blocksOf } from './below-label.ts'
import { entryNameOf } from './entry-name.ts'
import { type ItemNode, isElsewhere } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { type JudgedNode, judgedNodes } from './judged-nodes.ts'
import { type Judgement, weightiest } from './judgement.ts'

type Book = 'budget' | 'finalAccounts'
type Said = Pick<Judgement, 'state' | 'because'>

const bookNames: Readonly<Record<Book, string>> = { budget: '預算書', finalAccounts: '決算書' }
const books: readonly Book[] = ['budget', 'finalAccounts']

/** A book that is named somewhere. */
interface NamedBook {
  book: Book
  /** Newest Western year its name or what is below it tells; `null` when none does. */
  year: number | null
  /** At the superior agency, which is not looked at: its years are not known and not asked for. */
  isElsewhere: boolean
}

/**
 * Item 6: the budget of this year and the final accounts of the last that are due; one book, or old ones, are
 * incomplete, monthly accounts alone are neither. `null` when no label names it. Source: judging of item 6 (practice).
 */
export function judgeBooks(search: ItemSearch): Judgement | null {
  const judged = judgedNodes(search, '6')
  const best = weightiest(judged.map(({ judgement }) => judgement))
  if (best === null || best.state !== 'published') return best
  const shown = judged.filter(({ judgement }) => judgement.state === 'published')
  const named = shown.flatMap(({ node }) => booksAt(search, node))
  const evidence = shown.flatMap(({ judgement }) => judgement.evidence).slice(0, 6)
  return { ...best, ...saidOf(search, named, isUnsure(judged)), evidence, shown: shown.map(({ node }) => node) }
}

function isUnsure(judged: readonly JudgedNode[]): boolean {
  return judged.some(({ judgement }) => judgement.state === 'undetermined')
}

function saidOf(search: ItemSearch, named: readonly NamedBook[], isUnsure: boolean): Said {
  const seen = books.filter((book) => named.some((one) => one.book === book))
  if (seen.length === 0) return { state: 'undetermined', because: search.terms.items['6'].question }
  const missing = books
    .filter((book) => !seen.includes(book))
    .map((book) => `僅見${bookNames[seen[0] ?? book]}，未見${bookNames[book]}`)
  const ages = seen.map((book) => ageOf(search, book, named))
  const old = ages.filter(({ state }) => state === 'incomplete').map(({ because }) => because)
  const faults = [...missing, ...old].join('；')
  if (faults !== '') return isUnsure ? doubtful(faults) : { state: 'incomplete', because: faults }
  const undated = ages.find(({ state }) => state === 'undetermined')
  return undated ?? { state: 'published', because: '預算書與決算書均已公開' }
}

function doubtful(faults: string): Said {
  return { state: 'undetermined', because: `${faults}，惟部分內容未能查核` }
}

function ageOf(search: ItemSearch, book: Book, named: readonly NamedBook[]): Said {
  const own = named.filter((one) => one.book === book)
  const fine: Said = { state: 'published', because: '' }
  if (own.some(({ isElsewhere }) => isElsewhere)) return fine
  const years = own.flatMap(({ year }) => (year === null ? [] : [year]))
  if (years.length === 0) return { state: 'undetermined', because: `無法辨認${bookNames[book]}之年度，請人工確認` }
  const [newest, due] = [Math.max(...years), dueYear(search, book)]
  if (newest >= due) return fine
  return { state: 'incomplete', because: `${bookNames[book]}最新為${newest - 1911}年度，未見${due - 1911}年度` }
}

/** Last year's budget will do until April, the accounts of the year before last until August: numbers in `ages`. */
function dueYear({ today, terms }: ItemSearch, book: Book): number {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const { budgetUntilMonth, accountsUntilMonth } = terms.ages
  if (book === 'budget') return month <= budgetUntilMonth ? year - 1 : year
  return month <= accountsUntilMonth ? year - 2 : year - 1
}

/** The books named behind a label; what names none is of the kind that the label, or the list it stands in, names alone. */
function booksAt(search: ItemSearch, node: ItemNode): NamedBook[] {
  const own = booksIn(search, node.label)
  if (isElsewhere(search, node)) {
    return own.map((book) => ({ book, year: null, isElsewhere: true }))
  }
  const { entries } = behindLabel(search, '6', node)
  const inherited = own.length === 1 ? own : []
  const named = tellingApart(search, entries).flatMap((entry) => booksOfEntry(search, entry, inherited))
  const labelled = inherited.map((book) => namedBook(search, book, node.label))
  const all = [...named, ...booksUnderHeads(search, node)]
  return all.length > 0 ? all : labelled
}

/** 「115年度」 below a heading that names one book, on the page of the label. */
function booksUnderHeads(search: ItemSearch, node: ItemNode): NamedBook[] {
  const { snapshot, terms } = search
  const target = node.kind === 'link' ? targetOf(snapshot, node.link, terms.links) : null
  if (target?.kind !== 'page') return []
  return blocksOf(snapshot, target.page).flatMap(({ label, links }) => {
    const [book, ...more] = booksIn(search, label)
    if (book === undefined || more.length > 0) return []
    return links.map((link) => namedBook(search, book, entryNameOf(snapshot, link)))
  })
}

/** Text that names both books does not tell which is of which year; where links name them, it is not needed. */
function tellingApart(search: ItemSearch, entries: readonly ListedEntry[]): readonly ListedEntry[] {
  const isLinked = entries.some(({ link, name }) => link !== null && booksIn(search, name).length === 1)
  return isLinked ? entries.filter(({ link, name }) => link !== null || booksIn(search, name).length < 2) : entries
}

function booksOfEntry(search: ItemSearch, { name, below }: ListedEntry, inherited: readonly Book[]): NamedBook[] {
  const own = booksIn(search, name)
  const kinds = own.length > 0 ? own : inherited
  const here = kinds.map((book) => namedBook(search, book, name))
  const deeper = below.flatMap((text) => {
    const told = booksIn(search, text)
    return (told.length > 0 ? told : kinds.length === 1 ? kinds : []).map((book) => namedBook(search, book, text))
  })
  return [...here, ...deeper]
}

function namedBook({ today }: ItemSearch, book: Book, text: string): NamedBook {
  // Next year's budget is out before its year begins.
  return { book, year: newestYearIn(text, Number(today.slice(0, 4)) + 1), isElsewhere: false }
}

function booksIn({ terms }: ItemSearch, name: string): Book[] {
  const text = foldText(name).replace(/\s+/gu, '')
  return books.filter((book) => matchesAny(text, terms.books[book]))
}
