import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Evidence } from '../../../store/model/evidence.ts'
import type { Link } from '../../../store/model/link.ts'
import type { DisclosureTerms, SectionTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'
import { linkEvidence, nodeEvidence } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import { blockAt, linksBelow } from './below-label.ts'
import type { LabelledBlock } from './labelled-block.ts'

/** The twelve lines of Article 7, in the order of the law. */
export const itemNumbers: readonly ItemNumber[] = ['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10']

/** A label on the site that may name lines of Article 7, and what hangs on it. */
export type ItemNode = LinkNode | BlockNode

interface Labelled {
  /** As written, folded. */
  label: string
  /** In normal form. */
  normal: string
  /** Links that stand below the label: a nested menu, the cells of its row, what follows its heading. */
  below: readonly Link[]
}

/** A label that is a link. */
export interface LinkNode extends Labelled {
  kind: 'link'
  link: Link
}

/** A label without a link of its own, or with one to a place on its page: what it names stands there. */
export interface BlockNode extends Labelled {
  kind: 'block'
  block: LabelledBlock
}

/** The node of a link of a page, with the list nested below it. */
export function linkedNode(snapshot: Snapshot, link: Link): ItemNode {
  const page = snapshot.page(link.pageId)
  const block = blockAt(snapshot, page, link)
  return block === null ? nodeOf(link, linksBelow(snapshot, page, link)) : blockNode(block)
}

/** The node of a link. */
export function nodeOf(link: Link, below: readonly Link[] = []): LinkNode {
  return { kind: 'link', label: foldText(link.text), normal: normaliseLabel(link.text), link, below }
}

/** The node of a label and what stands below it. */
export function blockNode(block: LabelledBlock): BlockNode {
  return { kind: 'block', label: block.label, normal: normaliseLabel(block.label), block, below: block.links }
}

/** The address that what the node names is shown by; `null` for a link that is no URL. */
export function addressOf(node: ItemNode): string | null {
  return node.kind === 'link' ? node.link.target : (node.block.links[0]?.target ?? node.block.page.url)
}

/** Where the label stands: the same for the same element. */
export function placeOf(node: ItemNode): string {
  return node.kind === 'link'
    ? `${node.link.pageId} ${node.link.start}`
    : `${node.block.page.id} ${node.block.element.startIndex ?? -1}`
}

/** The link that bears the label, or those below a label that is none. */
export function linksOfNode(node: ItemNode): readonly Link[] {
  return node.kind === 'link' ? [node.link] : node.below
}

/** True when all that the node names is published by others. */
export function isElsewhere({ snapshot, terms }: { snapshot: Snapshot; terms: SectionTerms }, node: ItemNode): boolean {
  const links = linksOfNode(node)
  return links.length > 0 && links.every((link) => targetOf(snapshot, link, terms.links).kind === 'external')
}

/** The label as evidence. */
export function labelEvidence(snapshot: Snapshot, node: ItemNode): Evidence {
  return node.kind === 'link'
    ? linkEvidence(snapshot, node.link)
    : nodeEvidence(snapshot, node.block.page, node.block.element)
}

/** Where a label stands: some words name a line only in the section. */
export type LabelPlace = 'section' | 'elsewhere'

/** The lines of Article 7 a normal label belongs to, in the order of the law; one label may name several. */
export function linesOf(normal: string, terms: DisclosureTerms, place: LabelPlace = 'section'): ItemNumber[] {
  const texts = [normal, ...beforeList(normal), ...withoutBrackets(normal)]
  return itemNumbers.filter((item) => {
    const { labels, not, outside } = terms.items[item]
    const isNamed = texts.some((text) => isLabelOf(text, { labels, not }))
    return isNamed && (place === 'section' || outside === undefined || matchesAny(normal, outside))
  })
}

/** What stands before a list in brackets, as in 「業務統計(統計公告/宣導廣告統計)」: the list does not take the name away. */
function beforeList(normal: string): string[] {
  const head = /^([^()]{2,})\((?:(?:含|包[括含])[^()]*|[^()]*[/、,;][^()]*)\)$/u.exec(normal)?.[1]
  return head === undefined ? [] : [head]
}

/** 「招(決)標公告」 names both: brackets within a word hold its other form. */
function withoutBrackets(normal: string): string[] {
  const joined = normal.replace(/(?<=\p{sc=Han})\((\p{sc=Han}{1,2})\)(?=\p{sc=Han})/gu, '$1')
  return joined === normal ? [] : [joined]
}

/** The agency a label was left over from, by a template that was never emptied; `null` for a label of this agency, `siteName`. */
export function residueOf(normal: string, siteName: string, terms: DisclosureTerms): string | null {
  const residue = terms.templateResidue.find(
    ({ label, unless }) => matchesAny(normal, [label]) && !new RegExp(unless, 'iu').test(siteName),
  )
  return residue?.agency ?? null
}
