import type { Page } from '../../store/model/page.ts'

/** What the rules read on each page, by id. */
export type Surfaces = ReadonlyMap<number, ReadonlySet<number>>

/**
 * Pages that were not examined and are taken to hold a barrier: those of its template that show everything that sets the pages
 * where it was seen apart from examined ones where it was not (where nothing does, everything those pages have in common).
 */
export function pagesInferred(
  surfaces: Surfaces,
  ofTemplate: readonly Page[],
  seen: ReadonlySet<number>,
  examined: ReadonlySet<number>,
): Page[] {
  const common = inCommon([...seen].map((id) => surfaces.get(id) ?? new Set()))
  const free = ofTemplate.filter(({ id }) => examined.has(id) && !seen.has(id))
  const elsewhere = new Set(free.flatMap(({ id }) => [...(surfaces.get(id) ?? [])]))
  const apart = common.filter((feature) => !elsewhere.has(feature))
  const needed = apart.length > 0 ? apart : common
  return ofTemplate.filter(({ id }) => !examined.has(id) && needed.every((feature) => surfaces.get(id)?.has(feature)))
}

function inCommon(surfaces: readonly ReadonlySet<number>[]): number[] {
  const [first, ...rest] = surfaces
  return [...(first ?? [])].filter((feature) => rest.every((surface) => surface.has(feature)))
}
