import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import type { Pattern } from '../store/model/terms.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { isCutShort } from './cut-short.ts'
import { matchesAny, normaliseLabel } from './labels.ts'
import { looseLinks } from './loose-links.ts'
import { isReadable, linksOf } from './seen-page.ts'

/** The pages that name the parts of a site. */
export interface Navigation {
  /** `null` when the start page was not fetched or is no HTML. */
  home: Page | null
  /** The page 網站導覽; `null` when there is none, or none was fetched. */
  siteMap: Page | null
  /** Home and site map, as far as they can be read. */
  pages: readonly Page[]
  /** True when whatever the navigation offers was seen: only then may an absence be claimed. */
  isSeen: boolean
}

/** What the home page and the page 網站導覽 of the site are, and whether they could be read. */
export function navigationOf(snapshot: Snapshot, siteMapWords: readonly Pattern[]): Navigation {
  const home = snapshot.homePage() ?? snapshot.pages().find((page) => page.depthHops === 0) ?? null
  const { siteMap, isOffered } = siteMapOf(snapshot, home, siteMapWords)
  const whole = [home, ...framesOf(snapshot, home), siteMap].filter((page) => page !== null)
  const pages = [...new Set(whole)].filter((page) => isReadable(snapshot, page))
  const isHomeSeen = home !== null && pages.includes(home)
  const isMapSeen = siteMap !== null && pages.includes(siteMap) && !isSketch(hyperlinksOf(snapshot, siteMap))
  // A site without a site map page is seen when the crawl looked at all of it.
  const isSeen = isHomeSeen && (isMapSeen || (!isOffered && isWhollyFetched(snapshot, pages)))
  return { home, siteMap: siteMap === home ? null : siteMap, pages, isSeen }
}

function siteMapOf(
  snapshot: Snapshot,
  home: Page | null,
  words: readonly Pattern[],
): { siteMap: Page | null; isOffered: boolean } {
  const onHome = home === null ? [] : linksOf(snapshot, home)
  const isMapLink = (link: Link) =>
    link.kind === 'hyperlink' && link.target !== null && matchesAny(normaliseLabel(link.text), words)
  const links = onHome.filter(isMapLink)
  const anywhere = () => looseLinks(snapshot).flatMap(({ link, normal }) => (matchesAny(normal, words) ? [link] : []))
  const candidates = links.length > 0 ? links : anywhere()
  const pages = candidates.map((link) => (link.target === null || isIdle(link) ? null : snapshot.pageAt(link.target)))
  const siteMap = pages.find((page) => page !== null && page.id !== home?.id) ?? pages.find((page) => page !== null)
  return { siteMap: siteMap ?? null, isOffered: candidates.length > 0 }
}

function isWhollyFetched(snapshot: Snapshot, navigation: readonly Page[]): boolean {
  if (isCutShort(snapshot)) return false
  const links = navigation.flatMap((page) => hyperlinksOf(snapshot, page))
  // A menu that only a script opens may lead anywhere.
  if (links.some(isScriptMenu) || isSketch(links)) return false
  return links.every((link) => !link.isInternal || link.targetId !== null)
}

function hyperlinksOf(snapshot: Snapshot, page: Page): Link[] {
  return linksOf(snapshot, page).filter((link) => link.kind === 'hyperlink')
}

/** Where a third of the labels lead nowhere, scripts open them or the site is half built: what is behind is not known. */
function isSketch(links: readonly Link[]): boolean {
  const labelled = links.filter(({ text }) => text.length > 1)
  const idle = labelled.filter(isIdle)
  return idle.length >= 10 && idle.length * 3 > labelled.length
}

/** A label whose address is left blank: what it opens, if anything, is not known. */
function isIdle({ href }: Link): boolean {
  return /^\s*(#|javascript:.*)?$/iu.test(href)
}

function isScriptMenu({ region, href, text }: Link): boolean {
  return region === 'nav' && text.length > 1 && /^\s*(#$|javascript:)/iu.test(href)
}

/** Pages in the frames of the home page: of a frameset, the menu stands in one of them. */
function framesOf(snapshot: Snapshot, home: Page | null): Page[] {
  if (home === null) return []
  const frames = linksOf(snapshot, home).filter((link) => link.kind === 'frame' && link.target !== null)
  return frames.flatMap((link) => snapshot.pageAt(link.target ?? '') ?? [])
}
