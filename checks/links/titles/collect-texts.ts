import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { normaliseLabel } from '../../labels.ts'
import { targetOf } from '../../targets.ts'

/** One text that links of the site bear, and the page all of them lead to. */
export interface LinkText {
  /** In normal form; `''` for a picture without a text. */
  label: string
  written: string
  /** The first of them. */
  link: Link
  /** `null` where what the text leads to is no page of the site, or only the text itself is an address. */
  page: Page | null
  /** The pages that carry it. */
  pageIds: Set<number>
}

/** A text that is an address, with the host it names: it is compared with where it leads, on whatever site. */
const address =
  /^(?:https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})|(www\.(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:[a-z0-9-]+\.)+(?:tw|com|org|net)))(?:[:/?#]\S*)?$/iu

/** The host that a text names which is an address; `null` for any other text. */
export function hostIn(text: string): string | null {
  const match = address.exec(text.trim())
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

/** Every distinct pair of text and address of hyperlinks to other pages of the site, in order of first use. */
export function collectTexts(snapshot: Snapshot, words: LinkTerms): LinkText[] {
  const texts = new Map<string, LinkText | null>()
  for (const link of snapshot.links()) {
    if (link.kind !== 'hyperlink' || link.target === null) continue
    const key = `${link.target} ${link.text}`
    const known = texts.get(key)
    if (known !== undefined) known?.pageIds.add(link.pageId)
    else texts.set(key, textOf(snapshot, link, words))
  }
  return [...texts.values()].filter((one) => one !== null)
}

/** `null` where there is nothing to compare: dead ends, files, other sites, the page itself. */
function textOf(snapshot: Snapshot, link: Link, words: LinkTerms): LinkText | null {
  const head = { label: normaliseLabel(link.text), written: link.text, link, pageIds: new Set([link.pageId]) }
  const target = link.isInternal ? targetOf(snapshot, link, words) : null
  if (target?.kind === 'page') return { ...head, page: target.page }
  return hostIn(link.text) !== null && link.url !== null && target?.kind !== 'here' ? { ...head, page: null } : null
}
