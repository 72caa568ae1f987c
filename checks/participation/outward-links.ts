import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

const known = new WeakMap<Snapshot, readonly Link[]>()

/** Links and frames that lead off the site, one each address, part of the page and label: their first occurrence. */
export function outwardLinks(snapshot: Snapshot): readonly Link[] {
  const found = known.get(snapshot) ?? collect(snapshot)
  known.set(snapshot, found)
  return found
}

function collect(snapshot: Snapshot): Link[] {
  const links = new Map<string, Link>()
  for (const link of snapshot.links()) {
    const { kind, isInternal, url, region, text } = link
    if (isInternal || url === null || (kind !== 'hyperlink' && kind !== 'frame')) continue
    const key = `${kind} ${url} ${region} ${text}`
    if (!links.has(key)) links.set(key, link)
  }
  return [...links.values()]
}
