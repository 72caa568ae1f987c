import type { SnapshotWriter } from '../../store/snapshot/writer.ts'
import type { SearchSense } from '../crawl-control.ts'

/** Pages beside the start page that are looked at for a field. */
const mostPages = 2

/**
 * Where to look for a field when the start page has none, being a mere door: the pages nearest to it with a form that searches and
 * stands in no middle of a page, else the one with the most links near it, whose field a script may put there. Equal sites give equal pages.
 */
export function searchPages({ written }: SnapshotWriter, sense: SearchSense): string[] {
  const pages = new Set<string>()
  for (const { url, form } of written.search.formsByHops()) {
    if (form.region !== 'main' && sense.kindOf(form) === 'search') pages.add(url)
    if (pages.size >= mostPages) break
  }
  const busiest = written.search.busiestPage()
  return pages.size === 0 && busiest !== null ? [busiest] : [...pages]
}
