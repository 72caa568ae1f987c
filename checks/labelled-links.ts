import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import type { Pattern } from '../store/model/pattern.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { isLabelOf, normaliseLabel } from './labels.ts'
import { longestLooseLabel, looseLinks } from './loose-links.ts'
import type { Navigation } from './navigation.ts'
import { linksOf } from './seen-page.ts'

export interface LabelWords {
  labels: readonly Pattern[]
  not?: readonly Pattern[]
}

/** An address that servers answer with the home page. */
const frontDoor = /^\/(?:(?:index|default|home)\.\w{2,5})?$/iu

/**
 * Links that bear one of the labels in the navigation; where it has none, short labels anywhere on the site. One each address;
 * of those that lead nowhere one each label, however many pages carry it. The way home bears the name of the site, and is none.
 */
export function labelledLinks(snapshot: Snapshot, navigation: Navigation, words: LabelWords): Link[] {
  const isLabelled = (link: Link) =>
    link.kind === 'hyperlink' && isLabelOf(normaliseLabel(link.text), words) && !leadsHome(link, navigation.home)
  const isShort = (link: Link) => link.text.length <= longestLooseLabel
  const near = navigation.pages.flatMap((page) =>
    linksOf(snapshot, page).filter((link) => isLabelled(link) && (page === navigation.siteMap || isShort(link))),
  )
  if (near.length > 0) return distinct(near)
  const loose = looseLinks(snapshot).filter(
    ({ link, normal }) => isLabelOf(normal, words) && !leadsHome(link, navigation.home),
  )
  return distinct(loose.map(({ link }) => link))
}

/** True for the way home; a place on the home page (`#faq`) and an address left blank are none. */
export function leadsHome({ href, target, isInternal }: Link, home: Page | null): boolean {
  if (!isInternal || target === null || /^\s*$|#/u.test(href)) return false
  const { pathname, search } = new URL(target)
  return target === home?.url || (frontDoor.test(pathname) && search === '')
}

function distinct(links: readonly Link[]): Link[] {
  const seen = new Set<string>()
  return links.filter((link) => {
    const key = link.target ?? normaliseLabel(link.text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
