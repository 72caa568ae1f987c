import type { FindingId } from './finding.ts'

/** What a person decided. */
export type Decision =
  /** Of a finding: whether the site is in order there. */
  { kind: 'finding'; finding: FindingId; verdict: 'conforms' | 'violates' } | CriterionDecision

/** What a person decided of a criterion of a scheme. */
export type CriterionDecision = { scheme: string; criterion: string } & (
  | { kind: 'points'; points: number }
  /** Points of one of its parts. */
  | { kind: 'part'; part: string; points: number }
  /** How a criterion of a checklist came out. */
  | { kind: 'reached'; reached: 'sure' | 'partly' | 'none' }
  /** Whether an item of a checklist is met. */
  | { kind: 'item'; item: string; isMet: boolean }
  /** The answer to a question the scheme puts to a person. */
  | { kind: 'question'; question: string; answer: boolean }
)

/** A decision with who made it, when, why, and on what evidence; in the order of the file, a later one takes the place of an earlier one. */
export interface Review {
  decision: Decision
  /** Fingerprint of what was decided on, as the report shows it; another one makes the review stale. */
  evidence: string
  reviewer: string
  /** ISO instant, UTC. */
  reviewedAt: string
  reason: string
}

/** A review as it stands beside what it is about. */
export interface AppliedReview extends Review {
  /** True when it was made on other evidence: then it is shown and counts for nothing. */
  isStale: boolean
}
