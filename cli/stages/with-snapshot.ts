import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256OfFile } from '../../store/file-sha256.ts'
import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import { openSnapshot } from '../../store/snapshot/open.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { runFiles } from './run-folder.ts'

/** A snapshot that was named on the command line. */
export interface NamedSnapshot {
  snapshot: Snapshot
  path: string
  /** Of the file. */
  sha256: Sha256
}

/** Opens the snapshot a file or a run's folder names, hands it to `use`, and closes it whatever happens. */
export async function withSnapshot<T>(target: string, use: (named: NamedSnapshot) => T | Promise<T>): Promise<T> {
  const path = existsSync(target) && statSync(target).isDirectory() ? join(target, runFiles.snapshot) : target
  const snapshot = openSnapshot(path)
  try {
    return await use({ snapshot, path, sha256: sha256OfFile(path) })
  } finally {
    snapshot.close()
  }
}
