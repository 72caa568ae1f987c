import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Batch } from '../../../store/snapshot/batch.ts'

let folder: string
let database: Database
let onlooker: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingjing-batch-'))
  database = new SqliteDatabase(join(folder, 'a.sqlite'))
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE row (n INTEGER)')
  onlooker = new SqliteDatabase(join(folder, 'a.sqlite'), { readonly: true })
})

afterEach(() => {
  onlooker.close()
  database.close()
  rmSync(folder, { recursive: true })
})

function seen(): number {
  return onlooker.prepare('SELECT count(*) FROM row').pluck().get() as number
}

it('what is written together is kept together, when it is closed', () => {
  const batch = new Batch(database)
  batch.open()
  database.exec('INSERT INTO row VALUES (1)')
  batch.open()
  database.exec('INSERT INTO row VALUES (2)')
  expect(seen()).toBe(0)
  batch.close()
  expect(seen()).toBe(2)
})

it('a batch nobody closes and nobody waits for is kept soon', async () => {
  new Batch(database).open()
  database.exec('INSERT INTO row VALUES (1)')
  await turn()
  await turn()
  expect(seen()).toBe(0)
  await wait(100)
  expect(seen()).toBe(1)
})

it('a commit that failed while nobody waited is told to whoever writes next', async () => {
  database.exec('PRAGMA foreign_keys = ON; CREATE TABLE child (n REFERENCES row (n) DEFERRABLE INITIALLY DEFERRED)')
  database.exec('CREATE UNIQUE INDEX row_n ON row (n)')
  const batch = new Batch(database)
  batch.open()
  database.exec('INSERT INTO child VALUES (7)')
  await wait(100)
  expect(() => batch.open()).toThrow(/FOREIGN KEY/)
  expect(() => batch.close()).toThrow(/FOREIGN KEY/)
})

it('whoever is about to ask for more waits until everything is kept, and not when nothing is open', async () => {
  const batch = new Batch(database)
  expect(batch.kept()).toBeNull()
  batch.whole(() => database.exec('INSERT INTO row VALUES (1)'))
  const kept = batch.kept()
  batch.whole(() => database.exec('INSERT INTO row VALUES (2)'))
  expect(seen()).toBe(0)
  await kept
  expect(seen()).toBe(2)
  expect(batch.kept()).toBeNull()
})

it('a write that fails in the middle leaves nothing of itself, and nothing is written after it', async () => {
  const batch = new Batch(database)
  batch.whole(() => database.exec('INSERT INTO row VALUES (1)'))
  batch.close()
  batch.whole(() => database.exec('INSERT INTO row VALUES (2)'))
  const kept = batch.kept()
  const fail = () => {
    database.exec('INSERT INTO row VALUES (3)')
    throw new TypeError('a bug')
  }
  expect(() => batch.whole(fail)).toThrow('a bug')
  await expect(kept).rejects.toThrow('a bug')
  expect(() => batch.whole(() => database.exec('INSERT INTO row VALUES (4)'))).toThrow('a bug')
  expect(seen()).toBe(1)
})
