import { chmodSync, existsSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { sha256OfFile } from '../file-sha256.ts'
import type { Assignment } from '../model/assignment.ts'
import { ExpectedError } from '../model/expected-error.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'
import { snapshotVersion } from './schema.ts'
import { WorkingState } from './working-state.ts'
import { prepareForWriting, SnapshotWriter } from './writer.ts'

/** What an unfinished snapshot was told; `complete` when nothing is left to crawl, `empty` when the run never began. */
export type SnapshotState = Assignment | 'complete' | 'empty'

/** @throws ExpectedError when it is of another version, and what the database throws when nobody can read it. */
export function stateOfSnapshot(path: string): SnapshotState {
  // Nothing is written, but what a program left half written when it was killed in the middle of sealing is undone.
  const database = new SqliteDatabase(path, { fileMustExist: true })
  try {
    // A program that ended in its first moments leaves a file without a table.
    if (database.pragma('user_version', { simple: true }) === 0) return 'empty'
    checkVersion(database, path)
    return new WorkingState(database).assignment() ?? 'complete'
  } finally {
    database.close()
  }
}

/** Opens the snapshot of an unfinished run for writing; what was under way waits again. @throws as {@link checkVersion} */
export function reopenSnapshot(path: string): SnapshotWriter {
  chmodSync(path, 0o644)
  const database = new SqliteDatabase(path, { fileMustExist: true })
  checkVersion(database, path)
  prepareForWriting(database)
  const writer = new SnapshotWriter(database)
  writer.transaction(() => {
    writer.frontier.reopen()
    writer.working.reopen()
  })
  return writer
}

/** @throws ExpectedError when the snapshot at `path` is of another version than this program reads. */
export function checkVersion(database: Database, path: string): void {
  const version = database.pragma('user_version', { simple: true })
  if (version === snapshotVersion) return
  database.close()
  throw new ExpectedError('machine', 'snapshot/version', `快照版本為 ${version}，本程式讀取版本 ${snapshotVersion}`, {
    file: path,
    hint: '請以產生此快照之版本開啟，或重新執行 crawl。',
  })
}

/** Seals a finished snapshot: one file, read-only. Returns the SHA-256 of that file. @throws ExpectedError when the file is gone. */
export function sealSnapshot(writer: SnapshotWriter, path: string): Sha256 {
  writer.flush()
  seal(writer.database, path)
  return sha256OfFile(path)
}

/** Seals a snapshot whose program ended when nothing but that was left to do. */
export function sealFinished(path: string): void {
  chmodSync(path, 0o644)
  seal(new SqliteDatabase(path, { fileMustExist: true }), path)
}

function seal(database: Database, path: string): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.pragma('journal_mode = DELETE')
  database.close()
  // SQLite goes on writing to a file that has lost its name.
  if (!existsSync(path)) throw new ExpectedError('machine', 'snapshot/gone', '快照檔在查核途中遭移除', { file: path })
  chmodSync(path, 0o444)
}
