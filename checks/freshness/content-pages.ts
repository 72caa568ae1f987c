import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { shortTextLength } from '../content.ts'
import type { Navigation } from '../navigation.ts'
import { compactText } from '../page-reading.ts'
import { isReadable } from '../seen-page.ts'

/** Pages that say something of their own: home page, site map and doors are none, nor is a heading alone. */
export function contentPages(snapshot: Snapshot, { home, siteMap }: Navigation): Page[] {
  return snapshot.pages().filter((page) => {
    if (page === home || page === siteMap || page.refreshUrl !== null || !isReadable(snapshot, page)) return false
    return compactText(snapshot, page).length >= shortTextLength
  })
}
