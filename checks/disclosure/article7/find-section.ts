import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { SectionTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../../check.ts'
import { foldText, matchesAny, normaliseLabel } from '../../labels.ts'
import { navigationOf } from '../../navigation.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { contentLinks } from '../../page-reading.ts'
import { isReadable, linksOf } from '../../seen-page.ts'
import { sectionTermsOf, type Target, targetOf } from '../../targets.ts'
import { blocksOf, linksBelow } from './below-label.ts'
import { type ItemNode, linesOf, linksOfNode, nodeOf } from './item-node.ts'
import { type LeftOver, leftOverIn } from './left-over-menu.ts'
import { nodesOn } from './nodes-on.ts'

/** A label of the site that may name the section. */
export interface SectionCandidate {
  label: string
  /** The link that carries the label; for a head of a menu without one, the first link below it. */
  link: Link
  /** False for a name that counts only where several of the twelve lines are behind it. */
  isPlain: boolean
  target: Target
  /** Readable pages of the section: its own, and sections nested in it. */
  pages: readonly Page[]
  nodes: readonly ItemNode[]
  /** How many of the twelve lines its labels name. */
  lines: number
  /** A menu of another agency below the label, left over from a template; its labels are none of `nodes`. */
  leftOver: LeftOver | null
}

/** Where and under which words sections are looked for. */
interface Places {
  snapshot: Snapshot
  terms: SectionTerms
  /** Name of the agency and title of its home page: left-over menus name others. */
  siteName: string
}

/** Sections nest up to three levels: facts 2.1 (d). */
const deepest = 3

/**
 * Labels that may name the section, the likeliest first. Looked for on the home page and the site map page, and where
 * neither has one, on pages up to two hops from the home page (facts 2.1).
 */
export const findSections = oncePerSnapshot((snapshot, context: CheckContext): readonly SectionCandidate[] => {
  const navigation = navigationOf(snapshot, context.terms.siteMap)
  const terms = sectionTermsOf(context.terms)
  const places = { snapshot, terms, siteName: `${context.agency.name ?? ''}${navigation.home?.title ?? ''}` }
  const near = navigation.pages.flatMap((page) => candidatesOn(places, page))
  if (near.some((one) => !isLeftOverOnly(one))) return near.sort(likeliestFirst)
  const inner = snapshot
    .pages()
    .filter((page) => page.depthHops !== null && page.depthHops <= 2 && !navigation.pages.includes(page))
  return [...inner.flatMap((page) => linkedCandidates(places, page)), ...near].sort(likeliestFirst)
})

/** True when there is nothing behind the label but a menu of another agency. */
export function isLeftOverOnly({ leftOver, pages, nodes, target }: SectionCandidate): boolean {
  return leftOver !== null && pages.length === 0 && nodes.length === 0 && target.kind === 'here'
}

/** True when one of its entries leads to a page, a file or another site, as far as is known. */
export function leadsSomewhere(snapshot: Snapshot, { nodes }: SectionCandidate, terms: SectionTerms): boolean {
  return nodes
    .flatMap(linksOfNode)
    .some((link) => !['here', 'dead'].includes(targetOf(snapshot, link, terms.links).kind))
}

function likeliestFirst(a: SectionCandidate, b: SectionCandidate): number {
  if (a.isPlain !== b.isPlain) return a.isPlain ? -1 : 1
  const [aLeads, bLeads] = [Number(a.pages.length > 0), Number(b.pages.length > 0)]
  return bLeads - aLeads || b.lines - a.lines
}

function candidatesOn(places: Places, page: Page): SectionCandidate[] {
  const { snapshot, terms } = places
  const heads = blocksOf(snapshot, page).flatMap(({ label, links }) => {
    const [link] = links
    if (link === undefined || !isSectionLabel(normaliseLabel(label), terms)) return []
    return [candidate(places, { label, link, below: links, target: { kind: 'here' } })]
  })
  return [...linkedCandidates(places, page), ...heads]
}

function linkedCandidates(places: Places, page: Page): SectionCandidate[] {
  const { snapshot, terms } = places
  return linksOf(snapshot, page)
    .filter((link) => link.kind === 'hyperlink' && isSectionLabel(normaliseLabel(link.text), terms))
    .map((link) => {
      const below = linksBelow(snapshot, page, link)
      return candidate(places, {
        label: foldText(link.text),
        link,
        below,
        target: targetOf(snapshot, link, terms.links),
      })
    })
}

function isSectionLabel(normal: string, terms: SectionTerms): boolean {
  if (matchesAny(normal, terms.falseFriends)) return false
  return matchesAny(normal, terms.section) || matchesAny(normal, terms.weakSection)
}

function candidate(
  { snapshot, terms, siteName }: Places,
  seen: { label: string; link: Link; below: readonly Link[]; target: Target },
): SectionCandidate {
  const { label, link, target } = seen
  const isPlain = matchesAny(normaliseLabel(label), terms.section)
  const pages = target.kind === 'page' ? sectionPages(snapshot, target.page, terms) : []
  const below = seen.below.map((one) => nodeOf(one, linksBelow(snapshot, snapshot.page(one.pageId), one)))
  const leftOver = leftOverIn(below, siteName, terms)
  const nodes = [...(leftOver === null ? below : []), ...pages.flatMap((page) => nodesOn(snapshot, page))].filter(
    (node) => !isSectionLabel(node.normal, terms),
  )
  const lines = new Set(nodes.flatMap((node) => linesOf(node.normal, terms))).size
  return { label, link, isPlain, target, pages, nodes, lines, leftOver }
}

/** The page and the sections nested in it, as far as they can be read. */
function sectionPages(snapshot: Snapshot, start: Page, terms: SectionTerms): Page[] {
  const pages = [start]
  for (let level = 1, ring = pages; level < deepest && ring.length > 0; level += 1) {
    const nested = ring
      .flatMap((page) => contentLinks(snapshot, page))
      .filter((link) => isSectionLabel(normaliseLabel(link.text), terms))
      .map((link) => targetOf(snapshot, link, terms.links))
      .flatMap((target) => (target.kind === 'page' && !pages.includes(target.page) ? [target.page] : []))
    ring = [...new Set(nested)]
    pages.push(...ring)
  }
  return pages.filter((page) => isReadable(snapshot, page))
}
