import type { FaqQuestion } from '../../../store/model/catalogue.ts'
import type { Page } from '../../../store/model/page.ts'
import type { FreshnessTerms, ListTerms, Pattern } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { findDates } from '../../../store/written-dates.ts'
import { foldText, matchesAny } from '../../labels.ts'
import { contentLinks } from '../../page-reading.ts'
import { domOf, mainTextOf } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import type { JudgedKind } from '../service/judge-kind.ts'

/** Questions an application is to bring: 003:52. */
const mostQuestions = 15
const longestQuestion = 100
const longestAnswer = 200

const headings = 'h1, h2, h3, h4, h5, h6'
/** Marks before a question or an answer, as in `問1：`, `Q.`. */
const mark = /^(問題?|答案?|[QＱAＡ])\s*\d{0,3}\s*[：:.．、]\s*/u
const questionMark = /^(問題?|[QＱ])\s*\d{0,3}\s*[：:.．、]/u
const inText =
  /(?:問題?|[QＱ])\s*\d{0,3}\s*[：:.．]\s*([^：:]{4,100}?)\s*(?:答案?|[AＡ])\s*\d{0,3}\s*[：:.．]\s*(.+?)(?=(?:問題?|[QＱ])\s*\d{0,3}\s*[：:.．]|$)/gsu

/** Questions with their answers on the pages behind the site's 常見問答, in the order of the site, each once; empty when none was found or read. */
export function faqQuestions(
  snapshot: Snapshot,
  { state, links }: JudgedKind,
  words: ListTerms,
  { dateLabels }: Pick<FreshnessTerms, 'dateLabels'>,
): FaqQuestion[] {
  if (state !== 'offered') return []
  const first = links.flatMap((link) => pageBehind(snapshot, link, words))
  const further = first.flatMap((page) =>
    contentLinks(snapshot, page).flatMap((link) => pageBehind(snapshot, link, words)),
  )
  const pages = new Map([...first, ...further].map((page) => [page.id, page]))
  const found = [...pages.values()].flatMap((page) => questionsOn(snapshot, page, dateLabels.updated))
  return [...new Map(found.map((one) => [one.question, one] as const).reverse()).values()]
    .reverse()
    .slice(0, mostQuestions)
}

function pageBehind(snapshot: Snapshot, link: Parameters<typeof targetOf>[1], { links }: ListTerms): Page[] {
  const target = targetOf(snapshot, link, links)
  return target.kind === 'page' ? [target.page] : []
}

function questionsOn(snapshot: Snapshot, page: Page, updated: readonly Pattern[]): FaqQuestion[] {
  const marked = fromMarkup(snapshot, page)
  const pairs = marked.length > 0 ? marked : fromText(mainTextOf(snapshot, page))
  return pairs.flatMap(([asked, said]) => {
    const [question, answer] = [shown(asked, longestQuestion), shown(withoutFoot(said, updated), longestAnswer)]
    return question === '' || answer === '' ? [] : [{ question, answer, url: page.url }]
  })
}

type Pair = readonly [question: string, answer: string]

/** A question that heads its answer: a term of a list, the summary of what unfolds, or a heading. */
function fromMarkup(snapshot: Snapshot, page: Page): Pair[] {
  const $ = domOf(snapshot, page)
  return $(`dt, summary, ${headings}`)
    .get()
    .flatMap((element): Pair[] => {
      const own = $(element)
      const question = own.text().trim()
      if (!/[？?]$/u.test(question) && !questionMark.test(question)) return []
      if (own.is('dt')) return [[question, own.nextUntil('dt').text()]]
      if (own.is('summary')) return [[question, own.parent().text().replace(own.text(), '')]]
      // A heading in a frame of its own has its answer in the frame beside it.
      const isFramed = own.siblings().length === 0 && !own.parent().is('main, article, body')
      const beside = own.parent().next()
      const isAnswer = isFramed && beside.find(headings).length === 0
      return [[question, isAnswer ? beside.text() : own.nextUntil(headings).text()]]
    })
}

/** 「問：…答：…」 one after another in running text. */
function fromText(text: string): Pair[] {
  return [...text.matchAll(inText)].map(([, question = '', answer = '']) => [question, answer])
}

/** Without the line at the foot of a page that tells when it was updated: the last answer reaches down to it. */
function withoutFoot(text: string, updated: readonly Pattern[]): string {
  const last = findDates(text).at(-1)
  if (last === undefined || last.label === null) return text
  const isAtEnd = text.slice(last.index + last.text.length).trim() === ''
  const isFoot = isAtEnd && matchesAny(foldText(last.label).replace(/\s+/gu, ''), updated)
  return isFoot ? text.slice(0, text.lastIndexOf(last.label, last.index)) : text
}

/** Without its mark, on one line, cut where it is long. */
function shown(text: string, longest: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim().replace(mark, '')
  const characters = [...plain]
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join('')}…`
}
