import type { Standard } from './run.ts'

/** `official`: read in an official text; `secondary`: quoted by others; `unconfirmed`: said by nobody we could read. */
export type SourceMark = 'official' | 'secondary' | 'unconfirmed'

export type Level = 'A' | 'AA' | 'AAA'

/** One version of 網站無障礙規範, from `config/accessibility/`. */
export interface AccessibilityStandard {
  version: Standard
  title: string
  /** The version of the WCAG it adopts. */
  wcag: '2.1' | '2.2'
  /** ISO date in Taipei; `null`: since before any run of this program. */
  inForceFrom: string | null
  sources: readonly { mark: SourceMark; says: string; at: string }[]
  /** What its sources count; not what is listed here. */
  counts: { criteria: number; machineCodes: number; manualCodes: number; mark: SourceMark }
  /** Success criteria by level, as in `1.4.10`. */
  criteria: Readonly<Record<Level, readonly string[]>>
  /** The codes our sources name; not all there are. */
  codes: readonly StandardCode[]
}

/** One 檢測碼 of the standard, as in `HM1110100C`. */
export interface StandardCode {
  code: string
  /** In Traditional Chinese. */
  title: string
  mark: SourceMark
}

/** What the digits of a code say. */
export interface CodeMeaning {
  level: Level
  /** As in `1.1.1`. */
  criterion: string
  /** Checked by the official tool (`C`); false: evaluated by a person (`E`). */
  isMachine: boolean
}

const codeForm = /^(?:HM|GN|CS|AR|FA|SC|ME)([123])([1-4])([1-5])(\d{2})\d{2}([CE])(?:_\d)?$/
const levels: Readonly<Record<string, Level>> = { 1: 'A', 2: 'AA', 3: 'AAA' }

/** What a code says of itself; `null` when it is none. Source: facts 4.4. */
export function meaningOfCode(code: string): CodeMeaning | null {
  const [, digit = '', principle, guideline, criterion, kind] = codeForm.exec(code) ?? []
  const level = levels[digit]
  if (level === undefined) return null
  return { level, criterion: `${principle}.${guideline}.${Number(criterion)}`, isMachine: kind === 'C' }
}

/** The level of a success criterion in a standard; `null` when the standard does not have it. */
export function levelOf(standard: AccessibilityStandard, criterion: string): Level | null {
  const all: readonly Level[] = ['A', 'AA', 'AAA']
  return all.find((level) => standard.criteria[level].includes(criterion)) ?? null
}
