import type { Link } from '../../store/model/link.ts'
import type { FreshnessTerms, LinkTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText, isLabelOf, normaliseLabel } from '../labels.ts'
import { titlesOf } from '../seen-page.ts'
import { type Target, targetOf } from '../targets.ts'

/** A place of the site that bears the name of the rule of how it is kept up to date. */
export interface Policy {
  label: string
  /** `null` for a page that bears the name itself and that no link of that name leads to. */
  link: Link | null
  target: Target
}

/** Longer texts are sentences that speak of a rule. */
const longestLabel = 60
const mostPolicies = 20

/** Every rule of updating that a link or the heading of a page names, in the order of the site. Source: facts 6.2. */
export function findPolicies(snapshot: Snapshot, { policy }: FreshnessTerms, words: LinkTerms): Policy[] {
  const byTarget = new Map<string, Policy>()
  for (const link of snapshot.firstLinks()) {
    if (link.kind !== 'hyperlink' || link.text.length > longestLabel || byTarget.has(link.target ?? '')) continue
    if (!isLabelOf(normaliseLabel(link.text), policy)) continue
    byTarget.set(link.target ?? '', { label: foldText(link.text), link, target: targetOf(snapshot, link, words) })
    if (byTarget.size >= mostPolicies) break
  }
  const named = [...byTarget.values()]
  return named.length > 0 ? named : pagesNamed(snapshot, policy)
}

function pagesNamed(snapshot: Snapshot, policy: FreshnessTerms['policy']): Policy[] {
  return snapshot.pages().flatMap((page): Policy[] => {
    const label = titlesOf(snapshot, page).find(
      (title) => title.length <= longestLabel && isLabelOf(normaliseLabel(title), policy),
    )
    if (label === undefined) return []
    const target = { kind: 'page', page, resource: snapshot.resource(page.resourceId) } as const
    return [{ label: foldText(label), link: null, target }]
  })
}
