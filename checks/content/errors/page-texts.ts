import type { Evidence } from '../../../store/model/evidence.ts'
import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { elementEvidence } from '../../element-evidence.ts'
import { contentLinks } from '../../page-reading.ts'
import { linkEvidence, linksOf, mainTextOf } from '../../seen-page.ts'

/** One piece of what a page says, with its place. */
export interface PageText {
  kind: 'title' | 'heading' | 'link' | 'text'
  /** As it stands, white space folded. */
  text: string
  /** True for the title, and for the first heading of the first level. */
  isName: boolean
  /** Asked for where something is wrong with it. */
  evidence: () => Evidence
}

/** Longer titles, headings and texts of links are cut. */
const longest = 300

/** Title, headings, texts of links and the main text of a page, in this order. */
export function textsOf(snapshot: Snapshot, page: Page): PageText[] {
  const whole = (): Evidence => ({ kind: 'resource', resourceId: page.resourceId })
  const title = page.title === null ? [] : [{ kind: 'title' as const, text: page.title, isName: true, evidence: whole }]
  const main = { kind: 'text' as const, text: mainTextOf(snapshot, page), isName: false, evidence: whole }
  return [...title, ...headingsOf(snapshot, page), ...linkTexts(snapshot, page), main]
}

function headingsOf(snapshot: Snapshot, page: Page): PageText[] {
  const headings = snapshot.headings(page.id)
  const first = headings.find(({ level }) => level === 1) ?? headings.find(({ level }) => level === 2)
  return headings.map((heading): PageText => {
    const { text, start } = heading
    const place = { pageId: page.id, selector: `h${heading.level}`, start, end: start + text.length }
    const evidence = () => elementEvidence(snapshot, place)
    return { kind: 'heading', text: text.slice(0, longest), isName: heading === first, evidence }
  })
}

function linkTexts(snapshot: Snapshot, page: Page): PageText[] {
  return linksOf(snapshot, page)
    .filter((link: Link) => link.kind === 'hyperlink' && link.text !== '')
    .map((link) => ({
      kind: 'link',
      text: link.text.slice(0, longest),
      isName: false,
      evidence: () => linkEvidence(snapshot, link),
    }))
}

/** How many links the content of a page has: one that lists something is not empty, however little it says. */
export function contentLinkCount(snapshot: Snapshot, page: Page): number {
  return contentLinks(snapshot, page).length
}
