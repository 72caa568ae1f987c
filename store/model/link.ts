import type { Region } from './page.ts'

export type LinkKind = 'hyperlink' | 'image' | 'style' | 'script' | 'frame' | 'form'

/** One reference from a page: it becomes evidence, so it remembers where in the source it stands. */
export interface Link {
  id: number
  pageId: number
  kind: LinkKind
  /** As written in the attribute. */
  href: string
  /** Absolute URL with fragment; `null` when the href is not a URL, or is `javascript:`, `mailto:`, `tel:`, `data:`. */
  url: string | null
  /** `url` in normal form without fragment: the address that is asked for; `null` when `url` is. */
  target: string | null
  /** Text, else alt of an image inside, else aria-label, else title; white space folded. */
  text: string
  selector: string
  region: Region
  /** Offsets of the element in the decoded text of the page. */
  start: number
  end: number
  /** True when the URL lies in the scope of the run. */
  isInternal: boolean
  /** The resource that was asked for, perhaps under another spelling of the address; `null` when it was not asked (external, skipped, not a URL). */
  targetId: number | null
}
