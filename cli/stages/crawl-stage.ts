import { join } from 'node:path'
import { readTerms } from '../../config/read-terms.ts'
import { toolVersion } from '../../config/tool-version.ts'
import { crawl } from '../../crawler/crawl.ts'
import type { CrawlPolicy, Run } from '../../store/model/run.ts'
import type { Site } from '../../store/model/site.ts'
import { sealSnapshot } from '../../store/snapshot/open.ts'
import { createSnapshot } from '../../store/snapshot/writer.ts'
import type { Progress } from '../progress.ts'
import { newRunId } from '../run-id.ts'
import { makeRunFolder, runFiles } from './run-folder.ts'

/** Where a crawl left its snapshot. */
export interface CrawledRun {
  run: Run
  folder: string
  snapshotPath: string
}

/** Crawls a site into a sealed snapshot in a new run folder below `out`. */
export async function crawlStage(
  site: Site,
  policy: CrawlPolicy,
  out: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<CrawledRun> {
  const startedAt = new Date()
  const runId = newRunId(startedAt)
  const folder = makeRunFolder(out, site.agency.id, runId)
  const snapshotPath = join(folder, runFiles.snapshot)
  const writer = createSnapshot(snapshotPath)
  const run = await crawl(site, policy, writer, {
    signal,
    runId,
    startedAt: startedAt.toISOString(),
    toolVersion: toolVersion(),
    siteMapLabels: readTerms().siteMap,
    now: () => new Date(),
    onProgress: (event) => progress.tell(event),
    examine: async (task) => (await import('./examine.ts')).examine(task),
  })
  progress.close()
  sealSnapshot(writer, snapshotPath)
  return { run, folder, snapshotPath }
}
