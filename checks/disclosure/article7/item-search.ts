import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Page, Region } from '../../../store/model/page.ts'
import type { Agency } from '../../../store/model/site.ts'
import { taipeiDate } from '../../../store/model/taipei-date.ts'
import type { SectionTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../../check.ts'
import { longestLooseLabel, looseLinks } from '../../loose-links.ts'
import { type Navigation, navigationOf } from '../../navigation.ts'
import { linksOf } from '../../seen-page.ts'
import { sectionTermsOf } from '../../targets.ts'
import { findSections, isLeftOverOnly, leadsSomewhere, type SectionCandidate } from './find-section.ts'
import { type ItemNode, itemNumbers, type LabelPlace, linesOf, nodeOf, placeOf, residueOf } from './item-node.ts'

/** All that is needed to judge the lines of one site. */
export interface ItemSearch {
  snapshot: Snapshot
  agency: Agency
  /** ISO date in Taipei on which the site was looked at. */
  today: string
  terms: SectionTerms
  navigation: Navigation
  /** Sections that were accepted, the likeliest first. */
  sections: readonly SectionCandidate[]
  /** Labels by line: in the section, in the navigation, anywhere else; in the order of the site. */
  inSection: NodesByItem
  inNavigation: NodesByItem
  elsewhere: NodesByItem
  /** True when no page that could hold a missing line is left unseen. */
  isSeen: boolean
}

export type NodesByItem = ReadonlyMap<ItemNumber, readonly ItemNode[]>

/** Finds the section and every label on the site that names a line of Article 7. */
export function searchItems(snapshot: Snapshot, context: CheckContext): ItemSearch {
  const terms = sectionTermsOf(context.terms)
  const { agency } = context
  const navigation = navigationOf(snapshot, context.terms.siteMap)
  const candidates = findSections(snapshot, context)
  const sections = candidates.filter(isSection)
  const siteName = `${agency.name ?? ''}${navigation.home?.title ?? ''}`
  const leftOver = new Set(candidates.flatMap((one) => one.leftOver?.places ?? []))
  const byItem = (nodes: readonly ItemNode[], place: LabelPlace) =>
    nodesByItem(
      nodes.filter((node) => !leftOver.has(placeOf(node))),
      { siteName, terms, place },
    )
  return {
    snapshot,
    agency,
    today: taipeiDate(new Date(snapshot.run.startedAt)),
    terms,
    navigation,
    sections,
    inSection: byItem(
      sections.flatMap((section) => section.nodes),
      'section',
    ),
    inNavigation: byItem(
      navigation.pages.flatMap((page) => navigationNodes(snapshot, page, navigation)),
      'elsewhere',
    ),
    elsewhere: byItem(looseNodes(snapshot), 'elsewhere'),
    isSeen: navigation.isSeen && candidates.every((candidate) => isLookedAt(snapshot, candidate, terms)),
  }
}

/** A name that says it by itself and leads somewhere, or any name with several of the lines behind it. */
export function isSection(candidate: SectionCandidate): boolean {
  if (candidate.lines >= 3) return true
  return candidate.isPlain && (candidate.pages.length > 0 || candidate.lines > 0)
}

function isLookedAt(snapshot: Snapshot, candidate: SectionCandidate, terms: SectionTerms): boolean {
  const { isPlain, pages, target } = candidate
  return (
    !isPlain ||
    isLeftOverOnly(candidate) ||
    pages.length > 0 ||
    target.kind === 'dead' ||
    leadsSomewhere(snapshot, candidate, terms)
  )
}

function navigationNodes(snapshot: Snapshot, page: Page, navigation: Navigation): ItemNode[] {
  return linksOf(snapshot, page)
    .filter((link) => link.kind === 'hyperlink')
    .filter((link) => page === navigation.siteMap || isMenuRegion(link.region) || link.text.length <= longestLooseLabel)
    .map((link) => nodeOf(link))
}

function isMenuRegion(region: Region): boolean {
  return region === 'nav' || region === 'footer'
}

/** Short labels anywhere on the site whose target bears the same name. */
function looseNodes(snapshot: Snapshot): ItemNode[] {
  return looseLinks(snapshot).flatMap(({ link }) => {
    // A page that names itself says nothing of another.
    if (link.target === null || link.text.length < 2 || link.target === snapshot.page(link.pageId).url) return []
    return snapshot.pageAt(link.target)?.title?.includes(link.text) === true ? [nodeOf(link)] : []
  })
}

function nodesByItem(
  nodes: readonly ItemNode[],
  { siteName, terms, place }: { siteName: string; terms: SectionTerms; place: LabelPlace },
): NodesByItem {
  const lines = new Map<string, ItemNumber[]>()
  const byItem = new Map<ItemNumber, ItemNode[]>(itemNumbers.map((item) => [item, []]))
  for (const node of nodes) {
    const isOurs = () => residueOf(node.normal, siteName, terms) === null
    const known = lines.get(node.normal) ?? (isOurs() ? linesOf(node.normal, terms, place) : [])
    lines.set(node.normal, known)
    for (const item of known) byItem.get(item)?.push(node)
  }
  return new Map([...byItem].map(([item, all]) => [item, distinct(all)]))
}

function distinct(nodes: readonly ItemNode[]): ItemNode[] {
  const seen = new Set<string>()
  return nodes.filter((node) => {
    const key = `${(node.kind === 'link' ? node.link.target : null) ?? placeOf(node)} ${node.normal}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
