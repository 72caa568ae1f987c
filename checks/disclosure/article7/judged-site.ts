import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../../check.ts'
import { type ItemSearch, searchItems } from './item-search.ts'
import { judgeItems } from './judge-items.ts'
import type { JudgedLine } from './judgement.ts'

/** Where the lines were looked for, and what was found of each. */
export interface JudgedSite {
  search: ItemSearch
  lines: readonly JudgedLine[]
}

const known = new WeakMap<Snapshot, { context: CheckContext; site: JudgedSite }>()

/** The twelve lines of a site; looked for once, though two checks ask. */
export function judgedSite(snapshot: Snapshot, context: CheckContext): JudgedSite {
  const seen = known.get(snapshot)
  if (seen?.context === context) return seen.site
  const search = searchItems(snapshot, context)
  const site = { search, lines: judgeItems(search) }
  known.set(snapshot, { context, site })
  return site
}
