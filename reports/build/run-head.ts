import type { ReportRun } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { failureText } from '../words/failures.ts'

/** The head of the report: what was audited, when, with what, and how it ended. */
export function reportRun(snapshot: Snapshot, snapshotSha256: string): ReportRun {
  const { run } = snapshot
  return {
    id: run.id,
    agency: run.agency.id,
    agencyName: run.agency.name,
    origin: run.origin,
    start: run.start,
    isFolder: run.isFolder,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    outcome: run.outcome,
    unreachableBecause: run.outcome === 'unreachable' ? whyUnreachable(snapshot) : null,
    toolVersion: run.toolVersion,
    standard: run.policy.standard,
    browserVersion: run.browserVersion,
    browserMissing: run.browserMissing,
    snapshotSha256,
    policy: run.policy,
  }
}

function whyUnreachable(snapshot: Snapshot): string {
  const resource = snapshot.resourceAt(snapshot.run.start)
  if (resource === null) return '未取得起始頁之任何回應。'
  const { outcome } = resource
  if (outcome.kind === 'failure') return failureText(outcome.code)
  return `起始頁回應狀態碼 ${outcome.status}，未取得可查核之網頁。`
}
