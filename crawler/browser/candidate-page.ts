/** A page the browser may be asked to open. */
export interface CandidatePage {
  id: number
  /** Normal form. */
  url: string
  /** Pages of equal `templateId` look alike in structure. */
  templateId: string
  /** What the rules of accessibility read on it: a page whose features were all seen elsewhere teaches nothing new. Left out: not known. */
  surface?: readonly number[]
  /** True when the served HTML shows almost nothing by itself. */
  isShell: boolean
  /** True for a page that counts by itself: start page, site map, disclosure section, search ... */
  isKey: boolean
  /** True for the page that shows what a search found, or asks what to search for. */
  isSearch?: boolean
  /** True when it was opened before the run was interrupted: it counts in the choice of pages, but is not opened again. */
  isExamined?: boolean
}
