import type { CheckStatus, ClassifiedPage, DisclosureItem, DocumentVerdict, LinkVerdict } from './check-result.ts'
import type { DocumentFacts, FileFormat } from './document-file.ts'
import type { Sha256 } from './fetch-outcome.ts'
import type { Verdict } from './finding.ts'
import type { CrawlPolicy, RunOutcome } from './run.ts'
import type { ScoreSheet } from './score-sheet.ts'

/**
 * The one source of all report formats. No row id and no duration stands in it, all lists are sorted:
 * same snapshot, code and schemes give the same bytes.
 */
export interface RunReport {
  schemaVersion: 1
  run: ReportRun
  coverage: ReportCoverage
  /** Keyed `<check id>#<name>`. */
  measures: Readonly<Record<string, ReportMeasure>>
  checks: readonly ReportCheck[]
  findings: readonly ReportFinding[]
  links: { dead: readonly DeadLink[]; verdicts: Readonly<Record<string, number>> }
  documents: readonly ReportDocument[]
  disclosure: { section: { url: string; label: string } | null; items: readonly DisclosureItem[] }
  classification: { pages: readonly ClassifiedPage[] }
  sheets: readonly ScoreSheet[]
  advice: readonly unknown[]
  previous: null
}

export interface ReportRun {
  id: string
  agency: string
  agencyName: string | null
  origin: string
  start: string
  isFolder: boolean
  startedAt: string
  finishedAt: string
  outcome: RunOutcome
  /** What happened to the start page when the site was unreachable, in Traditional Chinese; else `null`. */
  unreachableBecause: string | null
  toolVersion: string
  standard: string
  browserVersion: string | null
  browserMissing: string | null
  snapshotSha256: Sha256
  policy: CrawlPolicy
}

export interface ReportCoverage {
  urlsKnown: number
  pagesFetched: number
  pagesRendered: number
  pagesExamined: number
  documents: number
  links: number
  requests: number
  distinctUrls: number
  first: number
  retries: number
  confirmations: number
  probes: number
  external: number
  skipped: Readonly<Record<string, number>>
  failed: Readonly<Record<string, number>>
}

export interface ReportMeasure {
  value: number
  unknown: number
  outOf: number | null
  unit: string
  status: CheckStatus
  /** Ids of the findings it rests on. */
  basis: readonly string[]
}

export interface ReportCheck {
  id: string
  version: number
  question: string
  status: CheckStatus
  reason: string | null
  counts: { conforms: number; violates: number; needsReview: number }
}

/** Evidence with addresses instead of row ids. */
export type ReportEvidence =
  | {
      kind: 'element'
      page: string
      view: 'static' | 'rendered'
      body: Sha256
      selector: string
      start: number
      end: number
      excerpt: string
    }
  | {
      kind: 'resource'
      url: string
      status: number | null
      failure: string | null
      body: Sha256 | null
      header?: string
    }
  | { kind: 'artifact'; page: string; name: string; body: Sha256; pointer: string }
  | { kind: 'absence'; lookedFor: string; pages: readonly string[]; pageCount: number }
  | { kind: 'declared'; declarationId: string }

export interface ReportFinding {
  id: string
  checkId: string
  messageId: string
  message: string
  verdict: Verdict
  url: string
  values: Readonly<Record<string, string | number>>
  evidence: readonly ReportEvidence[]
  pages: number
  inferredPages: number
}

export interface DeadLink {
  url: string
  verdict: LinkVerdict['verdict']
  status: number | null
  from: readonly { page: string; text: string; selector: string }[]
}

export interface ReportDocument {
  url: string
  named: FileFormat | null
  served: FileFormat | null
  detected: FileFormat | null
  verdict: DocumentVerdict | null
  facts: DocumentFacts
  from: readonly { page: string; text: string; selector: string }[]
}
