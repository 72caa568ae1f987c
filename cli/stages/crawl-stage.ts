import { existsSync } from 'node:fs'
import { readCrawlTerms } from '../../config/read-terms.ts'
import { crawl } from '../../crawler/crawl.ts'
import type { Run } from '../../store/model/run.ts'
import { sealFinished, sealSnapshot } from '../../store/snapshot/unfinished.ts'
import type { Progress } from '../progress.ts'
import { searchSense } from '../search-sense.ts'
import type { RunInWork } from './run-in-work.ts'

/** Crawls what is left of a run's site and seals its snapshot. Returns the head of the snapshot. */
export async function crawlStage(work: RunInWork, progress: Progress, signal: AbortSignal): Promise<Run> {
  const { crawl: left, snapshotPath } = work
  if (left === null) {
    sealFinished(snapshotPath)
    return headOf(snapshotPath)
  }
  const terms = readCrawlTerms()
  const { site, policy, runId, startedAt, toolVersion, earlier } = left.assignment
  if (earlier !== null && existsSync(earlier)) left.writer.attachEarlier(earlier)
  const run = await crawl(site, policy, left.writer, {
    signal,
    runId,
    startedAt,
    toolVersion,
    siteMapLabels: terms.siteMap,
    keyLabels: [...terms.disclosure.section, ...terms.newest],
    missingPage: terms.links.missing,
    botWalls: terms.links.botWalls,
    now: () => new Date(),
    onProgress: (event) => progress.tell(event),
    examine: async (task) => (await import('./examine.ts')).examine(task),
    lookAgain: async (task) => (await import('./examine.ts')).lookAgain(task),
    search: {
      sense: searchSense(terms.search),
      use: async (task) => (await import('./examine.ts')).useSearch(task),
    },
  })
  progress.close()
  sealSnapshot(left.writer, snapshotPath)
  return run
}

/** A crawl that writes needs nothing of what reads. */
async function headOf(snapshotPath: string): Promise<Run> {
  const { openSnapshot } = await import('../../store/snapshot/open.ts')
  const snapshot = openSnapshot(snapshotPath)
  try {
    return snapshot.run
  } finally {
    snapshot.close()
  }
}
