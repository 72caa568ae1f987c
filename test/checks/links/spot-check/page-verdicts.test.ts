import { expect, it } from 'vitest'
import { pageVerdicts } from '../../../../checks/links/spot-check/page-verdicts.ts'
import type { CheckResult } from '../../../../store/model/check-result.ts'
import type { Finding } from '../../../../store/model/finding.ts'
import type { Snapshot } from '../../../../store/snapshot/snapshot.ts'
import { snapshotOf } from '../../../support/snapshot-of.ts'

const files = { '/': '<a href="/a">甲</a><a href="/b">乙</a><a href="/c">丙</a>', '/a': '甲', '/b': '乙', '/c': '丙' }

function idOf(snapshot: Snapshot, path: string): number {
  return snapshot.pageAt(`http://agency.test${path}`)?.id ?? -1
}

function finding(snapshot: Snapshot, pages: number, more: Partial<Finding> = {}): Finding {
  const on = (path: string) => ({ kind: 'absence', lookedFor: path, pageIds: [idOf(snapshot, path)] }) as const
  const element = { ...on('/b'), kind: 'resource', resourceId: snapshot.page(idOf(snapshot, '/b')).resourceId } as const
  const head = { id: 'f', checkId: 'a/b', key: ['f'], messageId: 'm', values: {}, verdict: 'violates' } as const
  const where = { url: 'http://agency.test/a', pages, inferredPages: 0 }
  return { ...head, ...where, evidence: [element], fingerprint: '', ...more }
}

function result(findings: Finding[], status: CheckResult['status'] = 'done', checkId = 'a/b'): CheckResult {
  return { checkId, checkVersion: 1, status, reason: null, measures: [], findings, detail: null }
}

/** What is said of /a, /b and /c: proven, open or nothing. */
async function saidOf(make: (snapshot: Snapshot) => CheckResult | undefined) {
  const snapshot = await snapshotOf(files)
  const verdicts = pageVerdicts(snapshot, make(snapshot), '過期資訊')
  return ['/a', '/b', '/c'].map((path) => verdicts.of(idOf(snapshot, path))?.isProven ?? null)
}

it('a fault of one page is of the page of its address, not of the one that proves it', async () => {
  expect(await saidOf((snapshot) => result([finding(snapshot, 1)]))).toEqual([true, null, null])
})

it('a fault of several pages is of all it names', async () => {
  expect(await saidOf((snapshot) => result([finding(snapshot, 2)]))).toEqual([true, true, null])
})

it('one that tells of more pages than it names leaves the others open', async () => {
  expect(await saidOf((snapshot) => result([finding(snapshot, 9)]))).toEqual([true, true, false])
})

it('a question is no fault, and a fault outweighs it', async () => {
  const question = (snapshot: Snapshot) => finding(snapshot, 1, { id: 'q', verdict: 'needs-review' })
  expect(await saidOf((snapshot) => result([question(snapshot)]))).toEqual([false, null, null])
  expect(await saidOf((snapshot) => result([finding(snapshot, 1), question(snapshot)]))).toEqual([true, null, null])
})

it('a check that did not run or could not look leaves all open, one with nothing to look at none', async () => {
  expect(await saidOf(() => undefined)).toEqual([false, false, false])
  expect(await saidOf(() => result([], 'crashed'))).toEqual([false, false, false])
  expect(await saidOf(() => result([], 'undetermined'))).toEqual([false, false, false])
  expect(await saidOf(() => result([], 'not-applicable'))).toEqual([null, null, null])
  expect(await saidOf(() => result([], 'undetermined', 'content/sources-cited'))).toEqual([null, null, null])
})
