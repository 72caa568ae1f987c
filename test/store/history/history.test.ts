import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { History } from '../../../store/history/history.ts'
import { historyVersion } from '../../../store/history/migrations.ts'
import type { HistoryEntry, HistoryRun } from '../../../store/model/history.ts'

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'history.sqlite')
}

function entry(runId: string, startedAt: string, run: Partial<HistoryRun> = {}, items = 4): HistoryEntry {
  const head = { agencyId: 'wra', agencyName: '水利署', origin: 'https://agency.test', finishedAt: startedAt }
  const told = {
    outcome: 'complete',
    toolVersion: '0.1.0',
    standard: '110.07',
    snapshotSha256: 'a'.repeat(64),
  } as const
  const points = { low: 1, estimate: 2, high: 3 }
  const line = { max: 10, measured: points, declared: null, reviewed: null, final: points, reached: 'sure' } as const
  return {
    run: { runId, startedAt, ...head, ...told, ...run },
    measures: [
      { ref: 'services/kinds-offered#items', checkVersion: 1, status: 'done', value: items, unknown: 0, outOf: null },
    ],
    sheets: [
      {
        schemeId: 'wra-105',
        title: '表',
        schemeSha256: 'b'.repeat(64),
        scale: 'points',
        measured: { ...points, max: 10 },
        notAssessedMax: 990,
      },
    ],
    lines: [{ schemeId: 'wra-105', criterionId: 'search-service', ...line }],
    findings: [
      { id: 'f2', checkId: 'a/b', verdict: 'violates' },
      { id: 'f1', checkId: 'a/b', verdict: 'conforms' },
    ],
  }
}

it('a run is kept whole: head, measures, sheets, lines and the ids of its findings, and is there when the file is opened again', () => {
  const path = newPath()
  const kept = entry('r1', '2026-11-22T02:00:00Z')
  const first = new History(path)
  expect(first.append(kept)).toBe(true)
  first.close()
  const history = new History(path)
  expect(history.runs()).toEqual([kept.run])
  expect(history.measuresOf('r1')).toEqual(kept.measures)
  expect(history.sheetsOf('r1')).toEqual(kept.sheets)
  expect(history.linesOf('r1')).toEqual(kept.lines)
  expect(history.findingIdsOf('r1')).toEqual(['f1', 'f2'])
  history.close()
})

it('runs are listed oldest first, of one agency or of all', () => {
  const history = new History(newPath())
  history.append(entry('r2', '2026-11-23T02:00:00Z'))
  history.append(entry('r1', '2026-11-22T02:00:00Z'))
  history.append(entry('other', '2026-11-24T02:00:00Z', { agencyId: 'moe' }))
  expect(history.runs().map(({ runId }) => runId)).toEqual(['r1', 'r2', 'other'])
  expect(history.runs('moe').map(({ runId }) => runId)).toEqual(['other'])
  expect(history.runs('none')).toEqual([])
  history.close()
})

it('a run that is there already stays as it is, and nothing that is kept can be changed or taken away', () => {
  const path = newPath()
  const history = new History(path)
  history.append(entry('r1', '2026-11-22T02:00:00Z'))
  expect(history.append(entry('r1', '2026-11-22T02:00:00Z', {}, 99))).toBe(false)
  expect(history.measuresOf('r1')[0]?.value).toBe(4)
  history.close()
  const database = new SqliteDatabase(path)
  for (const table of ['run', 'measure', 'sheet', 'line', 'finding']) {
    expect(() => database.exec(`DELETE FROM ${table}`), table).toThrow(/append-only/)
    const column =
      table === 'run' ? 'outcome' : table === 'measure' ? 'value' : table === 'finding' ? 'verdict' : 'content'
    expect(() => database.exec(`UPDATE ${table} SET ${column} = ''`), table).toThrow(/append-only/)
  }
  database.close()
})

it('what fails half way leaves nothing behind', () => {
  const history = new History(newPath())
  const broken = entry('r1', '2026-11-22T02:00:00Z')
  const twice = [...broken.findings, ...broken.findings]
  expect(() => history.append({ ...broken, findings: twice })).toThrow()
  expect(history.runs()).toEqual([])
  expect(history.append(broken)).toBe(true)
  history.close()
})

it('two programs that end at the same time both leave their run', () => {
  const path = newPath()
  const [one, other] = [new History(path), new History(path)]
  one.append(entry('r1', '2026-11-22T02:00:00Z'))
  other.append(entry('r2', '2026-11-22T02:00:01Z', { agencyId: 'moe' }))
  expect(one.runs().map(({ runId }) => runId)).toEqual(['r1', 'r2'])
  one.close()
  other.close()
})

it('a history of a newer program is refused, one without a table is brought forward', () => {
  const path = newPath()
  const database = new SqliteDatabase(path)
  database.pragma(`user_version = ${historyVersion + 1}`)
  const newer = expect.objectContaining({ fault: 'machine', code: 'history/version' })
  expect(() => new History(path)).toThrow(newer)
  database.pragma('user_version = 0')
  database.close()
  const history = new History(path)
  expect(history.append(entry('r1', '2026-11-22T02:00:00Z'))).toBe(true)
  history.close()
})

it('the year before is the complete run nearest to the same day in Taipei, within fifteen days', () => {
  const history = new History(newPath())
  history.append(entry('far', '2025-10-01T02:00:00Z'))
  history.append(entry('near', '2025-11-20T02:00:00Z', {}, 3))
  history.append(entry('nearer-partial', '2025-11-22T02:00:00Z', { outcome: 'partial' }))
  history.append(entry('other', '2025-11-22T02:00:00Z', { agencyId: 'moe' }))
  expect(history.yearBefore('wra', '2026-11-22T02:00:00Z')).toMatchObject({
    runId: 'near',
    date: '2025-11-20',
    measures: [{ ref: 'services/kinds-offered#items', value: 3 }],
  })
  expect(history.yearBefore('wra', '2026-12-06T02:00:00Z')).toBeNull()
  expect(history.yearBefore('wra', '2027-11-22T02:00:00Z')).toBeNull()
  history.close()
})

it('the day is asked in Taipei, and 29 February is compared with the 28th', () => {
  const history = new History(newPath())
  history.append(entry('a', '2027-02-27T17:00:00Z'))
  expect(history.yearBefore('wra', '2028-02-29T02:00:00Z')).toMatchObject({ runId: 'a', date: '2027-02-28' })
  history.close()
})
