import type { FetchOutcome, RedirectHop, Sha256, TlsFacts } from './fetch-outcome.ts'

/** One distinct URL that was asked for, once. When it redirected, `outcome` is what the end of the chain answered. */
export interface Resource {
  id: number
  url: string
  finalUrl: string
  /** Empty when it did not redirect; the first hop is this resource's own answer. */
  redirects: readonly RedirectHop[]
  via: 'static' | 'browser'
  fetchedAt: string
  durationMs: number
  tls: TlsFacts | null
  outcome: FetchOutcome
}

/** A URL of the site that answered 2xx with HTML; a redirecting URL is no page, its end is. */
export interface Page {
  id: number
  /** Normal form, without fragment. */
  url: string
  resourceId: number
  /** The bytes as served; the evidence of `view: 'static'`. */
  body: Sha256
  /** WHATWG name of the encoding that was used to decode, as in `Big5`. */
  encoding: string
  title: string | null
  /** `lang` of the root element, as written. */
  language: string | null
  /** Visible text of the main region (whole body when none is marked), white space folded. */
  mainText: string
  /** Length of the visible text of the whole page, in UTF-16 code units. */
  textLength: number
  /** True when the served HTML shows almost nothing by itself: under 200 characters of text (300 with
   * scripts, 1500 with the root of a framework) and under 100 in a region marked as its content, or raw `{{ }}`. */
  isShell: boolean
  /** Where a page that does nothing else sends its reader by `<meta http-equiv=refresh>`, in normal form; `null` for every other page. */
  refreshUrl: string | null
  /** DOM after scripts ran, serialised; `null` when no browser opened the page. */
  renderedBody: Sha256 | null
  /** Shortest number of hops from the start page over links; `null` when no chain of links leads here. */
  depthHops: number | null
  /** Pages of equal `templateId` look alike in structure. */
  templateId: string
  /** The link on a shortest path from the start page; `null` for the start page and for pages only a site map names. */
  foundByLinkId: number | null
}

export type PageResourceKind = 'style' | 'script' | 'image' | 'font' | 'frame' | 'other'

/** What a page pulled in when a browser opened it, or what its HTML asks for. */
export interface PageResource {
  pageId: number
  resourceId: number
  kind: PageResourceKind
}

/** An address that a style sheet names. */
export interface StyleReference {
  /** The style sheet. */
  resourceId: number
  /** `style`: imported, and always asked for; the others are asked for only where the rule applies. */
  kind: 'style' | 'image' | 'font'
  /** As written. */
  href: string
  /** In normal form. */
  target: string
  /** Offsets in the decoded text of the style sheet. */
  start: number
  end: number
}

export interface MetaTag {
  pageId: number
  /** `name`, else `property`, else `http-equiv`, as written. */
  name: string
  content: string
  start: number
  end: number
}

export interface Heading {
  pageId: number
  /** 1..6 */
  level: number
  text: string
  start: number
}

/** A date that stands in the text of a page. */
export interface PageDate {
  pageId: number
  /** As written, as in `115.11.20`. */
  text: string
  /** ISO date, as in `2026-11-20`. */
  date: string
  /** The label before it (更新日期, 發布日期 ...); `null` when it stands alone. */
  label: string | null
  region: Region
  start: number
}

export type Region = 'nav' | 'main' | 'footer' | 'other'

export interface Form {
  id: number
  pageId: number
  /** Absolute URL the form sends to; `null` when it cannot be resolved. */
  action: string | null
  method: 'get' | 'post' | 'dialog'
  region: Region
  selector: string
  start: number
  end: number
  controls: readonly FormControl[]
  /** Text inside the form, white space folded. */
  text: string
}

export interface FormControl {
  /** `input`, `select`, `textarea`, `button`. */
  tag: string
  /** The `type` attribute in lower case, as resolved by HTML (`text` when missing on input). */
  type: string
  name: string | null
  /** The first of label, aria-label, title, placeholder, alt, value that says something; `''` when none does. */
  label: string
}
