import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { PaperKind, PublicationTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { nameInText } from '../documents/link-words.ts'
import { columnNameOf, rowTextsOf } from '../documents/row-name.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../labels.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { compactText } from '../page-reading.ts'
import { titlesOf } from '../seen-page.ts'

/** A link to a yearly paper, and the words that name the paper: its own, those of its row, or the heading of the page it leads to. */
export interface NamedLink {
  link: Link
  name: string
}

const paperKinds: readonly PaperKind[] = ['plan', 'selfAssessment', 'inspection', 'performanceReport']

/** Longer texts are sentences that speak of a paper. */
const longestLabel = 60
/** A heading far down names a part of the page. */
const fewFirst = 2

/** Every link of the site that names a paper, by kind. One pass for all kinds: there may be hundreds of thousands. */
export const namedLinks = oncePerSnapshot((snapshot: Snapshot, { kinds }: PublicationTerms) => {
  const links = new Map<PaperKind, NamedLink[]>(paperKinds.map((kind) => [kind, []]))
  const add = (named: NamedLink) => {
    const label = normaliseLabel(named.name)
    for (const kind of paperKinds) if (isLabelOf(label, kinds[kind])) links.get(kind)?.push(named)
  }
  for (const named of labelledLinks(snapshot)) add(named)
  const speaking = snapshot.pages().filter((page) => speaksOfPapers(snapshot, page, kinds))
  for (const page of speaking)
    for (const named of [...linksInRows(snapshot, page), ...linkTo(snapshot, page)]) add(named)
  return links
})

function labelledLinks(snapshot: Snapshot): NamedLink[] {
  const seen = new Set<string>()
  const links: NamedLink[] = []
  for (const link of snapshot.firstLinks()) {
    const key = `${link.target} ${link.text}`
    if (link.kind !== 'hyperlink' || link.target === null || link.text.length > longestLabel || seen.has(key)) continue
    seen.add(key)
    links.push({ link, name: foldText(link.text) })
  }
  return links
}

function speaksOfPapers(snapshot: Snapshot, page: Page, kinds: PublicationTerms['kinds']): boolean {
  return paperKinds.some((kind) => matchesAny(compactText(snapshot, page), kinds[kind].labels))
}

/**
 * Of a link that says 「下載」 or 「ODT」 the head of its column and its row say what it offers: its cells in order, as the year
 * stands in one of its own.
 */
function linksInRows(snapshot: Snapshot, page: Page): NamedLink[] {
  const mute = snapshot
    .linksOf(page.id)
    .filter(({ kind, target, text }) => kind === 'hyperlink' && target !== null && nameInText(text) === '')
  return mute.flatMap((link) => {
    const column = columnNameOf(snapshot, link)
    const texts = [nameInText(column) === '' ? '' : column, ...rowTextsOf(snapshot, link)]
    const name = texts.filter((text) => nameInText(text) !== '' || /\d/u.test(text)).join(' ')
    return name === '' || name.length > longestLabel ? [] : [{ link, name }]
  })
}

/** The link that led to a page which bears the name of a paper in a heading of its own, though the link said only 「115年上半年」. */
function linkTo(snapshot: Snapshot, page: Page): NamedLink[] {
  if (page.foundByLinkId === null) return []
  const link = snapshot.link(page.foundByLinkId)
  const home = snapshot.homePage()
  const ofSite = home === null ? [] : titlesOf(snapshot, home)
  const names = titlesOf(snapshot, page).filter((title) => !ofSite.includes(title) && title.length <= longestLabel)
  return names.slice(0, fewFirst).map((title) => ({ link, name: foldText(title) }))
}
