import { expect, it } from 'vitest'
import { planSite } from '../../../reports/html/site-plan.ts'
import type { ReportFinding } from '../../../store/model/run-report.ts'
import { fixtureReport } from '../fixture-reports.ts'

it('what was found on most pages stands first, whether seen or inferred, and faults stand before questions', () => {
  const report = fixtureReport('full')
  const [check] = report.checks
  const [finding] = report.findings
  if (check === undefined || finding === undefined) throw new Error('the full report has checks and findings')
  const found = (id: string, pages: number, inferredPages: number, verdict: ReportFinding['verdict'] = 'violates') => {
    return { ...finding, id, checkId: check.id, pages, inferredPages, verdict }
  }
  const findings = [
    found('a', 1, 0),
    found('b', 9, 0, 'needs-review'),
    found('c', 2, 5),
    found('d', 3, 0),
    found('e', 1, 0),
  ]
  const { checkPages } = planSite({ ...report, checks: [check], findings })
  expect(checkPages[0]?.findings.map(({ id }) => id)).toEqual(['c', 'd', 'a', 'e', 'b'])
})
