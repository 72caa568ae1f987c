import { expect } from 'vitest'
import type { ReportCoverage } from '../../store/model/run-report.ts'

/** Every known address has exactly one fate, and what was fetched is counted once. */
export function assertFatesAddUp({
  urlsKnown,
  fetched,
  skipped,
  failed,
  pagesFetched,
  documents,
}: ReportCoverage): void {
  const sum = (counts: object) => Object.values(counts).reduce((total: number, count: number) => total + count, 0)
  expect(urlsKnown).toBe(sum(fetched) + sum(skipped) + sum(failed))
  expect(fetched).toMatchObject({ pages: pagesFetched, documents })
}
