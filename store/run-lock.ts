import { rmSync } from 'node:fs'
import SqliteDatabase, { type Database, SqliteError } from 'better-sqlite3'
import { ExpectedError } from './model/expected-error.ts'

/** The right to work on one run; the system takes it back when the program ends, however it ends. */
export interface RunLock {
  /** Lets another program work on the run. */
  release(): void
  /** As {@link release}, and marks the run as done with: the lock's file goes. */
  finish(): void
}

/** Takes the lock that is a file at `path`. @throws ExpectedError when another program holds it. */
export function lockRun(path: string): RunLock {
  const database = new SqliteDatabase(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isBusy(error) ? lockedBy(path, error) : error
  }
  return { release: () => database.close(), finish: () => finish(database, path) }
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function lockedBy(path: string, cause: unknown): ExpectedError {
  const hint = '請待其結束，或先停止該程式。'
  return new ExpectedError('machine', 'run/locked', '另一個程式正在執行這次查核', { file: path, hint }, cause)
}

function finish(database: Database, path: string): void {
  // While it is still held: whoever finds the file afterwards finds a run that is not done.
  rmSync(path, { force: true })
  database.close()
}
