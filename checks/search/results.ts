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
 * results for a word nobody wrote stands on every one, and what stands there oftener was found; without such a page, what
 * stands where the field does is taken off.
 */
export function resultLinks(snapshot: Snapshot, trial: Trial, query: SearchQuery): ResultLink[] {
  const nonsense = queryFor(trial, 'nonsense')
  const isCompared = wasAnswered(nonsense) && nonsense !== query
  const [here, elsewhere] = [timesOf(query), isCompared ? timesOf(nonsense) : new Map<string, number>()]
  const around = isCompared ? new Set<string>() : pageLinks(snapshot, query.from)
  const isFound = (url: string) => !around.has(url) && (here.get(url) ?? 0) > (elsewhere.get(url) ?? 0)
  const found = linksOf(query).filter(({ url }) => isFound(url) && !isOfSearch(url, query))
  return [...new Map(found.map((link) => [`${link.url} ${link.text}`, link])).values()]
}

/** How often each address is linked to on a page of results. */
function timesOf(query: SearchQuery): Map<string, number> {
  const times = new Map<string, number>()
  for (const { url } of linksOf(query)) times.set(url, (times.get(url) ?? 0) + 1)
  return times
}

/**
 * True for the search itself, further pages and other orders of its results. One program may write all pages of a site
 * (`index.php?code=news`): what asks it for something else in words, and not for what was searched, is another page.
 */
function isOfSearch(url: string, { url: results, from, words }: SearchQuery): boolean {
  const [link, asked] = [parseUrl(url), parseUrl(results ?? from)]
  if (link === null || asked === null || link.origin !== asked.origin || link.pathname !== asked.pathname) return false
  const parameters = [...link.searchParams]
  if (parameters.some(([, value]) => foldText(value) === foldText(words))) return true
  const isOther = ([name, value]: [string, string]) => {
    const own = asked.searchParams.get(name)
    return own !== null && own !== '' && own !== value && /\p{L}/u.test(value)
  }
  return !parameters.some(isOther)
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
