import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../../check.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { type ItemSearch, searchItems } from './item-search.ts'
import { judgeItems } from './judge-items.ts'
import type { JudgedLine } from './judgement.ts'

/** Where the lines were looked for, and what was found of each. */
export interface JudgedSite {
  search: ItemSearch
  lines: readonly JudgedLine[]
}

/** The twelve lines of a site; looked for once, though two checks ask. */
export const judgedSite = oncePerSnapshot((snapshot: Snapshot, context: CheckContext): JudgedSite => {
  const search = searchItems(snapshot, context)
  return { search, lines: judgeItems(search) }
})
