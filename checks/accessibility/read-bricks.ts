import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import { isElement, type MarkupElement, type MarkupNode, nodesBeneath, proseBeneath } from '../markup-walk.ts'
import { nodeEvidence, rootOf } from '../seen-page.ts'

/** A 導盲磚, or anything else with an access key. */
export interface Brick {
  /** True for the mark `:::`; false for other elements with an access key. */
  isMark: boolean
  /** In upper case; `null` when it has none. */
  key: string | null
  /** The place in the page it leads to, as written; `null` when it leads to none. */
  fragment: string | null
  /** What it is called: title, label, else its text. */
  name: string
  evidence: Evidence
}

/** Every brick of a page, in order. Source: facts 4.5. */
export function readBricks(snapshot: Snapshot, page: Page, terms: AccessibilityTerms['bricks']): Brick[] {
  const root = rootOf(snapshot, page)
  const mark = new RegExp(terms.mark, 'u')
  return nodesBeneath(root)
    .filter(isElement)
    .flatMap((element) => {
      const isMark = element.name === 'a' && mark.test(foldText(proseBeneath(element)))
      const key = (element.attribs['accesskey'] ?? '').trim().toUpperCase()
      if (!isMark && key === '') return []
      const href = element.attribs['href']?.trim() ?? ''
      const fragment = href.startsWith('#') && href !== '#' ? href.slice(1) : null
      const evidence = nodeEvidence(snapshot, page, element)
      return [{ isMark, key: key || null, fragment, name: nameOf(root, element), evidence }]
    })
}

function nameOf(root: MarkupNode, element: MarkupElement): string {
  const { attribs } = element
  const label = labelOf(root, attribs['id'] ?? '')
  const words = [attribs['aria-label'], attribs['title'], label, proseBeneath(element), attribs['placeholder']]
  const first = words.find((word) => word !== undefined && /[\p{L}\p{N}]/u.test(word)) ?? ''
  return first.replace(/\s+/gu, ' ').trim().slice(0, 80)
}

function labelOf(root: MarkupNode, id: string): string {
  if (id === '') return ''
  const labels = nodesBeneath(root).filter(
    (node) => isElement(node) && node.name === 'label' && node.attribs['for'] === id,
  )
  return labels.map(proseBeneath).join('')
}
