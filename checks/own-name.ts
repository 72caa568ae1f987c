import type { Page } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { foldText } from './labels.ts'
import { domOf } from './seen-page.ts'

/**
 * What a page calls itself: its first heading that leads nowhere, folded. The name of the site leads home, heads of menus lead
 * to their lists. `null` when it has none.
 */
export function ownNameOf(snapshot: Snapshot, page: Page): string | null {
  const $ = domOf(snapshot, page)
  for (const heading of $('h1, h2').toArray()) {
    const own = $(heading)
    const name = foldText(own.text())
    if (name !== '' && own.find('a[href]').length === 0 && own.closest('a[href]').length === 0) return name
  }
  return null
}
