import { chmodSync, existsSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { sha256OfFile } from '../file-sha256.ts'
import { ExpectedError } from '../model/expected-error.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'
import { snapshotVersion } from './schema.ts'
import { Snapshot } from './snapshot.ts'
import type { SnapshotWriter } from './writer.ts'

/** Opens a sealed snapshot for reading. @throws ExpectedError when there is none, or it is of another version. */
export function openSnapshot(path: string): Snapshot {
  if (!existsSync(path))
    throw new ExpectedError('operator', 'snapshot/missing', `找不到快照檔：${path}`, { file: path })
  const database = openReadOnly(path)
  const version = database.pragma('user_version', { simple: true })
  if (version !== snapshotVersion) {
    database.close()
    throw new ExpectedError('machine', 'snapshot/version', `快照版本為 ${version}，本程式讀取版本 ${snapshotVersion}`, {
      file: path,
      hint: '請以產生此快照之版本開啟，或重新執行 crawl。',
    })
  }
  return new Snapshot(database)
}

function openReadOnly(path: string): Database {
  try {
    const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
    database.pragma('schema_version')
    return database
  } catch (cause) {
    throw new ExpectedError('operator', 'snapshot/unreadable', `不是可讀取的快照檔：${path}`, { file: path }, cause)
  }
}

/** Seals a finished snapshot: one file, read-only. Returns the SHA-256 of that file. */
export function sealSnapshot(writer: SnapshotWriter, path: string): Sha256 {
  writer.flush()
  writer.database.pragma('wal_checkpoint(TRUNCATE)')
  writer.database.pragma('journal_mode = DELETE')
  writer.database.close()
  chmodSync(path, 0o444)
  return sha256OfFile(path)
}
