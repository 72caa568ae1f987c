import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { judgeNode } from './judge-node.ts'
import type { Judgement } from './judgement.ts'

/** A label that names a line, and what is behind it. */
export interface JudgedNode {
  node: ItemNode
  judgement: Judgement
  tier: 'section' | 'navigation' | 'elsewhere'
}

const known = new WeakMap<ItemSearch, Map<ItemNumber, readonly JudgedNode[]>>()

/** Every label that names a line, judged: those of the section first, then those of the navigation, then the others. */
export function judgedNodes(search: ItemSearch, item: ItemNumber): readonly JudgedNode[] {
  const byItem = known.get(search) ?? new Map<ItemNumber, readonly JudgedNode[]>()
  known.set(search, byItem)
  const judged = byItem.get(item) ?? judge(search, item)
  byItem.set(item, judged)
  return judged
}

function judge(search: ItemSearch, item: ItemNumber): JudgedNode[] {
  const tiers = [
    ['section', search.inSection],
    ['navigation', search.inNavigation],
    ['elsewhere', search.elsewhere],
  ] as const
  return tiers.flatMap(([tier, nodes]) =>
    (nodes.get(item) ?? []).map((node) => ({ node, judgement: judgeNode(search, item, node), tier })),
  )
}
