import type { Link } from '../store/model/link.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { normaliseLabel } from './labels.ts'
import { oncePerSnapshot } from './once-per.ts'

/** Labels longer than this are titles of news or of single services, not names of lists. */
export const longestLooseLabel = 16

/** A short label anywhere on the site. */
export interface LooseLink {
  /** Its first occurrence, in the order of the snapshot. */
  link: Link
  /** In normal form. */
  normal: string
}

/** Every distinct pair of short label and address on the site: the last place to look before anything is missed. */
export const looseLinks = oncePerSnapshot(collect)

function collect(snapshot: Snapshot): readonly LooseLink[] {
  const seen = new Map<string, LooseLink>()
  for (const link of snapshot.firstLinks()) {
    if (link.kind !== 'hyperlink' || link.target === null || link.text.length > longestLooseLabel) continue
    const key = `${link.target} ${link.text}`
    if (!seen.has(key)) seen.set(key, { link, normal: normaliseLabel(link.text) })
  }
  return [...seen.values()]
}
