import type { Sha256 } from './fetch-outcome.ts'

/** What a reader sees of an HTML answer that is no page of the site: of another host, or of an address nobody links to. */
export interface AnswerText {
  /** The bytes it was read from. */
  body: Sha256
  /** WHATWG name of the encoding that was used to decode. */
  encoding: string
  title: string | null
  /** Texts of the headings of the first two levels. */
  headings: readonly string[]
  /** Visible text of the main region (whole body when none is marked), white space folded; its head when it is long. */
  mainText: string
  /** Length of the visible text of the whole answer, in UTF-16 code units. */
  textLength: number
  /** True when it asks for a password. */
  asksForPassword: boolean
}
