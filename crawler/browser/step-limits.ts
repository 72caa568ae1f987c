/** How long each step with one page may take, in milliseconds. A page that takes longer is failed; only `loadMs` is forgiven. */
export interface StepLimits {
  /** Until the first byte of the page. */
  openMs: number
  /** Then until everything it asked for is there. */
  loadMs: number
  /** Then until it stands still. */
  readyMs: number
  /** For one look at it. */
  readMs: number
  axeMs: number
}

export const stepLimits: StepLimits = { openMs: 30_000, loadMs: 15_000, readyMs: 15_000, readMs: 10_000, axeMs: 45_000 }
