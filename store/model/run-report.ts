import type { Advice } from './advice.ts'
import type { ArtifactName } from './artifact.ts'
import type { DisclosureCatalogueLine, FaqQuestion, ServiceCatalogueLine } from './catalogue.ts'
import type {
  CheckStatus,
  ClassifiedPage,
  DisclosureItem,
  DocumentVerdict,
  FormLine,
  LinkVerdict,
  OnlineServiceLine,
} from './check-result.ts'
import type { Declaration } from './declaration.ts'
import type { DocumentFacts, FileFormat, FormatClaim, PdfFacts } from './document-file.ts'
import type { Sha256 } from './fetch-outcome.ts'
import type { Verdict } from './finding.ts'
import type { AppliedReview } from './review.ts'
import type { CrawlPolicy, RunOutcome } from './run.ts'
import type { Citation } from './scheme.ts'
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
  links: ReportLinks
  /** Targets that gave no clear answer (refusal, time-out, error of the server): a person opens them. Never counted as dead. */
  linksToConfirm: readonly DeadLink[]
  documents: readonly ReportDocument[]
  disclosure: ReportDisclosure
  /** What an application asks for (003:212, 003:216, 003:52, 003:271, 003:285); all lists are empty when the check could not look. */
  catalogues: {
    disclosure: readonly DisclosureCatalogueLine[]
    service: readonly ServiceCatalogueLine[]
    questions: readonly FaqQuestion[]
    onlineServices: readonly OnlineServiceLine[]
    forms: readonly FormLine[]
  }
  /** `file`: the file beside `report.json` that holds the pages, when they were too many for it. */
  classification: { pages: readonly ClassifiedPage[]; file?: string }
  sheets: readonly ScoreSheet[]
  /** What people decided, oldest first; not there when nobody did. */
  reviews?: readonly AppliedReview[]
  /** What the agency said of itself, by id; not there when it said nothing. */
  declarations?: readonly Declaration[]
  /** Where the source says it: keyed `<scheme id>#<criterion id>`; empty for a scheme that was not handed over. */
  citations: Readonly<Record<string, readonly Citation[]>>
  /** What to mend first, in this order. */
  advice: readonly Advice[]
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

/** The addresses of the site that answered, each counted once. */
export interface FetchedUrls {
  /** HTML pages. */
  pages: number
  documents: number
  /** Addresses that sent their reader on, wherever that ended. */
  redirects: number
  /** Answers of 400 and above. */
  errors: number
  /** What pages are put together from, sitemaps, robots.txt. */
  others: number
}

export interface ReportCoverage {
  /** Addresses of the site that came to be known: the sum of `fetched`, `skipped` and `failed`. */
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
  /** Addresses of other sites that pages lead to or pull in. */
  externalKnown: number
  fetched: FetchedUrls
  /** Of `fetched`, those that were not changed since the run before. */
  notModified: number
  skipped: Readonly<Record<string, number>>
  failed: Readonly<Record<string, number>>
}

export interface ReportMeasure {
  /** In Traditional Chinese. */
  title: string
  /** `null` when the check could not look or does not apply: never 0. */
  value: number | null
  /** How many more there may be; `null` together with `value`. */
  unknown: number | null
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
      /** At most 300 characters of the cited range. */
      excerpt: string
    }
  | {
      kind: 'resource'
      url: string
      /** Where redirects ended; equal to `url` without any. */
      finalUrl: string
      /** `null` when nothing came back: then `failure` says why. */
      status: number | null
      failure: string | null
      mediaType: string | null
      bytes: number | null
      body: Sha256 | null
      /** The header that matters, and what it said; `null` when the answer had none. */
      header?: { name: string; value: string | null }
    }
  | {
      kind: 'artifact'
      page: string
      name: ArtifactName
      body: Sha256
      pointer: string
      /** At most 300 characters of the JSON at `pointer`; empty for a picture. */
      excerpt: string
    }
  /** `pages` names at most 20 of the `pageCount` pages looked at. */
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
  /** What a review of it must name as its evidence. */
  fingerprint?: string
  /** What a person decided of it; not there when nobody did. */
  review?: AppliedReview
}

/** Where an address is named. */
export interface Places {
  /** At most 20. */
  from: readonly NamedOn[]
  /** How many more there are, where there are more. */
  furtherFrom?: number
}

/** A place where a link or file is named. */
export interface NamedOn {
  page: string
  text: string
  selector: string
}

export interface ReportLinks {
  /** Targets that are surely gone or no address at all. */
  dead: readonly DeadLink[]
  verdicts: Readonly<Record<string, number>>
  /** The file beside `report.json` that holds the dead links and those to confirm, when they were too many for it; then both lists are empty. */
  file?: string
}

export interface DeadLink extends Places {
  url: string
  verdict: LinkVerdict['verdict']
  status: number | null
  /** What the check says beside the verdict, where it says something. */
  reason?: string
  /** Where it lies on another host. */
  isExternal?: true
}

/** Of links in a PDF the report has the count. */
export type ReportFacts = Omit<DocumentFacts, 'pdf'> & { pdf: (Omit<PdfFacts, 'links'> & { links: number }) | null }

export interface ReportDocument extends Places {
  url: string
  fileName: string
  named: FileFormat | null
  served: FileFormat | null
  detected: FileFormat | null
  /** Every promise of a format, in the order in which they count. */
  claims: readonly FormatClaim[]
  verdict: DocumentVerdict | null
  facts: ReportFacts
}

export interface ReportDisclosure {
  /** `undetermined` when the check could not look: then `section` is `null` as it is for `absent`. */
  sectionState: 'present' | 'absent' | 'undetermined'
  section: { url: string; label: string } | null
  items: readonly DisclosureItem[]
}
