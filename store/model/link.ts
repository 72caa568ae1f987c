import type { Region } from './page.ts'

export type LinkKind =
  | 'hyperlink'
  | 'image'
  | 'style'
  | 'script'
  | 'frame'
  | 'form'
  | 'font'
  /** Film or sound. */
  | 'media'
  /** Named by a rule in a `<style>` element: asked for only where the rule applies. */
  | 'styled'
  /** Stands in a script's words (`onclick`, `data-href` ...): that it leads there is a guess. */
  | 'scripted'

/** One reference from a page: it becomes evidence, so it remembers where in the source it stands. */
export interface Link {
  id: number
  pageId: number
  kind: LinkKind
  /** As written in the attribute, the style or the script. */
  href: string
  /** Absolute URL with fragment; `null` when the href is not a URL, or is `javascript:`, `mailto:`, `tel:`, `data:`. */
  url: string | null
  /** `url` in normal form without fragment: the address that is asked for; `null` when `url` is. */
  target: string | null
  /** Text, else alt of an image inside, else aria-label, else title; white space folded. */
  text: string
  selector: string
  region: Region
  /** Offsets of the element (of the address, where it stands in a style) in the decoded text of the page. */
  start: number
  end: number
  /** True when the URL lies in the scope of the run. */
  isInternal: boolean
  /** The resource that was asked for, perhaps under another spelling of the address; `null` when it was not asked (external, skipped, not a URL). */
  targetId: number | null
}
