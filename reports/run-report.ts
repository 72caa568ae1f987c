import type { Advice } from '../store/model/advice.ts'
import type { CheckCard } from '../store/model/check-card.ts'
import type { CheckResult } from '../store/model/check-result.ts'
import type { Declaration } from '../store/model/declaration.ts'
import type { AppliedReview } from '../store/model/review.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { Citation, Scheme } from '../store/model/scheme.ts'
import type { ScoreSheet } from '../store/model/score-sheet.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { coverageOf } from './build/coverage.ts'
import { cataloguesOf, classifiedPagesOf, disclosureOf } from './build/details.ts'
import { documentsOf } from './build/documents.ts'
import { EvidenceResolver } from './build/evidence.ts'
import { findingsOf } from './build/findings.ts'
import { linksOf } from './build/links.ts'
import { checksOf, measuresOf } from './build/measures.ts'
import { PlaceIndex } from './build/named-on.ts'
import { sortedBy, sortedRecord } from './build/order.ts'
import { reportRun } from './build/run-head.ts'

/** What a report is made of. */
export interface RunReportInput {
  snapshot: Snapshot
  /** Of the sealed snapshot file. */
  snapshotSha256: string
  cards: readonly CheckCard[]
  results: readonly CheckResult[]
  sheets: readonly ScoreSheet[]
  advice?: readonly Advice[]
  /** Bring the lines of the regulation into the report; without a scheme its sheet stands there uncited. */
  schemes?: readonly Scheme[]
  /** What the agency said of itself. */
  declarations?: readonly Declaration[]
  /** What people decided, held against this run. */
  reviews?: readonly AppliedReview[]
}

/** The one source of all report formats: equal input gives equal bytes. */
export function buildRunReport(input: RunReportInput): RunReport {
  const { snapshot, results, sheets, declarations = [], reviews = [] } = input
  const cards = new Map(input.cards.map((card) => [card.id, card]))
  const places = new PlaceIndex(snapshot)
  return {
    schemaVersion: 1,
    run: reportRun(snapshot, input.snapshotSha256),
    coverage: coverageOf(snapshot),
    measures: measuresOf(results, cards),
    checks: checksOf(results, cards),
    findings: findingsOf(results, cards, new EvidenceResolver(snapshot), reviews),
    ...linksOf(results, places),
    documents: documentsOf(snapshot, results, places),
    disclosure: disclosureOf(results),
    catalogues: cataloguesOf(results),
    classification: { pages: classifiedPagesOf(results) },
    sheets,
    ...(reviews.length === 0 ? {} : { reviews }),
    ...(declarations.length === 0 ? {} : { declarations: sortedBy(declarations, ({ id }) => id) }),
    citations: citationsOf(input.schemes ?? []),
    advice: input.advice ?? [],
    previous: null,
  }
}

function citationsOf(schemes: readonly Scheme[]): Record<string, readonly Citation[]> {
  return sortedRecord(
    schemes.flatMap((scheme) => scheme.criteria.map(({ id, cites }) => [`${scheme.id}#${id}`, cites] as const)),
  )
}
