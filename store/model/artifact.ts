import type { Sha256 } from './fetch-outcome.ts'

export type ArtifactName = 'axe' | 'screenshot' | 'rendering' | 'paging'

/** What an observer stored while a page was open: JSON (axe, rendering) or PNG (screenshot). */
export interface Artifact {
  id: number
  pageId: number
  name: ArtifactName
  observerVersion: number
  body: Sha256
}

/** Content of the `axe` artifact: grouped in the page by rule and normalised selector. */
export interface AxeArtifact {
  axeVersion: string
  /** `not-rendered`: the page showed almost no text or raw `{{ }}`; then there are no groups, and that is no "0 violations". */
  status: 'examined' | 'not-rendered' | 'failed'
  /** Why, when not examined. */
  detail: string | null
  /** False when the page was still changing when the cap of the wait was reached. */
  isStable: boolean
  groups: readonly AxeGroup[]
}

export interface AxeGroup {
  /** axe rule id, as in `image-alt`. */
  rule: string
  outcome: 'violation' | 'incomplete'
  impact: 'minor' | 'moderate' | 'serious' | 'critical' | null
  /** axe's tags, as in `wcag2a`, `wcag111`. */
  tags: readonly string[]
  /** In zh_TW. */
  help: string
  helpUrl: string
  /** Selector without `:nth-*`, digits and generated classes. */
  selector: string
  /** Exact number of elements. */
  count: number
  /** At most three; `html` has at most 500 characters. */
  examples: readonly { selector: string; html: string; summary: string }[]
}

/** Content of the `paging` artifact: the further pages of a list whose links post its page back (`__doPostBack`). */
export interface PagingArtifact {
  /** `complete`, `budget` (more pages than are turned), or why the next page could not be had. */
  detail: string
  /** Groups of page links that were left alone: of further lists, or of the same one at another place. Left out by observers before 2. */
  otherPagers?: number
  /** In the order they were turned to; the page as it was opened is not among them. `html` is the DOM, serialised. */
  steps: readonly { label: string; html: string; links: readonly { url: string; text: string }[] }[]
}

/** Content of the `rendering` artifact. */
export interface RenderingArtifact {
  status: 'rendered' | 'not-rendered' | 'failed'
  detail: string | null
  textLength: number
  isStable: boolean
  /** Absolute URLs of links found after scripts ran, with text. */
  links: readonly { url: string; text: string }[]
  /** Fragments, as in a URL without `#`, of the page's links to itself that led to a place after scripts ran; sorted. Left out by observers before 2. */
  anchors?: readonly string[]
  /** Requests the page's scripts made that would have sent something (POST ...): refused. URLs without query. */
  refused?: readonly { method: string; url: string }[]
}
