import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { ListTerms, PaperKind, PaperTerms, Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { contentOf } from '../content.ts'
import { fileNameOf } from '../file-names.ts'
import { foldText, isLabelOf, normaliseLabel } from '../labels.ts'
import { anchorOf } from '../page-places.ts'
import { compactText } from '../page-reading.ts'
import { newestYearIn, speaksOfYear } from '../periods.ts'
import { domOf, linkEvidence } from '../seen-page.ts'
import { sectionTermsOf, type Target, targetOf } from '../targets.ts'
import { type NamedLink, namedLinks } from './paper-links.ts'

/** A yearly paper that the site names. */
export interface Paper {
  /** What its link, its row or its page calls it. */
  label: string
  link: Link
  target: Target
  /** Newest Western year that its label, its file or its page tells; `null` when none does. */
  year: number | null
}

const mostPapers = 200
/** The title of a paper, and the year in it, stand at its beginning. */
const titleLength = 300

/** Western year of the run in Taipei. */
export function yearOf({ run }: Snapshot): number {
  return Number(taipeiDate(new Date(run.startedAt)).slice(0, 4))
}

/** Every paper of the kind that a link of the site, its row or the page behind it names, and those listed on the pages of that name. */
export function findPapers(snapshot: Snapshot, kind: PaperKind, terms: Terms): Paper[] {
  const words = terms.publication.kinds[kind]
  const listWords = sectionTermsOf(terms)
  const named = distinct(namedLinks(snapshot, terms.publication).get(kind) ?? []).slice(0, mostPapers)
  const listed = named.flatMap(({ link }) => listedBehind(snapshot, link, words, listWords))
  return distinct([...named, ...listed]).map((one) => paperOf(snapshot, one, listWords))
}

/** A list of the papers by year: 「115年度」 under the name says what it is. */
function listedBehind(snapshot: Snapshot, link: Link, words: PaperTerms, listWords: ListTerms): NamedLink[] {
  const target = targetOf(snapshot, link, listWords.links)
  if (target.kind !== 'page') return []
  const entries = contentOf(snapshot, target.page, listWords).entries.filter((entry) => {
    const label = normaliseLabel(entry.text)
    return isLabelOf(label, words) || /^[(（]?(民國)?\d{2,4}年?度?[)）]?$/u.test(foldText(entry.text))
  })
  return entries.map((entry) => ({ link: entry, name: foldText(entry.text) }))
}

function distinct(links: readonly NamedLink[]): NamedLink[] {
  const byTarget = new Map<string, NamedLink>()
  for (const one of links) if (!byTarget.has(one.link.target ?? '')) byTarget.set(one.link.target ?? '', one)
  return [...byTarget.values()]
}

function paperOf(snapshot: Snapshot, { link, name }: NamedLink, listWords: ListTerms): Paper {
  const target = targetOf(snapshot, link, listWords.links)
  const title = titleOf(snapshot, { link, name }, target)
  const year =
    newestYearIn(title, yearOf(snapshot) + 1) ?? yearOnPage(snapshot, target, listWords) ?? yearAbove(snapshot, link)
  return { label: name, link, target, year }
}

function titleOf(snapshot: Snapshot, { link, name }: NamedLink, target: Target): string {
  const file = target.kind === 'file' ? fileNameOf(snapshot, target.resource) : ''
  const page = target.kind === 'page' ? (target.page.title ?? '') : ''
  return [name, link.text, file, page].join('\n')
}

/** 「115年度」 as the term or the heading under which a paper is listed. */
function yearAbove(snapshot: Snapshot, link: Link): number | null {
  const anchor = anchorOf(snapshot, link)
  if (anchor === undefined) return null
  const item = domOf(snapshot, snapshot.page(link.pageId))(anchor).parentsUntil('body')
  const above = [item.filter('dd').prevAll('dt').first().text(), item.prevAll('h2, h3, h4, h5, h6').first().text()]
  const [year = ''] = above.map(foldText).filter((text) => /^(民國|西元)?\s*\d{2,4}\s*(年度?)?$/u.test(text))
  return newestYearIn(year, yearOf(snapshot) + 1)
}

/** Only a page that is the paper itself tells its year; one that lists papers names many. */
function yearOnPage(snapshot: Snapshot, target: Target, listWords: ListTerms): number | null {
  if (target.kind !== 'page' || contentOf(snapshot, target.page, listWords).entries.length > 0) return null
  const beginning = compactText(snapshot, target.page).slice(0, titleLength)
  const year = yearOf(snapshot)
  return speaksOfYear(beginning, year) ? year : newestYearIn(beginning, year)
}

/** True for a page that lists papers and is none itself: its year is that of what it lists. */
export function isList({ target }: Paper, papers: readonly Paper[]): boolean {
  if (target.kind !== 'page') return false
  return papers.some(({ link }) => link.pageId === target.page.id)
}

/** The link and what answered, as evidence. */
export function paperEvidence(snapshot: Snapshot, { link, target }: Paper): readonly [Evidence, ...Evidence[]] {
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  return [linkEvidence(snapshot, link), ...resource]
}
