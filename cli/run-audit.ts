import type { Format } from '../reports/render.ts'
import type { CrawlPolicy, Run } from '../store/model/run.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { Site } from '../store/model/site.ts'
import type { Progress } from './progress.ts'
import { checkStage } from './stages/check-stage.ts'
import { crawlStage } from './stages/crawl-stage.ts'
import { writeOverview } from './stages/overview.ts'
import { reportStage } from './stages/report-stage.ts'
import { pointLatest } from './stages/run-folder.ts'
import { chosenSchemes, scoreStage } from './stages/score-stage.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** What an audit is to do with a site. */
export interface AuditRequest {
  site: Site
  policy: CrawlPolicy
  out: string
  /** Empty: all. */
  schemeIds: readonly string[]
  formats: readonly Format[]
}

/** What an audit left behind. */
export interface Audit {
  run: Run
  folder: string
  report: RunReport
}

/** Crawl, check, score and report in one go: the same files as the four stages one by one. */
export async function runAudit(request: AuditRequest, progress: Progress, signal: AbortSignal): Promise<Audit> {
  const { site, policy, out, schemeIds, formats } = request
  chosenSchemes(schemeIds)
  const { run, folder, snapshotPath } = await crawlStage(site, policy, out, progress, signal)
  const report = await withSnapshot(snapshotPath, async (named) => {
    const results = checkStage(named.snapshot, named.path, named.sha256)
    progress.tell({ stage: 'check', findings: results.reduce((sum, { findings }) => sum + findings.length, 0) })
    const sheets = scoreStage(run, results, schemeIds, named.path, named.sha256)
    progress.tell({ stage: 'score', schemes: sheets.length })
    const built = await reportStage(named, results, sheets, formats)
    progress.tell({ stage: 'report', folder })
    return built
  })
  progress.close()
  if (run.outcome === 'complete') pointLatest(out, site.agency.id, run.id)
  if (formats.includes('html')) writeOverview(out)
  return { run, folder, report }
}
