import type { MissingTerms } from '../../../store/model/terms.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, compact } from './answer-view.ts'

/** Under a title or heading that says it, so much text may follow: search boxes, ways back, an address for questions. */
const longestUnderHeading = 500
/** Without one, the page must be nothing but the excuse. */
const longestAlone = 160
const longestHeading = 60

/** True when an answer says nothing but that there is no such page. `own` is its text without what stands on every page, compact. */
export function saysMissing(view: AnswerView, own: string, words: MissingTerms): boolean {
  const titles = [...titleParts(view.title), ...view.headings.map(compact)].filter((text) => text !== '')
  if (matchesAny(own, words.notThis) || titles.some((title) => matchesAny(title, words.notThis))) return false
  if (titles.some((title) => isExcuse(title, words))) return own.length <= longestUnderHeading
  return own.length <= longestAlone && matchesAny(own, words.said)
}

/** True when an answer in the place of a document says that there is none. */
export function saysNoDocument(view: AnswerView, own: string, words: MissingTerms): boolean {
  return saysMissing(view, own, words) || (own.length <= longestAlone && matchesAny(own, words.noDocument))
}

function isExcuse(title: string, words: MissingTerms): boolean {
  return matchesAny(title, words.titles) || (title.length <= longestHeading && matchesAny(title, words.said))
}

/** A title without and with the site's name that templates put before or behind it. */
function titleParts(title: string): string[] {
  return [title, ...title.split(/\s[-–—|:»>]\s|[｜|_＞»]|[-–—]{1,2}/u)].map(compact)
}
