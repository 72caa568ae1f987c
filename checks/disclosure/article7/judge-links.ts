import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import { numberText } from '../../../store/model/number-text.ts'
import { isDeadEntry } from '../../content.ts'
import { matchesAny, normaliseLabel } from '../../labels.ts'
import { targetOf } from '../../targets.ts'
import { entryNameOf } from './entry-name.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { judgeOutside } from './judge-outside.ts'
import type { Said } from './judgement.ts'

/** What stands beside the links: rows of tables and text, folded, without white space. */
export interface Beside {
  rows: readonly string[]
  text: string
}

/** Links below a label that leads nowhere by itself: the head of a menu, a row of a table. */
export function judgeLinks(
  search: ItemSearch,
  item: ItemNumber,
  node: ItemNode,
  links: readonly Link[],
  beside: Beside = nothing,
): Said {
  const { snapshot, terms } = search
  const outside = judgeOutside(search, item, links)
  if (outside?.state === 'published') return outside
  const dead = links.filter((link) => isDeadEntry(snapshot, link, terms))
  const inside = links.filter(
    (link) => !dead.includes(link) && ['page', 'file'].includes(targetOf(snapshot, link, terms.links).kind),
  )
  if (inside.length > 0) return judgeInside(search, item, node, inside, beside)
  if (outside !== null) return outside
  if (dead.length === links.length) {
    return { state: 'not-published', because: `「${node.label}」下之連結均已失效或無內容` }
  }
  return { state: 'undetermined', because: `「${node.label}」下之連結未能查核` }
}

const nothing: Beside = { rows: [], text: '' }

/** Entries on the site, and what stands beside them. */
export function judgeInside(
  search: ItemSearch,
  item: ItemNumber,
  node: ItemNode,
  inside: readonly Link[],
  { rows, text }: Beside,
): Said {
  const words = search.terms.items[item]
  const labels = inside.map((link) => normaliseLabel(entryNameOf(search.snapshot, link)))
  const said = [...labels, ...rows, text].join(' ')
  const isAllWeak = labels.every((label) => matchesAny(label, words.weak)) && rows.length === 0
  if (isAllWeak || !isProven(search, item, node, said)) return { state: 'undetermined', because: words.question }
  return { state: 'published', because: `列有${numberText(inside.length)}項內容` }
}

/** A weak label needs a word of proof in what stands behind it. */
export function isProven(search: ItemSearch, item: ItemNumber, node: ItemNode, said: string): boolean {
  const words = search.terms.items[item]
  return !matchesAny(node.normal, words.weak) || words.proof.length === 0 || matchesAny(said, words.proof)
}
