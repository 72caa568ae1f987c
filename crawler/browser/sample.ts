import type { BrowserMode, RandomRest } from '../../store/model/run.ts'
import { sha256 } from '../../store/sha256.ts'
import type { CandidatePage } from './candidate-page.ts'

/** How the pages to be opened are chosen. */
export interface Choice {
  mode: BrowserMode
  /** Normal form of the page a visitor sees first. */
  startUrl: string
  randomRest: RandomRest
  seed: string
}

/**
 * The pages the browser opens, the start page first, then by URL. `sample`: the start page, all key pages, every shell, the
 * first page by URL of each template, as many more as it takes to see everything that rules read on any page, and of those
 * left some by chance: they tell whether what is taken to be alike is.
 */
export function choosePages(
  { mode, startUrl, randomRest, seed }: Choice,
  pages: readonly CandidatePage[],
): CandidatePage[] {
  if (mode === 'none') return []
  const ordered = [...pages].sort((a, b) => rank(a, startUrl) - rank(b, startUrl) || (a.url < b.url ? -1 : 1))
  if (mode === 'all') return ordered
  const representatives = representativesOf(pages)
  const counts = (page: CandidatePage) => page.url === startUrl || page.isKey || page.isSearch || page.isShell
  const chosen = new Set(ordered.filter((page) => counts(page) || representatives.has(page)))
  for (const page of neededBeside(chosen, ordered)) chosen.add(page)
  const left = ordered.filter((page) => !chosen.has(page))
  for (const page of drawn(left, randomRest, seed)) chosen.add(page)
  return ordered.filter((page) => chosen.has(page))
}

function rank(page: CandidatePage, startUrl: string): number {
  return page.url === startUrl ? 0 : 1
}

/** The first page of each template by URL. */
export function representativesOf(pages: readonly CandidatePage[]): Set<CandidatePage> {
  const byTemplate = new Map<string, CandidatePage>()
  for (const page of [...pages].sort((a, b) => (a.url < b.url ? -1 : 1)))
    if (!byTemplate.has(page.templateId)) byTemplate.set(page.templateId, page)
  return new Set(byTemplate.values())
}

/** Pages, the one that shows most that is new first, until nothing is left that only pages not chosen show. */
function neededBeside(chosen: ReadonlySet<CandidatePage>, ordered: readonly CandidatePage[]): CandidatePage[] {
  const seen = new Set([...chosen].flatMap(({ surface = [] }) => surface))
  const needed: CandidatePage[] = []
  let left = ordered.filter((page) => !chosen.has(page)).map((page) => ({ page, unseen: [...(page.surface ?? [])] }))
  for (;;) {
    left = left
      .map(({ page, unseen }) => ({ page, unseen: unseen.filter((feature) => !seen.has(feature)) }))
      .filter(({ unseen }) => unseen.length > 0)
    const best = left.reduce<(typeof left)[number] | null>((most, one) => {
      return most !== null && most.unseen.length >= one.unseen.length ? most : one
    }, null)
    if (best === null) return needed
    needed.push(best.page)
    for (const feature of best.unseen) seen.add(feature)
  }
}

/** A page is drawn or not whatever other pages there are: the order is that of a hash of seed and address. */
function drawn(pages: readonly CandidatePage[], { share, atLeast }: RandomRest, seed: string): CandidatePage[] {
  const lots = pages.map((page) => ({ page, lot: sha256(`${seed} ${page.url}`) }))
  const count = Math.max(Math.ceil(share * pages.length), atLeast)
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ page }) => page)
}
