import type { CheckCard } from '../store/model/check-card.ts'
import type { CheckResult } from '../store/model/check-result.ts'
import type { AppliedReview } from '../store/model/review.ts'
import type { ScoreSheet } from '../store/model/score-sheet.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { EvidenceResolver } from './build/evidence.ts'
import { findingsOf } from './build/findings.ts'
import { checksOf, measuresOf } from './build/measures.ts'
import type { Traced } from './trace.ts'

/** Of the report of a run, what a trace of one criterion shows: only the checks behind it, so that a large snapshot need not be reported as a whole. */
export function tracedParts(
  snapshot: Snapshot,
  allCards: readonly CheckCard[],
  results: readonly CheckResult[],
  { sheets, reviews }: { sheets: readonly ScoreSheet[]; reviews: readonly AppliedReview[] },
  criterionId: string,
): Traced {
  const lines = sheets.flatMap((sheet) => sheet.lines.filter((line) => line.criterionId === criterionId))
  const refs = lines.flatMap(({ because, parts, siteEvidence = [] }) => {
    return [...because, ...parts.flatMap((part) => part.because), ...siteEvidence]
  })
  const checkIds = new Set(refs.map((ref) => ref.slice(0, ref.indexOf('#'))))
  const own = results.filter(({ checkId }) => checkIds.has(checkId))
  const cards = new Map(allCards.map((card) => [card.id, card]))
  return {
    sheets,
    measures: measuresOf(own, cards),
    checks: checksOf(own, cards),
    findings: findingsOf(own, cards, new EvidenceResolver(snapshot), reviews),
  }
}
