import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { toolVersion } from '../../config/tool-version.ts'
import { machineFault } from '../../store/machine-fault.ts'
import type { Assignment } from '../../store/model/assignment.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'
import type { CrawlPolicy } from '../../store/model/run.ts'
import type { Site } from '../../store/model/site.ts'
import { lockRun, type RunLock } from '../../store/run-lock.ts'
import { reopenSnapshot, stateOfSnapshot } from '../../store/snapshot/unfinished.ts'
import { createSnapshot, type SnapshotWriter } from '../../store/snapshot/writer.ts'
import { newRunId } from '../run-id.ts'
import { latestLink, makeRunFolder, runFiles } from './run-folder.ts'

/** A run this program alone works on. */
export interface RunInWork {
  agencyId: string
  runId: string
  folder: string
  snapshotPath: string
  lock: RunLock
  /** What is still to be crawled; `null` when the crawl is complete and only what follows it is left. */
  crawl: { assignment: Assignment; writer: SnapshotWriter } | null
}

/** The snapshot of an agency's newest complete run below `out`, if this program can read it; `null` when there is none. */
export function newestSnapshot(agencyId: string, out: string): string | null {
  const path = join(out, agencyId, latestLink, runFiles.snapshot)
  if (!existsSync(path)) return null
  const snapshot = realpathSync(path)
  try {
    return stateOfSnapshot(snapshot) === 'complete' ? snapshot : null
  } catch (error) {
    if (machineFault(error) instanceof ExpectedError) return null
    throw error
  }
}

/** Begins a run of a site in a new folder below `out`; `earlier`: a snapshot whose unchanged parts are taken over. */
export function beginRun(site: Site, policy: CrawlPolicy, out: string, earlier: string | null = null): RunInWork {
  const now = new Date()
  const runId = newRunId(now)
  const folder = makeRunFolder(out, site.agency.id, runId)
  const lock = lockRun(join(folder, runFiles.lock))
  const snapshotPath = join(folder, runFiles.snapshot)
  const assignment = { runId, startedAt: now.toISOString(), toolVersion: toolVersion(), site, policy, earlier }
  const writer = createSnapshot(snapshotPath, assignment)
  return { agencyId: site.agency.id, runId, folder, snapshotPath, lock, crawl: { assignment, writer } }
}

/**
 * Takes up the newest unfinished run of an agency below `out`: one that was stopped, or whose program ended before it was
 * done. `accept` may refuse what it finds. @throws ExpectedError when there is none, or another program works on it.
 */
export function resumeRun(agencyId: string, out: string, accept: (kept: Assignment) => void): RunInWork {
  const runs = existsSync(join(out, agencyId)) ? readdirSync(join(out, agencyId)) : []
  // Run ids begin with their time.
  for (const runId of runs
    .filter((name) => /^\d{8}T\d{6}Z-/.test(name))
    .sort()
    .reverse()) {
    const folder = join(out, agencyId, runId)
    const run = unfinishedIn(folder, accept)
    if (run !== null) return { agencyId, runId, folder, ...run }
  }
  throw new ExpectedError('operator', 'resume/none', `${join(out, agencyId)} 沒有未完成的查核`, {
    hint: '不加 --resume 即可開始新查核。',
  })
}

function unfinishedIn(
  folder: string,
  accept: (kept: Assignment) => void,
): Pick<RunInWork, 'snapshotPath' | 'lock' | 'crawl'> | null {
  const [snapshotPath, lockPath] = [join(folder, runFiles.snapshot), join(folder, runFiles.lock)]
  const wasEnded = !existsSync(lockPath)
  if (!existsSync(snapshotPath) || (wasEnded && !isPartial(snapshotPath))) return null
  const lock = lockRun(lockPath)
  try {
    const state = stateOfSnapshot(snapshotPath)
    if (state === 'empty') lock.finish()
    if (state === 'empty') return null
    if (state === 'complete') return { snapshotPath, lock, crawl: null }
    accept(state)
    return { snapshotPath, lock, crawl: { assignment: state, writer: reopenSnapshot(snapshotPath) } }
  } catch (error) {
    if (wasEnded) lock.finish()
    else lock.release()
    throw error
  }
}

/** A snapshot nobody can read any more is no run to take up; the lock's file says when one was being made. */
function isPartial(snapshotPath: string): boolean {
  try {
    return typeof stateOfSnapshot(snapshotPath) === 'object'
  } catch (error) {
    if (machineFault(error) instanceof ExpectedError) return false
    throw error
  }
}
