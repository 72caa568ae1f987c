import type { Format } from '../reports/render.ts'
import type { CrawlPolicy, Run } from '../store/model/run.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { Site } from '../store/model/site.ts'
import type { Progress } from './progress.ts'
import { checkStage } from './stages/check-stage.ts'
import { crawlStage } from './stages/crawl-stage.ts'
import { recordRun } from './stages/history-stage.ts'
import { writeOverview } from './stages/overview.ts'
import { reportStage } from './stages/report-stage.ts'
import { pointLatest } from './stages/run-folder.ts'
import { beginRun, type RunInWork } from './stages/run-in-work.ts'
import { chosenSchemes, scoreStage } from './stages/score-stage.ts'
import { Timings } from './stages/timings.ts'
import { readTold, type ToldFiles } from './stages/told.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** What an audit is to do with a site. */
export interface AuditRequest extends AuditOutput {
  site: Site
  policy: CrawlPolicy
}

/** What an audit is to leave behind, and where. */
export interface AuditOutput {
  out: string
  /** Empty: all. */
  schemeIds: readonly string[]
  formats: readonly Format[]
  /** Files in the place of the agency's own. */
  told?: ToldFiles
}

/** What an audit left behind. */
export interface Audit {
  run: Run
  folder: string
  report: RunReport
}

/** Crawl, check, score and report in one go: the same files as the four stages one by one. */
export function runAudit(request: AuditRequest, progress: Progress, signal: AbortSignal): Promise<Audit> {
  const { site, policy, out, schemeIds } = request
  chosenSchemes(schemeIds)
  return auditRun(beginRun(site, policy, out), request, progress, signal)
}

/** Does what is left of a run, from its crawl to its report. A run that ends before that can be taken up again. */
export async function auditRun(
  work: RunInWork,
  { out, schemeIds, formats, told: files = {} }: AuditOutput,
  progress: Progress,
  signal: AbortSignal,
): Promise<Audit> {
  const { folder, agencyId } = work
  // Before the crawl: an hour later is too late to say that a file is wrong.
  const told = readTold(agencyId, files, new Date())
  const run = await crawlStage(work, progress, signal)
  const timings = new Timings()
  const report = await withSnapshot(work.snapshotPath, async (named) => {
    const results = checkStage(named, told)
    timings.end('check')
    progress.tell({ stage: 'check', findings: results.reduce((sum, { findings }) => sum + findings.length, 0) })
    const scored = scoreStage(named, results, told, schemeIds)
    timings.end('score')
    progress.tell({ stage: 'score', schemes: scored.sheets.length })
    const built = await reportStage(named, results, scored, formats)
    timings.end('report')
    recordRun(out, named, results, scored.sheets)
    timings.write(folder, run.id, named.snapshot.ledger())
    progress.tell({ stage: 'report', folder })
    return built
  })
  progress.close()
  if (run.outcome === 'complete') pointLatest(out, agencyId, run.id)
  if (formats.includes('html')) writeOverview(out)
  work.lock.finish()
  return { run, folder, report }
}
