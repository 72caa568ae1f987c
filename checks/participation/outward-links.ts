import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { oncePerSnapshot } from '../once-per.ts'

/** Links and frames that lead off the site, one each address, part of the page and label: their first occurrence. */
export const outwardLinks = oncePerSnapshot((snapshot: Snapshot): readonly Link[] => {
  const links = new Map<string, Link>()
  for (const link of snapshot.firstLinks()) {
    const { kind, isInternal, url, region, text } = link
    if (isInternal || url === null || (kind !== 'hyperlink' && kind !== 'frame')) continue
    const key = `${kind} ${url} ${region} ${text}`
    if (!links.has(key)) links.set(key, link)
  }
  return [...links.values()]
})
