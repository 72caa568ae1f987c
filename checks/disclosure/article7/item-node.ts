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
