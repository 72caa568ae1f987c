import type { ItemNumber, ItemState } from '../../../store/model/check-result.ts'
import type { Evidence } from '../../../store/model/evidence.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { Target } from '../../targets.ts'
import { addressOf, type ItemNode, labelEvidence } from './item-node.ts'

/** What was found of one line, at one label or over all of them. */
export interface Judgement {
  state: ItemState
  /** In Traditional Chinese, without a full stop. */
  because: string
  label: string | null
  url: string | null
  /** Empty when nothing was found; then the caller says where it looked. */
  evidence: readonly Evidence[]
  /** The labels behind which it was seen published, in the order of the site; empty when it was seen nowhere. */
  shown: readonly ItemNode[]
}

/** What is said of a line, without where. */
export type Said = Pick<Judgement, 'state' | 'because'>

/** One line of Article 7 as it is reported. */
export interface JudgedLine extends Judgement {
  item: ItemNumber
  /** False when it is published, but not in the section. */
  isInSection: boolean
}

/** A judgement about a label and what it leads to, with both as evidence. */
export function judgementAt(
  snapshot: Snapshot,
  node: ItemNode,
  target: Target,
  said: { state: ItemState; because: string },
): Judgement {
  const label = labelEvidence(snapshot, node)
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const shown = said.state === 'published' || said.state === 'incomplete' ? [node] : []
  return { ...said, label: node.label, url: addressOf(node), evidence: [label, ...resource], shown }
}

/** How much a state says about a line when several labels name it: what was seen published outweighs all else. */
const weight: Readonly<Record<ItemState, number>> = {
  published: 5,
  incomplete: 4,
  'not-applicable': 3,
  undetermined: 2,
  'not-published': 1,
}

/** The judgement that outweighs the others, the first among equals; `null` for none. */
export function weightiest(judgements: readonly Judgement[]): Judgement | null {
  return judgements.reduce<Judgement | null>(
    (best, one) => (best === null || weight[one.state] > weight[best.state] ? one : best),
    null,
  )
}
