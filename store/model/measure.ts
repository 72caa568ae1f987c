import type { FindingId } from './finding.ts'

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
}

/** What a measure is called and counted in. */
export interface MeasureLabel {
  /** In Traditional Chinese. */
  title: string
  /** As in `page`, `file`. */
  unit: string
}

/** `<check id>#<measure name>`, as in `disclosure/article7-items#published`. */
export type MeasureRef = string
