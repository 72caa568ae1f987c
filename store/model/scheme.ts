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

/** Three-valued: true, false or unknown over the ranges of measures. A ratio with nothing to divide by is unknown. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { measure: MeasureRef; atLeast: number }
  | { measure: MeasureRef; ratioAtLeast: number }
  /** About what the measure is out of. */
  | { measure: MeasureRef; outOfAtLeast: number }
  | { declared: string; atLeast: number }
  /** A question for a person: always unknown until reviewed. The estimate takes it for `presume`; without it there is no estimate. */
  | { human: string; presume?: boolean }

/** Which number places an estimate. */
export type PlacedBy =
  | {
      by: MeasureRef
      /** Take `value / outOf` instead of `value`. */
      ratio?: boolean
      /** What to take for the ratio when there is nothing to divide by; without it there is then no estimate. */
      whenEmpty?: number
    }
  | {
      declared: string
      /** Name of the declaration to divide by. */
      outOf?: string
    }

/**
 * Where in a band the estimate stands. `from` and `to`: linear, at `from` on the floor of the band, at `to` on its ceiling.
 * `through`: linear between given points `[number, points]`. `base` and `add`: points for every condition that holds. `at`: these points
 * whatever is measured, for a band inside which nothing is measured. All are kept inside the band. `chance`: a measure in per cent,
 * how likely a draw by others is to end in this band; it is shown and places nothing.
 */
export type Placement = { chance?: MeasureRef } & (
  | (PlacedBy & { from: number; to: number })
  | (PlacedBy & { through: readonly (readonly [number, number])[] })
  | { base: number; add: readonly { points: number; when: Condition }[] }
  | { at: number }
)

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

/** Limits on the sum of the parts, as in "no working search: at most 20". */
export interface Bound {
  /** Without it the bound always holds. */
  when?: Condition
  points: readonly [number, number]
}

/** A question that is asked as long as its condition may hold, whatever the points. */
export interface Ask {
  when: Condition
  question: string
}

/** Something a checklist asks for; it is met or not, and carries no points. */
export interface ChecklistItem {
  id: string
  title: string
  when: Condition
  /** What to ask a person while it is unknown whether the item is met. */
  openQuestion?: string
}

/**
 * A calculation the source prescribes: a share of what a measure is out of, or (this year - last year) / last year: of `measure`, where
 * the history of runs reaches back a year, else of two declared numbers.
 */
export type Formula =
  | { title: string; ratio: MeasureRef }
  | { title: string; growthOf: string; since: string; measure?: MeasureRef }

/** 加分事證 or 減分事證: what the source lets reviewers add or take off, without an amount. */
export interface Adjustment {
  kind: 'bonus' | 'deduction'
  title: string
  when: Condition
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
  /** On a checklist, instead of bands and parts. */
  items?: readonly ChecklistItem[]
  /** On a checklist: official calculations, shown and never turned into points. */
  formulas?: readonly Formula[]
  /** On a checklist: shown as evidence, never as points. */
  adjustments?: readonly Adjustment[]
  /** Beside what a person assesses: measures of what the site shows of it. They decide nothing and give no points. */
  siteEvidence?: readonly MeasureRef[]
  /** Applied one after another to the sum of the parts. */
  bounds?: readonly Bound[]
  /** What the source does not say and we chose; printed beside the score. */
  assumption?: string
  /** What a person must settle, printed while the line is not sure. */
  openQuestion?: string
  asks?: readonly Ask[]
}

export interface Scheme {
  id: string
  title: string
  issuer: string
  /** Western year; `null` when the source does not say. */
  year: number | null
  scale: { kind: 'points'; max: number } | { kind: 'checklist' }
  criteria: readonly Criterion[]
}
