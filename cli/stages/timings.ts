import type { Ledger } from '../../store/model/assignment.ts'
import { runFiles, writeRunFile } from './run-folder.ts'

/** Content of `timings.json`: kept out of the report, which is the same bytes for the same snapshot. */
export interface TimingsFile {
  runId: string
  /** How often the run was taken up again. */
  resumed: number
  /** In the order they were begun; milliseconds, over all programs that worked on the run. */
  stages: { stage: string; ms: number }[]
}

/** Times the stages after the crawl, and writes them beside the report together with those of the crawl. */
export class Timings {
  readonly #stages: { stage: string; ms: number }[] = []
  #sinceMs = performance.now()

  /** Ends a stage that began when the one before ended. */
  end(stage: string): void {
    const now = performance.now()
    this.#stages.push({ stage, ms: Math.round(now - this.#sinceMs) })
    this.#sinceMs = now
  }

  /** `ledger`: of the crawl. */
  write(folder: string, runId: string, { stageMs, resumed }: Ledger): void {
    const crawled = Object.entries(stageMs).map(([stage, ms]) => ({ stage, ms: Math.round(ms) }))
    const file: TimingsFile = { runId, resumed, stages: [...crawled, ...this.#stages] }
    writeRunFile(folder, runFiles.timings, `${JSON.stringify(file, null, 1)}\n`)
  }
}
