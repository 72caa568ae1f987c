import type { HijackTerms } from '../../store/model/terms.ts'
import { matchesAny } from '../labels.ts'
import type { AnswerView } from './missing/answer-view.ts'
import { isOneOf } from './target-judge.ts'

/** What a domain seems to serve that somebody else took over. */
export interface HijackSign {
  kind: 'gambling' | 'parking'
  /** The words that were seen, as they stand there. */
  words: readonly string[]
}

/** Different words it takes in the text; in the title one is enough. */
const wordsInText = 2

/** The signs on a page of another host; `null` when there are none, or where nobody else can own the name. Source: facts 9. */
export function hijackSignOf(view: AnswerView, terms: HijackTerms): HijackSign | null {
  if (isOneOf(view.url, terms.safeSuffixes)) return null
  const title = cleared(view.title, terms)
  const text = cleared([view.title, ...view.headings, view.mainText].join(' '), terms)
  const gambling = wordsIn(text, terms.gambling)
  if (gambling.length >= wordsInText || matchesAny(title, terms.gambling)) return { kind: 'gambling', words: gambling }
  const parking = view.textLength <= terms.longestParkingText ? wordsIn(text, terms.parking) : []
  return parking.length === 0 ? null : { kind: 'parking', words: parking }
}

/** Folded text without the phrases of those who warn. */
function cleared(text: string, { benign }: HijackTerms): string {
  const folded = text.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase()
  return benign.reduce((rest, source) => rest.replace(new RegExp(source, 'giu'), ' '), folded)
}

function wordsIn(text: string, patterns: readonly string[]): string[] {
  return patterns.flatMap((source) => new RegExp(source, 'iu').exec(text)?.[0] ?? [])
}
