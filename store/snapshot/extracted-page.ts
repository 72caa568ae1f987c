import type { Sha256 } from '../model/fetch-outcome.ts'
import type { Link } from '../model/link.ts'
import type { Form, Heading, MetaTag, PageDate, StyleReference } from '../model/page.ts'

/** What one pass over the HTML of a page yields; links are not yet told apart by scope. */
export interface ExtractedPage {
  encoding: string
  title: string | null
  language: string | null
  mainText: string
  textLength: number
  isShell: boolean
  refreshUrl: string | null
  templateId: string
  /** What the rules of accessibility read on it: hashes, ascending. */
  surface: readonly number[]
  links: readonly ExtractedLink[]
  metaTags: readonly Omit<MetaTag, 'pageId'>[]
  headings: readonly Omit<Heading, 'pageId'>[]
  dates: readonly Omit<PageDate, 'pageId'>[]
  forms: readonly Omit<Form, 'id' | 'pageId'>[]
}

export type ExtractedLink = Omit<Link, 'id' | 'pageId' | 'isInternal' | 'targetId'>

export type ExtractedStyleReference = Omit<StyleReference, 'resourceId'>

/** Where an extracted page was found, and which of its links lie in scope. */
export interface PagePlace {
  url: string
  resourceId: number
  body: Sha256
  isInternal: (target: string) => boolean
}
