/** What a report needs to know of a check, as data: `reports/` never imports `checks/`. */
export interface CheckCard {
  id: string
  version: number
  question: string
  /** Name -> unit. */
  measures: Readonly<Record<string, string>>
  /** Message id -> text with `{slots}`, in Traditional Chinese. */
  messages: Readonly<Record<string, string>>
}
