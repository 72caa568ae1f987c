import SqliteDatabase, { type Database } from 'better-sqlite3'
import type {
  HistoryEntry,
  HistoryLine,
  HistoryMeasure,
  HistoryRun,
  HistorySheet,
  YearBefore,
} from '../model/history.ts'
import { taipeiDate } from '../model/taipei-date.ts'
import { migrate } from './migrations.ts'

/** Milliseconds to wait while another program adds its run. */
const patience = 30_000

/** Days by which a run may miss the same day of the year before; the nearest counts. */
const nearDays = 15

/** The runs that were made, one file for all agencies below a folder of reports. It only grows. */
export class History {
  readonly #database: Database

  /** Opens the history at `path`, made and brought to the newest version where needed. @throws ExpectedError when a newer program made it. */
  constructor(path: string) {
    this.#database = new SqliteDatabase(path, { timeout: patience })
    try {
      migrate(this.#database, path)
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** Adds a run as a whole or not at all. One that is there already stays as it is: false. */
  append(entry: HistoryEntry): boolean {
    return this.#database.transaction(() => this.#add(entry)).immediate()
  }

  /** Oldest first; of one agency, or of all. */
  runs(agencyId?: string): HistoryRun[] {
    const rows = this.#database
      .prepare<unknown[], string>(
        'SELECT content FROM run WHERE agencyId = ifnull(?, agencyId) ORDER BY startedAt, runId',
      )
      .pluck()
      .all(agencyId ?? null)
    return rows.map((content) => JSON.parse(content as string) as HistoryRun)
  }

  /** In order of scheme ids. */
  sheetsOf(runId: string): HistorySheet[] {
    return this.#contents<HistorySheet>('sheet', 'schemeId', runId)
  }

  /** In order of schemes and criteria. */
  linesOf(runId: string): HistoryLine[] {
    return this.#contents<HistoryLine>('line', 'schemeId, criterionId', runId)
  }

  measuresOf(runId: string): HistoryMeasure[] {
    return this.#database
      .prepare<[string], HistoryMeasure>(
        `SELECT ref, checkVersion, status, value, unknown, outOf FROM measure
         WHERE run = (SELECT id FROM run WHERE runId = ?) ORDER BY ref`,
      )
      .all(runId)
  }

  /** Ids of the findings of a run, sorted. */
  findingIdsOf(runId: string): string[] {
    return this.#database
      .prepare<[string], string>('SELECT id FROM finding WHERE run = (SELECT id FROM run WHERE runId = ?) ORDER BY id')
      .pluck()
      .all(runId) as string[]
  }

  /** The complete run nearest to the same day of the year before `startedAt`; `null` when none is within fifteen days of it. */
  yearBefore(agencyId: string, startedAt: string): YearBefore | null {
    const wanted = aYearBefore(taipeiDate(new Date(startedAt)))
    const near = this.runs(agencyId)
      .filter(({ outcome }) => outcome === 'complete')
      .map((run) => ({ run, date: taipeiDate(new Date(run.startedAt)) }))
      .map((one) => ({ ...one, days: Math.abs(dayOf(one.date) - wanted) }))
      .filter(({ days }) => days <= nearDays)
      .sort((a, b) => a.days - b.days)
    const [nearest] = near
    if (nearest === undefined) return null
    const { runId } = nearest.run
    return { runId, date: nearest.date, measures: this.measuresOf(runId) }
  }

  close(): void {
    this.#database.close()
  }

  #contents<T>(table: 'sheet' | 'line', order: string, runId: string): T[] {
    const rows = this.#database
      .prepare<[string], string>(
        `SELECT content FROM ${table} WHERE run = (SELECT id FROM run WHERE runId = ?) ORDER BY ${order}`,
      )
      .pluck()
      .all(runId)
    return rows.map((content) => JSON.parse(content as string) as T)
  }

  #add({ run, measures, sheets, lines, findings }: HistoryEntry): boolean {
    const database = this.#database
    const { runId, agencyId, startedAt, outcome } = run
    const added = database
      .prepare(
        'INSERT INTO run (runId, agencyId, startedAt, outcome, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(runId, agencyId, startedAt, outcome, JSON.stringify(run))
    if (added.changes === 0) return false
    const id = added.lastInsertRowid
    const measure = database.prepare('INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?)')
    for (const { ref, checkVersion, status, value, unknown, outOf } of measures)
      measure.run(id, ref, checkVersion, status, value, unknown, outOf)
    const sheet = database.prepare('INSERT INTO sheet VALUES (?, ?, ?)')
    for (const one of sheets) sheet.run(id, one.schemeId, JSON.stringify(one))
    const line = database.prepare('INSERT INTO line VALUES (?, ?, ?, ?)')
    for (const one of lines) line.run(id, one.schemeId, one.criterionId, JSON.stringify(one))
    const finding = database.prepare('INSERT INTO finding VALUES (?, ?, ?, ?)')
    for (const one of findings) finding.run(id, one.id, one.checkId, one.verdict)
    return true
  }
}

/** Days since 1970 of the same day a year before; of 29 February the 28th. */
function aYearBefore(date: string): number {
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)
  return dayOf(`${Number(date.slice(0, 4)) - 1}${day}`)
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}
