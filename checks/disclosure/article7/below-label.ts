import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { anchorOf, namedElementsOf } from '../../page-places.ts'
import { type Dom, domOf } from '../../seen-page.ts'
import {
  blockFrom,
  type LabelledBlock,
  linksWithin,
  longestLabel,
  type Selection,
  textOf,
  withRemark,
} from './labelled-block.ts'
import { leadingBlocks, panelBlocks } from './leading-labels.ts'

/** The links of the list nested below a link of a menu or site map; empty when none is. */
export function linksBelow(snapshot: Snapshot, page: Page, link: Link): Link[] {
  const $ = domOf(snapshot, page)
  const anchor = anchorOf(snapshot, link)
  if (anchor === undefined) return []
  const item = $(anchor).closest('li, dt')
  if (item.length === 0) return []
  const block = item.is('dt') ? item.nextUntil('dt', 'dd') : item
  return linksWithin(snapshot, page, block).filter((other) => other.start !== link.start)
}

const labels =
  'td, th, h2, h3, h4, h5, h6, dt, summary, caption, li > span, li > button, li > p, li > strong, p > strong'

/** Labels without a link of their own (cells, headings, heads of menus), each with what belongs to it, if anything does. */
export function blocksOf(snapshot: Snapshot, page: Page): LabelledBlock[] {
  const $ = domOf(snapshot, page)
  const headed = $(labels)
    .toArray()
    .flatMap((element) => {
      const own = $(element)
      const label = foldText(own.text())
      if (label === '' || label.replace(/\s+/gu, '').length > longestLabel || own.find('a[href]').length > 0) return []
      return [blockFrom(snapshot, page, { label, element, below: blockBelow($, own) })]
    })
  const all = [...headed, ...leadingBlocks(snapshot, page), ...panelBlocks(snapshot, page)].map(withRemark)
  return all.filter(({ links, text }) => links.length > 0 || text !== '')
}

/** What a link to a place on its own page leads to there; `null` for any other link, and where nothing is. */
export function blockAt(snapshot: Snapshot, page: Page, link: Link): LabelledBlock | null {
  const id = link.target === page.url ? fragmentOf(link) : ''
  if (id === '') return null
  const $ = domOf(snapshot, page)
  const element = namedElementsOf(snapshot, page).get(id)
  if (element === undefined) return null
  const place = $(element)
  const below = place.is(`${labels}, a`) ? blockBelow($, place) : place
  const block = blockFrom(snapshot, page, { label: foldText(link.text), element, below })
  return block.text === '' ? null : block
}

function fragmentOf({ url }: Link): string {
  const hash = url === null ? '' : new URL(url).hash.slice(1)
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

function blockBelow($: Dom, label: Selection): Selection {
  if (label.is('td')) return label.nextAll('td, th')
  // Heads of columns stand beside one another; the head of a row has a cell of data beside it.
  if (label.is('th')) return label.next('td').length > 0 ? label.nextAll('td, th') : $([])
  if (label.is('dt')) return label.nextUntil('dt', 'dd')
  if (label.is('summary, caption')) return label.parent()
  if (label.is('li > *')) return label.parent()
  const heading = headingsAbove(label)
  const start = label.is('strong') ? label.parent() : label
  const following = start.nextUntil(`${heading}, :has(${heading})`)
  if (following.find('a').addBack('a').length > 0 || textOf(following) !== '') return following
  // A heading in a wrapper of its own: what it heads stands beside the wrapper.
  const wrapper = start.parent()
  return wrapper.children().length === 1 ? wrapper.nextUntil(`:has(${heading})`) : $([])
}

/** Where the part below a heading ends: at the next of its own rank or a higher one. */
function headingsAbove(label: Selection): string {
  const rank = Number(/^h(\d)$/iu.exec(label.prop('tagName') ?? '')?.[1] ?? 0)
  const ranks = Array.from({ length: rank }, (_, index) => `h${index + 1}`)
  return rank === 0 ? 'p:has(strong)' : ranks.join(', ')
}
