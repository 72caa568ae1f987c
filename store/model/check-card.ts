import type { MeasureLabel } from './measure.ts'

/** What a report needs to know of a check, as data: `reports/` never imports `checks/`. */
export interface CheckCard {
  id: string
  version: number
  question: string
  measures: Readonly<Record<string, MeasureLabel>>
  /** Message id -> text with `{slots}`, in Traditional Chinese. */
  messages: Readonly<Record<string, string>>
}
