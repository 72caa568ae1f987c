import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** One place in one page, and the links that lead to it. */
export interface FragmentTarget {
  /** `null` when the page was not fetched. */
  page: Page | null
  /** Address of the page in normal form. */
  address: string
  /** As it stands in the URL, without `#`. */
  fragment: string
  /** True when every link to it stands on the page itself. */
  isOwn: boolean
  /** True when some link to it does. */
  hasOwn: boolean
  pageIds: Set<number>
  /** The first few. */
  links: Link[]
}

const maxLinks = 5

/**
 * Every place in a page of the site that hyperlinks lead to, by address and fragment, in order of first use. `#top`, an
 * empty fragment, parts of documents (`#page=3`) and links whose page is gone are no such places.
 */
export function collectFragments(snapshot: Snapshot): FragmentTarget[] {
  const targets = new Map<string, FragmentTarget>()
  for (const link of snapshot.links()) {
    if (link.kind !== 'hyperlink' || !link.isInternal || link.url === null || link.target === null) continue
    const fragment = fragmentOf(link.url)
    if (fragment === null) continue
    const page = pageOf(snapshot, link.target)
    if (page === 'no-page') continue
    const key = `${page?.url ?? link.target}#${fragment}`
    const made = {
      page,
      address: page?.url ?? link.target,
      fragment,
      isOwn: true,
      hasOwn: false,
      pageIds: new Set<number>(),
      links: [],
    }
    const target = targets.get(key) ?? made
    targets.set(key, target)
    target.pageIds.add(link.pageId)
    const isOwn = page?.id === link.pageId
    target.isOwn &&= isOwn
    target.hasOwn ||= isOwn
    if (target.links.length < maxLinks) target.links.push(link)
  }
  return [...targets.values()]
}

/** `null` where there is nothing to find: no fragment, the top of the page, or words to look for in its text. */
function fragmentOf(url: string): string | null {
  const mark = url.indexOf('#')
  if (mark === -1) return null
  const fragment = url.slice(mark + 1).replace(/:~:.*$/s, '')
  return fragment === '' || fragment.toLowerCase() === 'top' ? null : fragment
}

/** The page at an address; `null` when it was not asked for; `no-page` when something else is there, or nothing. */
function pageOf(snapshot: Snapshot, address: string): Page | null | 'no-page' {
  const page = snapshot.pageAt(address)
  if (page !== null) return page
  return snapshot.resourceAt(address) === null ? null : 'no-page'
}
