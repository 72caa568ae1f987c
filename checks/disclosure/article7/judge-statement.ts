import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Pattern } from '../../../store/model/terms.ts'
import { firstMatch, isLabelOf, matchesAny } from '../../labels.ts'
import type { ItemSearch } from './item-search.ts'
import type { Said } from './judgement.ts'

/** Longer text is no statement that there is nothing. */
const longestStatement = 300

/** What a page, or a part of one, holds of a line. */
export interface Holding {
  page: Page
  /** Labels of its entries, in normal form. */
  labels: readonly string[]
  rows: readonly string[]
  /** Folded, without white space. */
  text: string
}

/** The words that there is nothing of the line; `null` where none are, or where entries speak against them. */
export function judgeStatement(
  search: ItemSearch,
  item: ItemNumber,
  { page, labels, rows, text }: Holding,
): Said | null {
  const { terms, snapshot } = search
  const words = terms.items[item]
  const hasOwnEntries = labels.some((label) => isLabelOf(label, words) && !matchesAny(label, words.weak))
  if (rows.length > 0 || hasOwnEntries || text.length > longestStatement) return null
  if (!matchesAny(text, terms.notApplicable)) return null
  const isDated =
    /\d{2,4}(學?年|[./-]\d{1,2}[./-]\d{1,2})/u.test(text) ||
    snapshot.dates(page.id).some((date) => date.region === 'main' || date.region === 'other')
  const quote = sentenceWith(text, terms.notApplicable).slice(0, 40)
  if (isDated) return { state: 'not-applicable', because: `網頁載明：「${quote}」` }
  return { state: 'undetermined', because: `網頁載明「${quote}」但未註記日期，請確認是否不適用` }
}

/** The sentence of the text that one of the patterns is found in; a pattern may reach over its end. */
function sentenceWith(text: string, patterns: readonly Pattern[]): string {
  const at = firstMatch(text, patterns)
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf(';', at - 1)) + 1
  const end = text.indexOf('。', at)
  return text.slice(start, end < 0 ? text.length : end + 1)
}
