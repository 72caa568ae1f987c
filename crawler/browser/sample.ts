import type { BrowserMode } from '../../store/model/run.ts'
import type { CandidatePage } from './candidate-page.ts'

const perTemplate = 2

/**
 * The pages the browser opens, the start page first, then by URL. `sample`: the start page, all key pages, every shell, and
 * the first two pages by URL of each template, whether or not others of it are opened already.
 */
export function choosePages(mode: BrowserMode, startUrl: string, pages: readonly CandidatePage[]): CandidatePage[] {
  if (mode === 'none') return []
  const ordered = [...pages].sort((a, b) => rank(a, startUrl) - rank(b, startUrl) || (a.url < b.url ? -1 : 1))
  if (mode === 'all') return ordered
  const representatives = representativesOf(pages, perTemplate)
  const counts = (page: CandidatePage) => page.url === startUrl || page.isKey || page.isSearch || page.isShell
  return ordered.filter((page) => counts(page) || representatives.has(page))
}

function rank(page: CandidatePage, startUrl: string): number {
  return page.url === startUrl ? 0 : 1
}

/** The first pages of each template by URL, so many of each. */
export function representativesOf(pages: readonly CandidatePage[], perTemplate: number): Set<CandidatePage> {
  const byTemplate = new Map<string, CandidatePage[]>()
  for (const page of [...pages].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const alike = byTemplate.get(page.templateId) ?? []
    if (alike.length < perTemplate) byTemplate.set(page.templateId, [...alike, page])
  }
  return new Set([...byTemplate.values()].flat())
}
