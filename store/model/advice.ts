import type { FindingId } from './finding.ts'
import type { MeasureRef } from './measure.ts'
import type { PointRange } from './score-sheet.ts'

/**
 * Who can do it. `answer`: someone who knows gives the number or settles the question; `edit`: an editor of pages and files;
 * `template`: whoever keeps templates and server settings, once for many pages; `build`: whoever develops the site.
 */
export type EffortClass = 'answer' | 'edit' | 'template' | 'build'

/** How far one measure must come. */
export interface MeasureChange {
  measure: MeasureRef
  /** The sure number now and then; the truth may lie up to `unknown` above. */
  from: { value: number; unknown: number }
  to: { value: number; unknown: number }
  outOf: number | null
  unit: string
  /** Things to mend or settle, counted in `unit`. */
  steps: number
  /** How many of the steps are only to be settled: nobody could look. */
  settles: number
  /** Findings among which to choose; those that accuse first. Empty when the check names none. */
  findings: readonly FindingId[]
}

/** What a step is worth in one line of one scheme. */
export interface Stake {
  schemeId: string
  criterionId: string
  title: string
  /** Points of the line before and after; `null` on a checklist and where nothing was assessed. */
  before: PointRange | null
  after: PointRange | null
  /** Items of a checklist newly and surely met. */
  itemsMet: number
}

/** Points before and after; each line counts its estimate, one without any what is sure. */
export interface AdviceTotal {
  schemeId: string
  before: number
  after: number
  /** Whether every assessed line has an estimate, before and after. */
  isEstimated: boolean
}

/** One thing to mend: the smallest change that brings one line (or part, or item) to its next band. */
export interface Advice {
  /** `<scheme>#<criterion>`, with `/<part or item>`, and `@<points>` of the band it reaches. */
  id: string
  schemeId: string
  criterionId: string
  /** Of the criterion; with 「－」 and the title of its part or item. */
  title: string
  /** Lowest and highest points of the band it reaches; `null` for an item of a checklist. */
  band: readonly [number, number] | null
  changes: readonly MeasureChange[]
  /** Numbers the agency must declare, with the least value that reaches the band; the name stands for a title nobody gave. */
  declares: readonly { name: string; title: string; atLeast: number }[]
  /** Questions taken to be answered as the scheme presumes. */
  presumes: readonly string[]
  /** Things to mend, settle or declare. */
  steps: number
  effort: EffortClass
  /** Points gained in the first points scheme at its place in the list: a line counts its estimate, one without any what is sure. */
  points: number
  /** Total over the assessed lines of the first points scheme, with all advice above it followed; `null` without such a scheme. */
  total: AdviceTotal | null
  /** Everything it changes in any scheme, alone. */
  stakes: readonly Stake[]
}
