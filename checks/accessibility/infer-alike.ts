import type { Page } from '../../store/model/page.ts'

/** A page where a barrier was seen has oddities of its own beside. Measured: see `sample-recall` in `bench/README.md`. */
const mostOfApart = 0.8

/** What the rules read on each page, by id. */
export type Surfaces = ReadonlyMap<number, ReadonlySet<number>>

/**
 * Pages that were not examined and are taken to hold a barrier: those of its template that show most of what sets the pages
 * where it was seen apart from `free` ones, which were examined and do not hold it (where nothing does, everything those pages
 * have in common).
 */
export function pagesInferred(
  surfaces: Surfaces,
  ofTemplate: readonly Page[],
  seen: ReadonlySet<number>,
  examined: ReadonlySet<number>,
  free: Iterable<number>,
): Page[] {
  const common = inCommon([...seen].map((id) => surfaces.get(id) ?? new Set()))
  const elsewhere = new Set([...free].flatMap((id) => [...(surfaces.get(id) ?? [])]))
  const apart = common.filter((feature) => !elsewhere.has(feature))
  const [wanted, share] = apart.length > 0 ? [apart, mostOfApart] : [common, 1]
  const shown = ({ id }: Page) => wanted.filter((feature) => surfaces.get(id)?.has(feature)).length
  return ofTemplate.filter((page) => !examined.has(page.id) && shown(page) >= share * wanted.length)
}

function inCommon(surfaces: readonly ReadonlySet<number>[]): number[] {
  const [first, ...rest] = surfaces
  return [...(first ?? [])].filter((feature) => rest.every((surface) => surface.has(feature)))
}
