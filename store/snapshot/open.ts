import { existsSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { ExpectedError } from '../model/expected-error.ts'
import { Snapshot } from './snapshot.ts'
import { checkVersion } from './unfinished.ts'

/** Opens a sealed snapshot for reading. @throws ExpectedError when there is none, or it is of another version. */
export function openSnapshot(path: string): Snapshot {
  if (!existsSync(path))
    throw new ExpectedError('operator', 'snapshot/missing', `找不到快照檔：${path}`, { file: path })
  const database = openReadOnly(path)
  checkVersion(database, path)
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
