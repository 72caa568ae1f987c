import type { Pattern } from './pattern.ts'

/** Words of 資料開放. Sources: 000:150, 001:90, 004:56; facts 8. */
export interface OpenDataTerms {
  labels: readonly Pattern[]
  not: readonly Pattern[]
  /** Hosts of platforms for data, with their subdomains; `*` stands for one label or more. */
  portals: readonly string[]
  /** Of path and query there: what names the data of one agency. */
  portalData: readonly Pattern[]
  /** File extensions in lower case. */
  formats: readonly string[]
  apiWords: readonly Pattern[]
  /** Of path and query. */
  apiPaths: readonly Pattern[]
  closedFormats: readonly string[]
  currentMonths: number
  /** Labels of files beside data that are none. */
  guides: readonly Pattern[]
}
