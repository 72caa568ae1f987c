/** One file of a report. */
export interface ReportFile {
  /** Relative to the folder of the run, with `/`. */
  path: string
  mediaType: string
  content: string | Uint8Array
}
