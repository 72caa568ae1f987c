import type { ItemNumber } from '../../../store/model/check-result.ts'
import { matchesAny } from '../../labels.ts'
import { type Target, targetOf } from '../../targets.ts'
import type { ItemNode, LinkNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { judgeBlock } from './judge-block.ts'
import { judgePage } from './judge-content.ts'
import { judgeLinks } from './judge-links.ts'
import { judgeExternal } from './judge-outside.ts'
import { type Judgement, judgementAt, type Said, weightiest } from './judgement.ts'
import { sharedLabel } from './shared-label.ts'

/** Whether a line is published behind one label. Sources: facts 2.4, 2.5; judging of Article 7. */
export function judgeNode(search: ItemSearch, item: ItemNumber, node: ItemNode): Judgement {
  const shared = sharedLabel(search, item, node)
  if (shared === null) return judgeAlone(search, item, node)
  return weightiest(shared.own.map((one) => judgeAlone(search, item, one))) ?? unnamed(search, item, node, shared)
}

/** Of the lines a label names, what is behind it shows others, and not this one. */
function unnamed(
  { snapshot, terms }: ItemSearch,
  item: ItemNumber,
  node: ItemNode,
  { hasUnnamed }: { hasUnnamed: boolean },
): Judgement {
  const because = `「${node.label}」下未見標示為${terms.items[item].title}者`
  const isSure = !hasUnnamed && promised.has(item)
  const said: Said = isSure
    ? { state: 'not-published', because }
    : { state: 'undetermined', because: `${because}，請人工確認` }
  return judgementAt(snapshot, node, { kind: 'here' }, said)
}

/** Every agency has plans, statistics, reports and books; whether it has laws or petitions of its own is not known. */
const promised: ReadonlySet<ItemNumber> = new Set(['5a', '5b', '5c', '6'])

function judgeAlone(search: ItemSearch, item: ItemNumber, node: ItemNode): Judgement {
  const { snapshot } = search
  if (node.kind === 'block') return judgementAt(snapshot, node, { kind: 'here' }, judgeBlock(search, item, node))
  const target = targetOf(snapshot, node.link, search.terms.links)
  return judgementAt(snapshot, node, target, judgeTarget(search, item, node, target))
}

function judgeTarget(search: ItemSearch, item: ItemNumber, node: LinkNode, target: Target): Said {
  switch (target.kind) {
    case 'external':
      return judgeExternal(search, item, node.link.text, target.url)
    case 'dead':
      return { state: 'not-published', because: `「${node.label}」連結失效（${target.why}）` }
    case 'unseen':
      return { state: 'undetermined', because: `「${node.label}」未能查核：${target.why}` }
    case 'file':
      return judgeFile(search, item, node)
    case 'page':
      return judgePage(search, item, node, target.page)
    case 'here':
      return node.below.length > 0
        ? judgeLinks(search, item, node, node.below)
        : { state: 'undetermined', because: `「${node.label}」未連結至其他網頁，無法判定內容` }
  }
}

function judgeFile(search: ItemSearch, item: ItemNumber, node: LinkNode): Said {
  const words = search.terms.items[item]
  if (matchesAny(node.normal, words.weak)) return { state: 'undetermined', because: words.question }
  return { state: 'published', because: `提供檔案「${node.label}」` }
}
