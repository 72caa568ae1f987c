import type { Sha256 } from './fetch-outcome.ts'
import type { MeasureRef } from './measure.ts'

/** Where the source says it; verified against `shared/seeds` where that folder is present. */
export interface Citation {
  /** File name of the seed. */
  file: string
  /** First and last line, 1-based. */
  lines: readonly [number, number]
  /** Of the whole seed. */
  sha256: Sha256
  /** Key terms that stand in those lines (both sides NFKC before comparing). */
  mentions: readonly string[]
}

/** Three-valued: true, false or unknown over the ranges of measures. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { measure: MeasureRef; atLeast: number }
  | { measure: MeasureRef; ratioAtLeast: number }
  | { declared: string; atLeast: number }
  /** A question for a person: always unknown until reviewed. */
  | { human: string }

/** Where in a band the estimate stands: linear between two values of one measure (or of its ratio). */
export interface Placement {
  by: MeasureRef
  /** Take `value / outOf` instead of `value`. */
  ratio?: boolean
  /** At this value the estimate stands on the floor of the band ... */
  from: number
  /** ... and at this one on its ceiling. Between them linear, outside clamped. */
  to: number
}

export interface Band {
  points: readonly [number, number]
  when: Condition
  place?: Placement
}

/** A share of a criterion that is added to the others; our allocation, so its criterion carries an assumption. */
export interface Part {
  id: string
  title: string
  maxPoints: number
  bands: readonly Band[]
  /** What to ask a person while no check measures this part. */
  openQuestion?: string
}

export interface Criterion {
  id: string
  /** 構面, 評核項目, 評核指標, 次評核指標: as far as the source names them. */
  path: readonly string[]
  title: string
  assess: 'measured' | 'partly' | 'human'
  maxPoints?: number
  cites: readonly [Citation, ...Citation[]]
  /** Best first. Empty for `human`, and for a criterion of `parts`. */
  bands: readonly Band[]
  /** Added up instead of bands. */
  parts?: readonly Part[]
  /** Bounds on the sum of the parts that hold under a condition, as in "no working search: at most 20". */
  bounds?: readonly { when: Condition; points: readonly [number, number] }[]
  /** What the source does not say and we chose; printed beside the score. */
  assumption?: string
  /** What a person must settle, printed while the line is not sure. */
  openQuestion?: string
}

export interface Scheme {
  id: string
  title: string
  issuer: string
  /** Western year. */
  year: number
  scale: { kind: 'points'; max: number } | { kind: 'checklist' }
  criteria: readonly Criterion[]
}
