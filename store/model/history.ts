import type { CheckStatus } from './check-result.ts'
import type { Verdict } from './finding.ts'
import type { MeasureRef } from './measure.ts'
import type { Run } from './run.ts'
import type { PointRange, Reached, ScoreSheet } from './score-sheet.ts'

/** Head of a run that is kept. */
export interface HistoryRun {
  runId: string
  agencyId: string
  agencyName: string | null
  origin: string
  /** ISO instants, UTC. */
  startedAt: string
  finishedAt: string
  outcome: Run['outcome']
  toolVersion: string
  standard: string
  snapshotSha256: string
}

/** A number as one version of its check counted it. */
export interface HistoryMeasure {
  ref: MeasureRef
  checkVersion: number
  status: CheckStatus
  value: number
  unknown: number
  outOf: number | null
}

export interface HistoryLine {
  schemeId: string
  criterionId: string
  max: number | null
  measured: PointRange | null
  declared: PointRange | null
  reviewed: PointRange | null
  final: PointRange | null
  reached: Reached
}

/** A sheet without its lines. */
export interface HistorySheet {
  schemeId: string
  title: string
  schemeSha256: string
  scale: ScoreSheet['scale']['kind']
  measured: ScoreSheet['measured']
  notAssessedMax: number
}

export interface HistoryFinding {
  id: string
  checkId: string
  verdict: Verdict
}

/** What is kept of a run when it ends. */
export interface HistoryEntry {
  run: HistoryRun
  measures: readonly HistoryMeasure[]
  sheets: readonly HistorySheet[]
  lines: readonly HistoryLine[]
  findings: readonly HistoryFinding[]
}

/** The measures of a run a year before, to count growth from. */
export interface YearBefore {
  runId: string
  /** Day in Taipei, ISO. */
  date: string
  measures: readonly HistoryMeasure[]
}
