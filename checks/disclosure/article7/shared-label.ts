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

/** `null` for a label of one line, where nothing behind it tells its lines apart, and where what is behind it could not be read. */
export function sharedLabel(search: ItemSearch, item: ItemNumber, node: ItemNode): SharedLabel | null {
  const lines = linesOf(node.normal, search.terms)
  if (lines.length < 2) return null
  const found = behind(search, item, node)
  const named = (found?.nodes ?? []).flatMap((one) => {
    const [line, ...more] = linesOf(one.normal, search.terms)
    return line !== undefined && more.length === 0 && lines.includes(line) ? [{ line, node: one }] : []
  })
  if (found === null || named.length === 0) return null
  const hasUnnamed = found.holdsMore || found.labels.some((label) => linesOf(label, search.terms).length === 0)
  return { own: named.filter(({ line }) => line === item).map((one) => one.node), hasUnnamed }
}

interface BehindShared {
  nodes: readonly ItemNode[]
  /** Of the entries, in normal form. */
  labels: readonly string[]
  /** True when more stands there than entries: rows of tables, or text alone. */
  holdsMore: boolean
}

/** What stands behind a label; `null` when only scripts would show it. */
function behind(search: ItemSearch, item: ItemNumber, node: ItemNode): BehindShared | null {
  const { snapshot, terms } = search
  const target = node.kind === 'link' ? targetOf(snapshot, node.link, terms.links) : null
  if (target?.kind === 'page') {
    const { isReadable, entries, rows } = contentOf(snapshot, target.page, terms, otherLines(search, item))
    if (!isReadable) return null
    const labels = entries.map((link) => normaliseLabel(link.text))
    return { nodes: nodesOn(snapshot, target.page), labels, holdsMore: rows.length > 0 || entries.length === 0 }
  }
  const nodes = node.below.map((link) => linkedNode(snapshot, link))
  const holdsMore = node.kind === 'block' && node.block.rows.length > 0
  return { nodes, labels: nodes.map(({ normal }) => normal), holdsMore }
}
