import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { LinkTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { type LabelWords, labelledLinks } from '../labelled-links.ts'
import { foldText } from '../labels.ts'
import type { Navigation } from '../navigation.ts'
import { contentLinks, isEverywhere } from '../page-reading.ts'
import { linksOf } from '../seen-page.ts'
import { targetOf } from '../targets.ts'

/** Steps of a pager, which may stand in a menu of its own. */
const pager = /^(第?\d{1,4}頁?|下一?頁|上一?頁|最末頁|最後一?頁|第一頁|next|previous|[›»>]+)$/iu
/** Lists of thousands of pages tell what their first hundreds do. */
const mostLists = 300

/** The pages of one kind of information: the lists its labels lead to, their further pages, and what they list. */
export function pagesOfType(
  snapshot: Snapshot,
  navigation: Navigation,
  words: LabelWords,
  { terms }: CheckContext,
): Page[] {
  const pages = new Map<number, Page>()
  for (const list of listsOf(snapshot, navigation, words, terms.links)) {
    pages.set(list.id, list)
    for (const link of contentLinks(snapshot, list)) {
      const page = pageBehind(snapshot, link, terms.links)
      if (page !== null && page.depthHops !== 0 && !isEverywhere(snapshot, link)) pages.set(page.id, page)
    }
  }
  return [...pages.values()]
}

function listsOf(snapshot: Snapshot, navigation: Navigation, words: LabelWords, links: LinkTerms): Page[] {
  const first = labelledLinks(snapshot, navigation, words).flatMap((link) => pageBehind(snapshot, link, links) ?? [])
  const lists = new Set(first)
  for (const list of lists) {
    if (lists.size >= mostLists) break
    for (const link of linksOf(snapshot, list)) {
      const page = pager.test(foldText(link.text)) ? pageBehind(snapshot, link, links) : null
      if (page !== null && page.depthHops !== 0) lists.add(page)
    }
  }
  return [...lists]
}

function pageBehind(snapshot: Snapshot, link: Link, words: LinkTerms): Page | null {
  const target = targetOf(snapshot, link, words)
  return target.kind === 'page' && target.page.refreshUrl === null ? target.page : null
}
