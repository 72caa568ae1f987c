import type { SearchTerms } from '../../store/model/terms.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { DraftFinding } from '../check.ts'
import { elementEvidence } from '../element-evidence.ts'
import { matchesAny } from '../labels.ts'
import { queryFor, type Trial, wasAnswered } from './read-trial.ts'
import { unspaced, urlsOf } from './results.ts'

/** A word the site offers to be searched for by following a link. */
export interface PopularSearch {
  link: string
  url: string
  evidence: DraftFinding['evidence']
}

/** How far before a link the words 熱門關鍵字 may stand, in characters of the source. */
const reach = 600

/** The first link beside words like 熱門關鍵字 that leads to a page of results with something found; `null` when there is none. */
export function popularSearch(snapshot: Snapshot, trial: Trial, terms: SearchTerms): PopularSearch | null {
  const [title, nonsense] = [queryFor(trial, 'title'), queryFor(trial, 'nonsense')]
  const home = snapshot.homePage()
  if (home === null || !wasAnswered(title) || title.url === null || !wasAnswered(nonsense)) return null
  const path = pathOf(title.url)
  const source = snapshot.html(home)
  const empty = urlsOf(nonsense)
  for (const link of snapshot.linksOf(home.id)) {
    if (link.kind !== 'hyperlink' || link.target === null || pathOf(link.target) !== path) continue
    const before = source.slice(Math.max(0, link.start - reach), link.start).replace(/<[^>]*>/g, '')
    const results = snapshot.pageAt(link.target)
    if (results === null || !matchesAny(unspaced(before), terms.popular)) continue
    const found = snapshot
      .linksOf(results.id)
      .some(
        ({ target, kind }) => kind === 'hyperlink' && target !== null && pathOf(target) !== path && !empty.has(target),
      )
    if (found)
      return {
        link: link.text,
        url: results.url,
        evidence: [elementEvidence(snapshot, link), { kind: 'resource', resourceId: results.resourceId }],
      }
  }
  return null
}

function pathOf(url: string): string {
  const parsed = parseUrl(url)
  return parsed === null ? url : parsed.origin + parsed.pathname
}
