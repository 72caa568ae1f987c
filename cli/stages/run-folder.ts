import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ExpectedError } from '../../store/model/expected-error.ts'

/** Names of the files of a run, beside its snapshot. */
export const runFiles = {
  snapshot: 'snapshot.sqlite',
  results: 'checks.json',
  sheets: 'sheets.json',
  timings: 'timings.json',
  /** There until the run is done with; held by the program that works on it. */
  lock: 'run.lock',
} as const

/** Beside the runs of an agency: leads to the newest complete one. */
export const latestLink = 'latest'

/** Makes `<out>/<agency>/<run id>/` and returns its path. */
export function makeRunFolder(out: string, agencyId: string, runId: string): string {
  const folder = join(out, agencyId, runId)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new ExpectedError('machine', 'out/not-writable', `無法建立資料夾：${folder}`, { file: folder }, cause)
  }
  return folder
}

/** Lets `<out>/<agency>/latest` point to a run; atomically, so that a reader never finds nothing. */
export function pointLatest(out: string, agencyId: string, runId: string): void {
  const link = join(out, agencyId, latestLink)
  rmSync(`${link}.new`, { force: true })
  symlinkSync(runId, `${link}.new`)
  renameSync(`${link}.new`, link)
}

/** Writes a file of a run, with the folders it needs. */
export function writeRunFile(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Reads what an earlier stage wrote beside the snapshot. @throws ExpectedError naming the stage to run first. */
export function readStageFile<T>(snapshotPath: string, file: string, stage: string, snapshotSha256: string): T {
  const path = join(dirname(snapshotPath), file)
  const content = parseStageFile(path, stage)
  if (content.snapshotSha256 === snapshotSha256) return content as T
  throw new ExpectedError('operator', 'stage/other-snapshot', `${file} 屬於另一份快照`, {
    file: path,
    hint: `請先執行 mingjing ${stage} ${snapshotPath}`,
  })
}

function parseStageFile(path: string, stage: string): { snapshotSha256?: unknown } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { snapshotSha256?: unknown }
  } catch (cause) {
    throw new ExpectedError(
      'operator',
      'stage/missing',
      `無法讀取 ${path}`,
      { file: path, hint: `請先執行 mingjing ${stage}` },
      cause,
    )
  }
}
