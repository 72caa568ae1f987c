import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { isMissingPage, shortTextLength } from '../content.ts'
import type { Navigation } from '../navigation.ts'
import { compactText, contentLinks, tableRows } from '../page-reading.ts'
import { searchAnswers } from '../search/search-answers.ts'
import { isReadable } from '../seen-page.ts'
import { targetOf } from '../targets.ts'

/**
 * Pages that say something of their own: home page, site map, doors, answers of the site's search and pages that say that
 * there is none are not, nor is a heading alone; a file or a table is enough.
 */
export function contentPages(snapshot: Snapshot, { home, siteMap }: Navigation, terms: Terms): Page[] {
  const answers = searchAnswers(snapshot, terms.search)
  return snapshot.pages().filter((page) => {
    if (page === home || page === siteMap || page.refreshUrl !== null || answers.has(page.id)) return false
    if (!isReadable(snapshot, page) || isMissingPage(snapshot, page, terms.disclosure)) return false
    return compactText(snapshot, page).length >= shortTextLength || holdsThings(snapshot, page, terms)
  })
}

/** A page of few words may be there for its files or its table. */
function holdsThings(snapshot: Snapshot, page: Page, terms: Terms): boolean {
  if (tableRows(snapshot, page).length > 0) return true
  return contentLinks(snapshot, page).some((link) => targetOf(snapshot, link, terms.links).kind === 'file')
}
