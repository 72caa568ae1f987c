import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { domOf, linksOf } from '../../seen-page.ts'

type Dom = ReturnType<Snapshot['dom']>
type Selection = ReturnType<Dom>

/** Longest text, without white space, that may be a label. */
const longestLabel = 90

/** A label of a page, and the links below it. */
export interface LabelledBlock {
  label: string
  links: readonly Link[]
}

/** The links of the list nested below a link of a menu or site map; empty when none is. */
export function linksBelow(snapshot: Snapshot, page: Page, link: Link): Link[] {
  const $ = domOf(snapshot, page)
  const anchor = $('a, area')
    .filter((_, element) => element.startIndex === link.start)
    .first()
  const item = anchor.closest('li, dt')
  if (item.length === 0) return []
  const block = item.is('dt') ? item.nextUntil('dt', 'dd') : item
  return linksWithin(linksOf(snapshot, page), block).filter((other) => other.start !== link.start)
}

/** Labels without a link of their own (cells, headings, heads of menus), each with the links that belong to it. */
export function blocksOf(snapshot: Snapshot, page: Page): LabelledBlock[] {
  const $ = domOf(snapshot, page)
  const links = linksOf(snapshot, page).filter((link) => link.kind === 'hyperlink')
  const blocks: LabelledBlock[] = []
  $('td, th, h2, h3, h4, h5, h6, dt, summary, caption, li > span, li > button, li > p, li > strong, p > strong').each(
    (_, element) => {
      const own = $(element)
      const label = foldText(own.text())
      if (label === '' || label.replace(/\s+/gu, '').length > longestLabel || own.find('a[href]').length > 0) return
      const below = linksWithin(links, blockBelow($, own))
      if (below.length > 0) blocks.push({ label, links: below })
    },
  )
  return blocks
}

function blockBelow($: Dom, label: Selection): Selection {
  if (label.is('td, th')) return label.nextAll('td, th')
  if (label.is('dt')) return label.nextUntil('dt', 'dd')
  if (label.is('summary, caption')) return label.parent()
  if (label.is('li > *')) return label.parent()
  const heading = label.is('h2, h3, h4, h5, h6') ? 'h1, h2, h3, h4, h5, h6' : 'p:has(strong)'
  const start = label.is('strong') ? label.parent() : label
  const following = start.nextUntil(heading)
  if (following.find('a').addBack('a').length > 0) return following
  // A heading in a wrapper of its own: what it heads stands beside the wrapper.
  const wrapper = start.parent()
  return wrapper.children().length === 1 ? wrapper.nextUntil(`:has(${heading})`) : $([])
}

function linksWithin(links: readonly Link[], block: Selection): Link[] {
  const ranges = block.toArray().map((element) => [element.startIndex ?? -1, element.endIndex ?? -1] as const)
  return links.filter(
    (link) => link.kind === 'hyperlink' && ranges.some(([start, end]) => link.start >= start && link.start <= end),
  )
}
