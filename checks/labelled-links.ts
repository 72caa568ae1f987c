import type { Link } from '../store/model/link.ts'
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

/**
 * Links that bear one of the labels in the navigation; where it has none, short labels anywhere on the site. One each address;
 * of those that lead nowhere one each label, however many pages carry it.
 */
export function labelledLinks(snapshot: Snapshot, navigation: Navigation, words: LabelWords): Link[] {
  const isLabelled = (link: Link) => link.kind === 'hyperlink' && isLabelOf(normaliseLabel(link.text), words)
  const isShort = (link: Link) => link.text.length <= longestLooseLabel
  const near = navigation.pages.flatMap((page) =>
    linksOf(snapshot, page).filter((link) => isLabelled(link) && (page === navigation.siteMap || isShort(link))),
  )
  if (near.length > 0) return distinct(near)
  const loose = looseLinks(snapshot).filter(({ normal }) => isLabelOf(normal, words))
  return distinct(loose.map(({ link }) => link))
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
