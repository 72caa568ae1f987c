import { copyFileSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { unknownAgency } from '../../../config/read-agency.ts'
import type { Assignment } from '../../../store/model/assignment.ts'
import { neverQueued } from '../../../store/snapshot/frontier.ts'
import { reopenSnapshot, sealFinished, sealSnapshot, stateOfSnapshot } from '../../../store/snapshot/unfinished.ts'
import { createSnapshot } from '../../../store/snapshot/writer.ts'
import { loopbackPolicy } from '../../support/policy.ts'

const assignment: Assignment = {
  runId: '20261122T020304Z-test00',
  startedAt: '2026-11-22T02:03:04.000Z',
  toolVersion: '1',
  site: { agency: unknownAgency('a.test'), origin: 'http://a', start: 'http://a/', folder: null },
  policy: loopbackPolicy(),
  earlier: null,
}
const found = { foundBy: 'link', hops: 1, priority: 1 }

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'snapshot.sqlite')
}

it('what was under way, or left because the run was stopped, waits again; what was settled stays', () => {
  const path = newPath()
  const { frontier, database } = createSnapshot(path, assignment)
  for (const name of ['done', 'underway', 'stopped', 'budget']) frontier.enqueue(`http://a/${name}`, found)
  frontier.lease(4)
  frontier.settle('http://a/done', 'fetched', null)
  frontier.settle('http://a/stopped', 'skipped', 'not-reached')
  frontier.settle('http://a/budget', 'skipped', 'budget:pages')
  // What a browser or a reader of robots.txt wanted will be wanted again; it never waited.
  frontier.enqueue('http://a/font', { ...found, foundBy: 'browser', priority: neverQueued })
  frontier.settle('http://a/font', 'skipped', 'not-reached')
  database.close()

  const again = reopenSnapshot(path)
  expect(again.frontier.lease(9).map(({ url }) => url)).toEqual(['http://a/underway', 'http://a/stopped'])
  expect(again.frontier.counts()).toMatchObject({ leased: 2, fetched: 1, skipped: 1 })
  expect(again.working.ledger().resumed).toBe(1)
  expect(again.working.assignment()).toEqual(assignment)
})

it('a snapshot says whether its run is unfinished, complete, or never began', () => {
  const path = newPath()
  const writer = createSnapshot(path, assignment)
  expect(stateOfSnapshot(path)).toEqual(assignment)
  writer.working.end()
  writer.database.close()
  expect(stateOfSnapshot(path)).toBe('complete')
  sealFinished(path)
  expect(statSync(path).mode & 0o777).toBe(0o444)
  const empty = newPath()
  new SqliteDatabase(empty).close()
  expect(stateOfSnapshot(empty)).toBe('empty')
})

it('a sealed snapshot of a stopped run is writable once more when it is taken up', () => {
  const path = newPath()
  sealSnapshot(createSnapshot(path, assignment), path)
  const again = reopenSnapshot(path)
  expect(again.frontier.enqueue('http://a/', found)).toBe(true)
  sealSnapshot(again, path)
  expect(statSync(path).mode & 0o777).toBe(0o444)
})

it('a snapshot whose program was killed in the middle of sealing it is taken up', () => {
  const path = newPath()
  const { database } = createSnapshot(path, assignment)
  database.pragma('journal_mode = DELETE')
  database.pragma('cache_size = 1')
  database.exec(`BEGIN; WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 5000)
    INSERT INTO leftLink SELECT 'http://b/' || n, 'never-ask' FROM n`)
  const killed = newPath()
  for (const suffix of ['', '-journal']) copyFileSync(path + suffix, killed + suffix)
  expect(stateOfSnapshot(killed)).toEqual(assignment)
  expect(reopenSnapshot(killed).linkAsking.left()).toEqual([])
  database.close()
})
