import type { Evidence } from './evidence.ts'

/** Hash of check id and key: stable over runs, versions and positions. */
export type FindingId = string

export type Verdict = 'conforms' | 'violates' | 'needs-review'

/** One thing a person must see. Facts that are many are counted in a measure instead. */
export interface Finding {
  id: FindingId
  checkId: string
  /** What makes it the same finding in the next run: target URL; rule + selector; item number. */
  key: readonly string[]
  messageId: string
  /** Fill the `{name}` slots of the message. */
  values: Readonly<Record<string, string | number>>
  verdict: Verdict
  /** The page or file it is about, absolute. */
  url: string
  /** Pages on which it was seen. */
  pages: number
  /** Pages of the same template that were not examined. */
  inferredPages: number
  evidence: readonly [Evidence, ...Evidence[]]
  /** What a person who judges it has before them, as 16 hexadecimal digits: verdict, values, places, what stands there. No row id. */
  fingerprint: string
  /** True when no measure counts it: a review of it changes no number. */
  isUncounted?: true
}
