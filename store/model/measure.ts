import type { FindingId, Verdict } from './finding.ts'

/** A counted fact. The truth lies in `[value, value + unknown]`. */
export interface Measure {
  name: string
  value: number
  /** How many more there may be that we could not look at; 0 when everything was seen. */
  unknown: number
  /** What `value` is out of; `null` for a plain count. A ratio is `value / outOf`. */
  outOf: number | null
  /** As in `page`, `file`, `item`, `kind`. */
  unit: string
  basis: readonly FindingId[]
  /**
   * The verdict that makes a finding of the basis count one; each that is `needs-review` is one of `unknown`. Not there where
   * findings and number do not go together like that.
   */
  counts?: Verdict
}

/** What a measure is called and counted in. */
export interface MeasureLabel {
  /** In Traditional Chinese. */
  title: string
  /** As in `page`, `file`. */
  unit: string
  /** As in {@link Measure}. */
  counts?: Exclude<Verdict, 'needs-review'>
}

/** `<check id>#<measure name>`, as in `disclosure/article7-items#published`. */
export type MeasureRef = string
