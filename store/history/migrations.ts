import type { Database } from 'better-sqlite3'
import { ExpectedError } from '../model/expected-error.ts'

/** What a run leaves is never changed: a mistake of today is not mended in the numbers of last year. */
function appendOnly(table: string): string {
  return ['UPDATE', 'DELETE']
    .map((change) => {
      const name = `${table}_no_${change.toLowerCase()}`
      return `CREATE TRIGGER ${name} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;`
    })
    .join('\n')
}

/** Each brings the file from the version before it to its own; none is ever changed once it was released. */
const migrations: readonly string[] = [
  `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY, runId TEXT NOT NULL UNIQUE, agencyId TEXT NOT NULL, startedAt TEXT NOT NULL,
    outcome TEXT NOT NULL, content TEXT NOT NULL
  );
  CREATE INDEX runOfAgency ON run (agencyId, startedAt);
  CREATE TABLE measure (
    run INTEGER NOT NULL REFERENCES run, ref TEXT NOT NULL, checkVersion INTEGER NOT NULL, status TEXT NOT NULL,
    value REAL NOT NULL, unknown REAL NOT NULL, outOf REAL, PRIMARY KEY (run, ref)
  ) WITHOUT ROWID;
  CREATE TABLE sheet (
    run INTEGER NOT NULL REFERENCES run, schemeId TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (run, schemeId)
  ) WITHOUT ROWID;
  CREATE TABLE line (
    run INTEGER NOT NULL REFERENCES run, schemeId TEXT NOT NULL, criterionId TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (run, schemeId, criterionId)
  ) WITHOUT ROWID;
  CREATE TABLE finding (
    run INTEGER NOT NULL REFERENCES run, id TEXT NOT NULL, checkId TEXT NOT NULL, verdict TEXT NOT NULL,
    PRIMARY KEY (run, id)
  ) WITHOUT ROWID;
  ${['run', 'measure', 'sheet', 'line', 'finding'].map(appendOnly).join('\n')}
  `,
]

/** The version this program writes. */
export const historyVersion = migrations.length

/**
 * Brings a history to the newest version, in one transaction; one that is already there stays as it is.
 * @throws ExpectedError when a newer program made it.
 */
export function migrate(database: Database, path: string): void {
  database
    .transaction(() => {
      const version = database.pragma('user_version', { simple: true }) as number
      if (version > historyVersion) throw newer(version, path)
      for (const migration of migrations.slice(version)) database.exec(migration)
      database.pragma(`user_version = ${historyVersion}`)
    })
    .immediate()
}

function newer(version: number, path: string): ExpectedError {
  const message = `歷次查核紀錄之版本為 ${version}，本程式僅能讀取至版本 ${historyVersion}`
  return new ExpectedError('machine', 'history/version', message, { file: path, hint: '請改用較新版本之程式。' })
}
