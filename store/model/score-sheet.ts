import type { Sha256 } from './fetch-outcome.ts'
import type { MeasureRef } from './measure.ts'
import type { AppliedReview } from './review.ts'

/** Points that surely and possibly are reached; `estimate` lies inside, `null` when nothing places it. */
export interface PointRange {
  low: number
  estimate: number | null
  high: number
}

/**
 * `sure`: one band holds and no better one may; `possible`: more than one may hold; `none`: surely no band holds. On a checklist
 * `sure`: every item is met (符合); `partly`: some surely are and some surely are not (部分符合); `none`: none is (不符合);
 * `possible`: it cannot be told (無法判定).
 */
export type Reached = 'sure' | 'partly' | 'possible' | 'none' | 'not-assessed'

export interface ChecklistItemLine {
  id: string
  title: string
  met: 'yes' | 'no' | 'unknown'
  because: readonly MeasureRef[]
  openQuestions: readonly string[]
}

export interface FormulaLine {
  title: string
  /** A ratio (1 = 100 %), as far as it is certain; `null` when nothing is known of it, or its base is zero or missing. */
  ratio: { low: number; high: number } | null
  /** Whether the agency declared the numbers. */
  isDeclared: boolean
  /** The run a growth is counted from. */
  since?: { runId: string; date: string }
}

export interface AdjustmentLine {
  kind: 'bonus' | 'deduction'
  title: string
  /** Whether evidence for it was found. */
  found: 'yes' | 'no' | 'unknown'
}

/** What a checklist says of a criterion: the share met, and what the source lets reviewers weigh; never points. */
export interface ChecklistLine {
  /** Items surely met, items possibly met, items in all. */
  met: { low: number; high: number; outOf: number }
  items: readonly ChecklistItemLine[]
  formulas: readonly FormulaLine[]
  adjustments: readonly AdjustmentLine[]
}

/** As far as it is known: a point when every page was judged. */
export interface BandChance {
  points: readonly [number, number]
  low: number
  high: number
}

export interface ScorePart {
  id: string
  title: string
  maxPoints: number
  /** `null`: no check measures it yet. */
  points: PointRange | null
  because: readonly MeasureRef[]
  openQuestions: readonly string[]
}

export interface ScoreLine {
  criterionId: string
  path: readonly string[]
  title: string
  /** `null` on a checklist. */
  max: number | null
  measured: PointRange | null
  declared: PointRange | null
  reviewed: PointRange | null
  /** Points that count: reviewed, else declared, else measured; `null` when not assessed. */
  final: PointRange | null
  reached: Reached
  because: readonly MeasureRef[]
  /** What the site shows for the person who assesses the line; not there where the scheme names nothing, or none of it was looked at. */
  siteEvidence?: readonly MeasureRef[]
  openQuestions: readonly string[]
  assumption: string | null
  /** How likely a draw by others is to end in each band, in per cent; not there where the scheme names no chance. */
  chances?: readonly BandChance[]
  /** What a review of this line must name as its evidence. */
  fingerprint?: string
  /** What people decided of it, stale decisions too; not there when nobody did. */
  reviews?: readonly AppliedReview[]
  /** On a checklist, who came to what; `null` where that adds nothing. */
  reachedBy?: { measured: Reached; declared: Reached | null; reviewed: Reached | null }
  parts: readonly ScorePart[]
  /** `null` where there are points, and on a line nobody looked at that lists no items. */
  checklist: ChecklistLine | null
}

export interface Subtotal {
  path: readonly string[]
  points: PointRange
  /** Highest points of the lines that were assessed. */
  max: number
  notAssessedMax: number
}

export interface ScoreSheet {
  schemeId: string
  title: string
  schemeSha256: Sha256
  scale: { kind: 'points'; max: number } | { kind: 'checklist' }
  runId: string
  toolVersion: string
  /** Check id -> version, of every check whose measures were looked at. */
  checkVersions: Readonly<Record<string, number>>
  lines: readonly ScoreLine[]
  subtotals: readonly Subtotal[]
  /** Over the assessed lines; `max` is the highest points of those lines. */
  measured: PointRange & { max: number }
  /** Points of lines that were not assessed: never summed as 0. */
  notAssessedMax: number
}
