import type { Database } from 'better-sqlite3'
import type { Page, Resource } from '../model/page.ts'
import { type ResourceRow, resourceOf } from './resource-row.ts'

/** Rows by id and by URL; `all` sorted by URL. */
export interface Index<Row> {
  all: readonly Row[]
  byId: ReadonlyMap<number, Row>
  byUrl: ReadonlyMap<string, Row>
}

/** What is made the first time it is asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

type PageRow = Omit<Page, 'isShell'> & { isShell: number }

/** Every page. */
export function pageIndex(database: Database): Index<Page> {
  const rows = database.prepare<[], PageRow>('SELECT * FROM page ORDER BY url').all()
  return indexOf(rows.map((row) => ({ ...row, isShell: row.isShell === 1 })))
}

/** Everything that was asked for. */
export function resourceIndex(database: Database): Index<Resource> {
  return indexOf(database.prepare<[], ResourceRow>('SELECT * FROM resource ORDER BY url').all().map(resourceOf))
}

/** Other spellings of an address -> the one that was asked for. */
export function askedSpellings(database: Database): ReadonlyMap<string, string> {
  const twins = database.prepare<[], { url: string; sameAs: string }>(
    'SELECT url, sameAs FROM url WHERE sameAs IS NOT NULL',
  )
  return new Map(twins.all().map(({ url, sameAs }) => [url, sameAs]))
}

function indexOf<Row extends { id: number; url: string }>(all: readonly Row[]): Index<Row> {
  return {
    all,
    byId: new Map(all.map((row) => [row.id, row])),
    byUrl: new Map(all.map((row) => [row.url, row])),
  }
}
