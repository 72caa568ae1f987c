import type { SearchQuery } from '../../store/model/artifact.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { queryFor, type Trial, wasAnswered } from './read-trial.ts'
import { countIn, hitsOf, resultLinks, saysNothing, urlsOf } from './results.ts'

/** How a word that is known to stand on the site was searched for. */
export type KnownWordVerdict = 'found' | 'missed' | 'error' | 'unclear' | 'unanswered' | 'unasked' | 'ignored'

/** `missed` is only said where the page says itself that there is nothing, and two pages are known that hold the word; `ignored`: any other words give the same. */
export function judgeKnownWord(
  snapshot: Snapshot,
  trial: Trial,
  terms: SearchTerms,
  purpose: 'title' | 'body',
): KnownWordVerdict {
  const query = queryFor(trial, purpose)
  if (query === null || query.expected.length === 0) return 'unasked'
  if (query.outcome !== 'shown') return 'unanswered'
  if (!wasAnswered(query)) return isError(query) ? 'error' : 'unanswered'
  if (ignoresWords(snapshot, trial, terms)) return 'ignored'
  if (hitsOf(snapshot, trial, query).length > 0) return 'found'
  const isEmpty = resultLinks(snapshot, trial, query).length === 0
  // A single page may be left out of an index, or be too new for it.
  return isEmpty && query.expected.length > 1 && saysNothing(query, terms) ? 'missed' : 'unclear'
}

/** True for an answer that says the program behind it broke. */
export function isError({ status }: SearchQuery): boolean {
  return status !== null && status >= 500
}

/**
 * True when a word nobody wrote gives what the word of a title gives: another page that reads the same, or the very results, two
 * or more of them pages that hold it.
 */
export function ignoresWords(snapshot: Snapshot, trial: Trial, terms: SearchTerms): boolean {
  const [title, nonsense] = [queryFor(trial, 'title'), queryFor(trial, 'nonsense')]
  if (!wasAnswered(title) || !wasAnswered(nonsense) || title.words === nonsense.words) return false
  if (saysNothing(title, terms) || saysNothing(nonsense, terms)) return false
  // Without a status the page stayed: that it reads the same may mean that nothing happened yet.
  if (title.status !== null && nonsense.status !== null && title.text === nonsense.text) return true
  if (title.url === nonsense.url) return false
  const [first, second] = [shownOf(title), shownOf(nonsense)]
  const isSame = first.size === second.size && [...first].every((url) => second.has(url))
  const known = title.expected.filter((url) => [...first].some((one) => (snapshot.pageAt(one)?.url ?? one) === url))
  return isSame && known.length >= 2
}

/** True for a page that shows what a search brought: results, their number, or that there are none. */
export function isResultPage(snapshot: Snapshot, trial: Trial, terms: SearchTerms, query: SearchQuery): boolean {
  const hasResults = resultLinks(snapshot, trial, query).length > 0
  return hasResults || saysNothing(query, terms) || countIn(query, terms) !== null
}

/** Where a page of results leads, without links that carry the words themselves. */
function shownOf(query: SearchQuery): Set<string> {
  const words = encodeURIComponent(query.words)
  return new Set([...urlsOf(query)].filter((url) => !url.includes(words)))
}
