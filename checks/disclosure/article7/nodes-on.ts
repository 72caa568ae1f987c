import { oncePerPage, oncePerSnapshot } from '../../once-per.ts'
import { compactText, contentLinks } from '../../page-reading.ts'
import { linksOf } from '../../seen-page.ts'
import { blocksOf } from './below-label.ts'
import { blockNode, type ItemNode, linkedNode } from './item-node.ts'
import type { LabelledBlock } from './labelled-block.ts'

/** Pages whose labels are kept: those of the section, and those behind labels of several lines. */
const mostKept = 16

/** Labels on a page of the section: its content, and a side menu that the home page does not have. */
export const nodesOn = oncePerPage((snapshot, page): readonly ItemNode[] => {
  const content = contentLinks(snapshot, page)
  const contentIds = new Set(content.map((one) => one.id))
  const homeTargets = targetsOnHome(snapshot)
  const side = linksOf(snapshot, page).filter(
    (link) => link.kind === 'hyperlink' && link.region === 'nav' && !homeTargets.has(link.target ?? ''),
  )
  const linked = [...content, ...side].map((link) => linkedNode(snapshot, link))
  const text = compactText(snapshot, page)
  const blocks = blocksOf(snapshot, page).filter((block) =>
    block.links.length > 0 && !isRow(block)
      ? block.links.some(({ id }) => contentIds.has(id))
      : text.includes(block.label.replace(/\s+/gu, '')),
  )
  return [...linked, ...blocks.map(blockNode)]
}, mostKept)

/** A row of a table may lead to what the menu leads to as well. */
function isRow({ element }: LabelledBlock): boolean {
  return element.name === 'td' || element.name === 'th'
}

const targetsOnHome = oncePerSnapshot((snapshot): ReadonlySet<string> => {
  const home = snapshot.pages().find((page) => page.depthHops === 0)
  const links = home === undefined ? [] : linksOf(snapshot, home)
  return new Set(links.map((link) => link.target ?? ''))
})
