import type { CheckCard } from '../../store/model/check-card.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Finding } from '../../store/model/finding.ts'
import { fillMessage } from '../../store/model/message.ts'
import type { AppliedReview } from '../../store/model/review.ts'
import type { ReportFinding } from '../../store/model/run-report.ts'
import type { EvidenceResolver } from './evidence.ts'
import { compareText, sortedRecord } from './order.ts'

/** Every finding with its text and with addresses instead of row ids, by check, then URL, then id. */
export function findingsOf(
  results: readonly CheckResult[],
  cards: ReadonlyMap<string, CheckCard>,
  resolver: EvidenceResolver,
  reviews: readonly AppliedReview[],
): ReportFinding[] {
  const findings = results.flatMap((result) => result.findings)
  const reviewed = new Map(
    reviews.flatMap((review) =>
      review.decision.kind === 'finding' ? [[review.decision.finding, review] as const] : [],
    ),
  )
  return findings
    .map((finding) => ({
      ...reportFinding(finding, cards.get(finding.checkId), resolver),
      ...reviewOf(reviewed.get(finding.id)),
    }))
    .sort(byCheckUrlId)
}

function reviewOf(review: AppliedReview | undefined): Pick<ReportFinding, 'review'> {
  return review === undefined ? {} : { review }
}

function reportFinding(finding: Finding, card: CheckCard | undefined, resolver: EvidenceResolver): ReportFinding {
  const { id, checkId, messageId, verdict, url, pages, inferredPages } = finding
  return {
    id,
    checkId,
    messageId,
    message: fillMessage(card?.messages[messageId] ?? messageId, finding.values),
    verdict,
    url,
    values: sortedRecord(Object.entries(finding.values)),
    evidence: finding.evidence.map((evidence) => resolver.resolve(evidence)),
    pages,
    inferredPages,
    fingerprint: finding.fingerprint,
  }
}

function byCheckUrlId(a: ReportFinding, b: ReportFinding): number {
  return compareText(a.checkId, b.checkId) || compareText(a.url, b.url) || compareText(a.id, b.id)
}
