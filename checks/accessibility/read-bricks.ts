import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import { type Dom, domOf, type Placed } from '../seen-page.ts'

/** A 導盲磚, or anything else with an access key. */
export interface Brick {
  node: Placed
  /** True for the mark `:::`; false for other elements with an access key. */
  isMark: boolean
  /** In upper case; `null` when it has none. */
  key: string | null
  /** The place in the page it leads to, as written; `null` when it leads to none. */
  fragment: string | null
  /** What it is called: title, label, else its text. */
  name: string
}

/** Every brick of a page, in order. Source: facts 4.5. */
export function readBricks(snapshot: Snapshot, page: Page, terms: AccessibilityTerms['bricks']): Brick[] {
  const dom = domOf(snapshot, page)
  const mark = new RegExp(terms.mark, 'u')
  return dom('a, [accesskey]')
    .toArray()
    .flatMap((node) => {
      const element = dom(node)
      const isMark = element.is('a') && mark.test(foldText(element.text()))
      const key = (element.attr('accesskey') ?? '').trim().toUpperCase()
      if (!isMark && key === '') return []
      const href = element.attr('href')?.trim() ?? ''
      const fragment = href.startsWith('#') && href !== '#' ? href.slice(1) : null
      return [{ node: node as Placed, isMark, key: key || null, fragment, name: nameOf(dom, element) }]
    })
}

function nameOf(dom: Dom, element: ReturnType<Dom>): string {
  const id = element.attr('id') ?? ''
  const label = id === '' ? '' : dom(`label[for=${JSON.stringify(id)}]`).text()
  const words = [element.attr('aria-label'), element.attr('title'), label, element.text(), element.attr('placeholder')]
  const first = words.find((word) => word !== undefined && /[\p{L}\p{N}]/u.test(word)) ?? ''
  return first.replace(/\s+/gu, ' ').trim().slice(0, 80)
}
