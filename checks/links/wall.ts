import { parseHtml } from '../../store/html.ts'
import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'
import type { BotWallTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** Walls are small; what is longer has something to show. */
const longestBody = 200_000

/** Whose wall against programs an HTML answer is; `null` when it is none. Source: facts 9. */
export function wallOf(snapshot: Snapshot, outcome: FetchOutcome, terms: BotWallTerms): string | null {
  if (outcome.kind === 'failure' || outcome.body === null || outcome.bodyBytes > longestBody) return null
  if (outcome.mediaType !== null && !/html|text\/plain/.test(outcome.mediaType)) return null
  const text = Buffer.from(snapshot.body(outcome.body) ?? []).toString('latin1')
  const lower = text.toLowerCase()
  const named = terms.marks.find(({ mark }) => lower.includes(mark))
  if (named !== undefined) return shownLength(text) <= terms.longestText ? named.name : null
  const empty = terms.emptyMarks.find(({ mark }) => lower.includes(mark))
  return empty !== undefined && shownLength(text) <= terms.longestEmptyText ? empty.name : null
}

/** Characters a reader sees, scripts and what stands in their place left out; bytes of other alphabets count for more. */
function shownLength(html: string): number {
  const $ = parseHtml(html)
  $('script, style, noscript, template, title').remove()
  return $.root().text().replace(/\s+/g, ' ').trim().length
}
