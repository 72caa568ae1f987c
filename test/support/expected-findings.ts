import type { RunReport } from '../../store/model/run-report.ts'

/** A finding as `expected.json` names it: the address as a path, without its query. */
export interface ExpectedFinding {
  checkId: string
  url: string
  messageId?: string
}

/** The rows of the draw repeat what other checks found on the pages that were drawn. */
export function isRepeating(checkId: string): boolean {
  return checkId === 'links/spot-check-fifteen'
}

/** One line a finding, sorted, so that a difference reads as a list. */
export function linesOf(findings: readonly ExpectedFinding[]): string[] {
  return findings.map(({ checkId, messageId, url }) => `${checkId} ${messageId ?? '*'} ${url}`).sort()
}

/** The findings of a verdict in a report, in the words of `wanted`: where that names no message, none is compared. */
export function foundLike(report: RunReport, verdict: string, wanted: readonly ExpectedFinding[]): string[] {
  const found = report.findings.filter((finding) => finding.verdict === verdict && !isRepeating(finding.checkId))
  return linesOf(
    found.map(({ checkId, messageId, url }) => {
      const path = url.replace(report.run.origin, '').replace(/\?.*$/s, '')
      const isLoose = wanted.some((one) => one.checkId === checkId && one.url === path && one.messageId === undefined)
      return isLoose ? { checkId, url: path } : { checkId, messageId, url: path }
    }),
  )
}
