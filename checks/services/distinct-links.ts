import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { normaliseLabel } from '../labels.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { linksOf } from '../seen-page.ts'

/** A label on the site with where it leads. */
export interface LabelledLink {
  /** Its first occurrence, in the order of the snapshot. */
  link: Link
  /** In normal form. */
  label: string
  /** Normal URL; `''` when the address is left blank. */
  address: string
}

/** Longer texts are sentences. */
const longestText = 60

/** Every distinct pair of label and address in the hyperlinks of the site, also of labels that lead nowhere. */
export const distinctLinks = oncePerSnapshot(collect)

function collect(snapshot: Snapshot): readonly LabelledLink[] {
  const found = new Map<string, LabelledLink>()
  const labels = new Map<string, string>()
  for (const link of linksOfSite(snapshot)) {
    const { text } = link
    if (link.kind !== 'hyperlink' || text === '' || text.length > longestText) continue
    const address = isBlank(link) ? '' : (link.target ?? '')
    const key = `${address} ${text}`
    if (found.has(key)) continue
    const label = labels.get(text) ?? normaliseLabel(text)
    labels.set(text, label)
    found.set(key, { link, label, address })
  }
  return [...found.values()]
}

function isBlank({ href }: Link): boolean {
  return /^\s*(#.*|javascript:.*)?$/iu.test(href)
}

/** One page at a time: a large site has hundreds of thousands. */
function* linksOfSite(snapshot: Snapshot): Generator<Link> {
  for (const page of snapshot.pages()) yield* linksOf(snapshot, page)
}
