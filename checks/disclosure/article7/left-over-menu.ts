import type { DisclosureTerms } from '../../../store/model/terms.ts'
import { type ItemNode, placeOf, residueOf } from './item-node.ts'

/** What a template left in a menu. */
export interface LeftOver {
  /** Whose menu it is. */
  agency: string
  /** The label that tells. */
  node: ItemNode
  /** Where the labels of the menu stand. */
  places: readonly string[]
}

/** The menu as a left-over, when one of its labels names another agency's sample; `null` when it is the site's own. */
export function leftOverIn(menu: readonly ItemNode[], siteName: string, terms: DisclosureTerms): LeftOver | null {
  for (const node of menu) {
    const agency = residueOf(node.normal, siteName, terms)
    if (agency !== null) return { agency, node, places: menu.map(placeOf) }
  }
  return null
}
