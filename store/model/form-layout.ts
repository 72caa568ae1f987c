import type { Sha256 } from './fetch-outcome.ts'

/** A leaf of 附表1: the standards as the source prints them, and the criteria of the scheme that stand for it. */
export interface FormRow {
  /** 次評核指標; left out where the form has no such column. */
  title?: string
  points?: number
  criteria: readonly string[]
  standards: readonly string[]
  /** Printed instead of standards that our copy of the source lacks. */
  gap?: string
}

export interface FormIndicator {
  title: string
  points: number
  /** Whether the form has a place for its 得分; default true. */
  isScored?: boolean
  rows: readonly FormRow[]
}

export interface FormItem {
  title: string
  points: number
  /** Whether the 得分 stands here and not at the indicators; default false. */
  isScored?: boolean
  /** 評分注意事項, beside all indicators. */
  notes?: readonly string[]
  indicators: readonly FormIndicator[]
}

export interface FormPart {
  title: string
  points: number
  description: string
  columns: readonly string[]
  items: readonly FormItem[]
}

/** The official forms of one scheme, cell by cell as its source prints them. */
export interface FormLayout {
  /** Id of the scheme. */
  scheme: string
  source: { file: string; sha256: Sha256 }
  scoreForm: {
    lines: readonly [number, number]
    mark: string
    title: string
    fields: readonly string[]
    remarks: string
    parts: readonly FormPart[]
  }
  resultTable: {
    lines: readonly [number, number]
    mark: string
    /** With `(機關名稱)` where the agency's name goes. */
    title: string
    unit: string
    legend: string
    /** Best first. */
    grades: readonly { name: string; least: number }[]
    before: readonly string[]
    heading: string
    after: readonly string[]
    notes: readonly string[]
  }
  performanceReport: {
    lines: readonly [number, number]
    title: string
    deadline: string
    performance: string
    performanceNote: string
    /** `isMeasured`: what a web site shows belongs under it. */
    headings: readonly { title: string; isMeasured?: boolean }[]
    review: string
    reviewNote: string
    instructions: string
  }
}
