import type { ItemNumber } from '../../../store/model/check-result.ts'
import { contentOf } from '../../content.ts'
import { normaliseLabel } from '../../labels.ts'
import { targetOf } from '../../targets.ts'
import { type ItemNode, linesOf, linkedNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { nodesOn } from './nodes-on.ts'
import { otherLines } from './other-lines.ts'

/** What stands behind a label that names several lines, as 「施政計畫、業務統計及研究報告」. */
export interface SharedLabel {
  /** The labels behind it that name the line alone. */
  own: readonly ItemNode[]
  /** True when something behind it bears no name of a line: it may be of this one. */
  hasUnnamed: boolean
}

/** `null` for a label of one line, and where nothing behind it tells its lines apart. */
export function sharedLabel(search: ItemSearch, item: ItemNumber, node: ItemNode): SharedLabel | null {
  const lines = linesOf(node.normal, search.terms)
  if (lines.length < 2) return null
  const { nodes, labels } = behind(search, item, node)
  const named = nodes.flatMap((one) => {
    const [line, ...more] = linesOf(one.normal, search.terms)
    return line !== undefined && more.length === 0 && lines.includes(line) ? [{ line, node: one }] : []
  })
  if (named.length === 0) return null
  const hasUnnamed = labels.some((label) => linesOf(label, search.terms).length === 0)
  return { own: named.filter(({ line }) => line === item).map((one) => one.node), hasUnnamed }
}

/** Labels that stand behind a label, and those of its entries in normal form. */
function behind(
  search: ItemSearch,
  item: ItemNumber,
  node: ItemNode,
): { nodes: readonly ItemNode[]; labels: readonly string[] } {
  const { snapshot, terms } = search
  const target = node.kind === 'link' ? targetOf(snapshot, node.link, terms.links) : null
  if (target?.kind === 'page') {
    const { entries } = contentOf(snapshot, target.page, terms, otherLines(search, item))
    return { nodes: nodesOn(snapshot, target.page), labels: entries.map((link) => normaliseLabel(link.text)) }
  }
  const below = node.below.map((link) => linkedNode(snapshot, link))
  return { nodes: below, labels: below.map(({ normal }) => normal) }
}
