import type { Link } from '../store/model/link.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { oncePerPage } from './once-per.ts'
import { domOf, linksOf } from './seen-page.ts'

/** Pages whose places are kept: each holds as much as its links and anchors. */
const mostKept = 16

/** Hyperlinks of a page, in the order of its text. */
export const hyperlinksOf = oncePerPage(
  (snapshot, page): readonly Link[] =>
    linksOf(snapshot, page)
      .filter(({ kind }) => kind === 'hyperlink')
      .sort((one, other) => one.start - other.start),
  mostKept,
)

/** Elements that bear links, by where they start. */
const anchorsOf = oncePerPage((snapshot, page) => {
  const anchors = domOf(snapshot, page)('a, area').toArray()
  return new Map(anchors.map((anchor) => [anchor.startIndex ?? -1, anchor] as const))
}, mostKept)

/**
 * The element that bears a link; `undefined` where the page as seen has none. Of a page that scripts changed the served link is
 * looked for among those a browser showed.
 */
export function anchorOf(snapshot: Snapshot, link: Link) {
  const page = snapshot.page(link.pageId)
  const anchors = anchorsOf(snapshot, page)
  if (!page.isShell) return anchors.get(link.start)
  const seen = linksOf(snapshot, page)
  const same =
    seen.find(({ id }) => id === link.id) ?? seen.find((one) => one.target === link.target && one.text === link.text)
  return same === undefined ? undefined : anchors.get(same.start)
}

/** Elements that a fragment names, by the name; the first of several. */
export const namedElementsOf = oncePerPage((snapshot, page) => {
  const $ = domOf(snapshot, page)
  const named = $('[id], a[name]')
    .toArray()
    .flatMap((element) =>
      [$(element).attr('id'), $(element).attr('name')].flatMap((name) =>
        name === undefined ? [] : [[name, element] as const],
      ),
    )
  return new Map(named.reverse())
}, mostKept)

/** Of links in the order of the text those that start from `start` to `end`. */
export function linksBetween(links: readonly Link[], start: number, end: number): readonly Link[] {
  const first = firstFrom(links, start)
  let last = first
  while (last < links.length && (links[last]?.start ?? end + 1) <= end) last += 1
  return links.slice(first, last)
}

function firstFrom(links: readonly Link[], start: number): number {
  let [low, high] = [0, links.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.start ?? start) < start) low = middle + 1
    else high = middle
  }
  return low
}
