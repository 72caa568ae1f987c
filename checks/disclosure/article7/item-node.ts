import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import type { DisclosureTerms } from '../../../store/model/terms.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'

/** The twelve lines of Article 7, in the order of the law. */
export const itemNumbers: readonly ItemNumber[] = ['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10']

/** A label on the site that may name lines of Article 7, and what hangs on it. */
export interface ItemNode {
  /** As written, folded. */
  label: string
  /** In normal form. */
  normal: string
  /** The link that carries the label; for a label without its own link, the first link below it. */
  link: Link
  /** Links that stand below the label: a nested menu, the cells of its row, what follows its heading. */
  below: readonly Link[]
  /** True when `link` carries the label itself. */
  isLinked: boolean
}

/** The node of a link. */
export function nodeOf(link: Link, below: readonly Link[] = []): ItemNode {
  return { label: foldText(link.text), normal: normaliseLabel(link.text), link, below, isLinked: true }
}

/** The lines of Article 7 a normal label belongs to, in the order of the law; one label may name several. */
export function linesOf(normal: string, terms: DisclosureTerms): ItemNumber[] {
  return itemNumbers.filter((item) => isLabelOf(normal, terms.items[item]))
}

/** True when a label was left over from a template of another agency. `siteName` is the name of this one. */
export function isResidue(normal: string, siteName: string, terms: DisclosureTerms): boolean {
  return terms.templateResidue.some(
    ({ label, unless }) => matchesAny(normal, [label]) && !new RegExp(unless, 'iu').test(siteName),
  )
}
