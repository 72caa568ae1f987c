import type { Link } from '../../store/model/link.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText, normaliseLabel } from '../labels.ts'
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

/** Parameters by which a search is told its words; that a language is asked for by its name is no search. */
const searches = /^(q|qs|qstr|query|kw)$|keyword|search/iu

/** Longer texts are sentences. */
const longestText = 60

/** Every distinct pair of label and address in the hyperlinks of the site, also of labels that lead nowhere; searches for their own words left out. */
export const distinctLinks = oncePerSnapshot(collect)

function collect(snapshot: Snapshot): readonly LabelledLink[] {
  const found = new Map<string, LabelledLink>()
  const labels = new Map<string, string>()
  for (const link of linksOfSite(snapshot)) {
    const { text } = link
    if (link.kind !== 'hyperlink' || text === '' || text.length > longestText || isSearchFor(link)) continue
    const address = isBlank(link) ? '' : (link.target ?? '')
    const key = `${address} ${text}`
    if (found.has(key)) continue
    const label = labels.get(text) ?? normaliseLabel(text)
    labels.set(text, label)
    found.set(key, { link, label, address })
  }
  return [...found.values()]
}

/** 熱門關鍵字: the address asks a search for what the link says, which leads to results and is nothing by itself. */
function isSearchFor({ target, text }: Link): boolean {
  if (target === null || !target.includes('?')) return false
  const asked = [...(parseUrl(target)?.searchParams ?? [])].filter(([name]) => searches.test(name))
  return asked.some(([, words]) => foldText(words) === foldText(text))
}

function isBlank({ href }: Link): boolean {
  return /^\s*(#.*|javascript:.*)?$/iu.test(href)
}

/** One page at a time: a large site has hundreds of thousands. */
function* linksOfSite(snapshot: Snapshot): Generator<Link> {
  for (const page of snapshot.pages()) yield* linksOf(snapshot, page)
}
