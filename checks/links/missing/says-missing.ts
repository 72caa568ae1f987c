import type { Pattern } from '../../../store/model/pattern.ts'
import type { MissingTerms } from '../../../store/model/terms.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, compact } from './answer-view.ts'

/** Under a title or heading that says it, so much text may follow: search boxes, ways back, an address for questions. */
const longestUnderHeading = 500
/** Without one, the page must be nothing but the excuse. */
const longestAlone = 160
const longestHeading = 60

type Titled = Pick<AnswerView, 'title' | 'headings'>

/** True when an answer says nothing but that there is no such page. `own` is its text without what stands on every page, compact. */
export function saysMissing(view: Titled, own: string, words: MissingTerms): boolean {
  const titles = [...titleParts(view.title), ...view.headings.map(compact)].filter((text) => text !== '')
  if (titles.some((title) => matchesAny(title, words.notThis))) return false
  if (titles.some((title) => isExcuse(title, words))) return own.length <= longestUnderHeading
  return !matchesAny(own, words.notThis) && says(own, words.said)
}

/** True when the title alone says that there is no such page. */
export function isTitledMissing({ title }: Titled, words: MissingTerms): boolean {
  const parts = titleParts(title)
  return parts.some((part) => isExcuse(part, words)) && !parts.some((part) => matchesAny(part, words.notThis))
}

/** True when an answer in the place of a document says that there is none. */
export function saysNoDocument(view: Titled, own: string, words: MissingTerms): boolean {
  return saysMissing(view, own, words) || (own.length <= longestAlone && matchesAny(own, words.noDocument))
}

/** True when one of the sentences is all that an answer has to say. `own` as above. */
export function says(own: string, sentences: readonly Pattern[]): boolean {
  return own.length <= longestAlone && matchesAny(withoutQuotes(own), sentences)
}

/** Who quotes an excuse tells of it: 「若出現『網頁不存在』之訊息」. */
function withoutQuotes(text: string): string {
  return text.replace(/「[^」]*」|『[^』]*』|“[^”]*”|"[^"]*"/gu, '')
}

function isExcuse(title: string, words: MissingTerms): boolean {
  return matchesAny(title, words.titles) || (title.length <= longestHeading && matchesAny(title, words.said))
}

/** A title without and with the site's name that templates put before or behind it. */
function titleParts(title: string): string[] {
  return [title, ...title.split(/\s[-–—|:»>]\s|[｜|_＞»]|[-–—]{1,2}/u)].map(compact)
}
