import type { RenderingArtifact, SearchQuery } from '../../store/model/artifact.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText, matchesAny } from '../labels.ts'
import { queryFor, type Trial, wasAnswered } from './read-trial.ts'

/** A link of a page of results, to an address without fragment. */
export interface ResultLink {
  url: string
  text: string
}

/**
 * Links of a page of results that stand there because of the query: neither menus nor pagers. What stands on the page of
 * results for a word nobody wrote stands on every one; without such a page, what stands where the field does is taken off.
 */
export function resultLinks(snapshot: Snapshot, trial: Trial, query: SearchQuery): ResultLink[] {
  const nonsense = queryFor(trial, 'nonsense')
  const isCompared = wasAnswered(nonsense) && nonsense !== query
  const noise = isCompared ? urlsOf(nonsense) : pageLinks(snapshot, query.from)
  const path = pathOf(query.url ?? query.from)
  return linksOf(query).filter(({ url }) => !noise.has(url) && pathOf(url) !== path)
}

/** Where the links of a page of results lead. */
export function urlsOf(query: SearchQuery): Set<string> {
  return new Set(linksOf(query).map(({ url }) => url))
}

function linksOf({ links }: SearchQuery): ResultLink[] {
  return links.flatMap(({ url, text }) => {
    const parsed = parseUrl(url)
    if (parsed === null) return []
    parsed.hash = ''
    return [{ url: parsed.href, text }]
  })
}

/** Where a page of the site leads, as served and after scripts ran. */
function pageLinks(snapshot: Snapshot, url: string): Set<string> {
  const page = snapshot.pageAt(url)
  if (page === null) return new Set()
  const served = snapshot.linksOf(page.id).flatMap(({ target }) => target ?? [])
  const artifact = snapshot.artifacts('rendering').find(({ pageId }) => pageId === page.id)
  const rendered = artifact === undefined ? [] : snapshot.artifactContent<RenderingArtifact>(artifact).links
  return new Set([...served, ...rendered.map((link) => link.url.replace(/#.*$/s, ''))])
}

function pathOf(url: string): string {
  const parsed = parseUrl(url)
  return parsed === null ? url : parsed.origin + parsed.pathname
}

/** Results that lead to a page known to hold the word, or that bear the word or the title of such a page. */
export function hitsOf(snapshot: Snapshot, trial: Trial, query: SearchQuery): ResultLink[] {
  const expected = new Set(query.expected)
  const titles = query.expected.flatMap((url) => foldText(snapshot.pageAt(url)?.title ?? '') || [])
  const word = foldText(query.words)
  return resultLinks(snapshot, trial, query).filter(({ url, text }) => {
    const said = foldText(text)
    const isNamed = said.includes(word) || (said.length >= 4 && titles.some((title) => title.includes(said)))
    return expected.has(snapshot.pageAt(url)?.url ?? url) || isNamed
  })
}

/** True when the page says that nothing was found. */
export function saysNothing({ text }: SearchQuery, { nothing }: SearchTerms): boolean {
  return matchesAny(unspaced(text), nothing)
}

/** How many results the page says there are; `null` when it does not say. */
export function countIn({ text }: SearchQuery, { counts }: SearchTerms): number | null {
  const plain = unspaced(text)
  for (const source of counts) {
    const groups = new RegExp(source, 'iu').exec(plain)?.slice(1) ?? []
    const number = groups.find((group) => group !== undefined)
    if (number !== undefined) return Number(number.replaceAll(',', ''))
  }
  return null
}

/** Text in which what a page of results says is looked for: NFKC, without white space. */
export function unspaced(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/** True when two queries gave other results: other links, or another number of them. */
export function differ(snapshot: Snapshot, trial: Trial, terms: SearchTerms, a: SearchQuery, b: SearchQuery): boolean {
  const [linksA, linksB] = [a, b].map((query) => new Set(resultLinks(snapshot, trial, query).map(({ url }) => url)))
  if (linksA === undefined || linksB === undefined) return false
  const isSame = linksA.size === linksB.size && [...linksA].every((url) => linksB.has(url))
  return !isSame || countIn(a, terms) !== countIn(b, terms)
}
