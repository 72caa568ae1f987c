import { isPicture } from '../../store/model/artifact.ts'
import type { ReportEvidence, ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { sha256 } from '../../store/sha256.ts'

/** Findings on one page of a check; more go on a further page. */
const findingsPerPage = 500

/** One page of a check. */
export interface CheckPagePlan {
  path: string
  checkId: string
  findings: readonly ReportFinding[]
  /** 1-based. */
  part: number
  parts: number
}

/** A name for files and anchors: `/` becomes `-`; an id with any other sign is replaced by a hash of it. */
export function slug(id: string): string {
  if (/^[A-Za-z0-9]+(?:[-/_.]?[A-Za-z0-9]+)*$/.test(id) && id.length <= 100) return id.replaceAll('/', '-')
  return `x-${sha256(id).slice(0, 16)}`
}

/** Path of the page of a scheme. */
export function schemePath(schemeId: string): string {
  return `schemes/${slug(schemeId)}.html`
}

/** Path of the first page of a check. */
export function checkPath(checkId: string): string {
  return `pages/${slug(checkId)}.html`
}

/** Path of the page that shows a stored body. */
export function bodyPath(body: string): string {
  return `evidence/${body}.html`
}

/** Anchor of a cited range. */
export function rangeAnchor(start: number, end: number): string {
  return `r${start}-${end}`
}

/** Anchor of a cited place in JSON. */
export function pointerAnchor(pointer: string): string {
  return `p-${sha256(pointer).slice(0, 12)}`
}

/** Address of the cited bytes from the top of the report; `null` when no body is cited. */
export function evidenceHref(evidence: ReportEvidence): string | null {
  switch (evidence.kind) {
    case 'element':
      return `${bodyPath(evidence.body)}#${rangeAnchor(evidence.start, evidence.end)}`
    case 'artifact': {
      const path = bodyPath(evidence.body)
      return isPicture(evidence.name) ? path : `${path}#${pointerAnchor(evidence.pointer)}`
    }
    case 'resource':
      return evidence.body === null ? null : bodyPath(evidence.body)
    default:
      return null
  }
}

/** Which file holds what: made once a report, so that every part links to the same places. */
export interface SitePlan {
  checkPages: readonly CheckPagePlan[]
  findingById: ReadonlyMap<string, ReportFinding>
  /** Path and anchor of a finding from the top of the report; `null` when the report holds no such finding. */
  findingHref: (findingId: string) => string | null
}

export function planSite(report: RunReport): SitePlan {
  const checkPages = report.checks.flatMap(({ id }) => pagesOf(id, report.findings))
  const hrefs = new Map(
    checkPages.flatMap(({ path, findings }) => findings.map(({ id }) => [id, `${path}#finding-${slug(id)}`] as const)),
  )
  return {
    checkPages,
    findingById: new Map(report.findings.map((finding) => [finding.id, finding])),
    findingHref: (findingId) => hrefs.get(findingId) ?? null,
  }
}

const verdictOrder = ['violates', 'needs-review', 'conforms'] as const

/** What stands on most pages comes first: it is mended once for all of them. */
function byExtent(a: ReportFinding, b: ReportFinding): number {
  return b.pages + b.inferredPages - (a.pages + a.inferredPages)
}

function pagesOf(checkId: string, all: readonly ReportFinding[]): CheckPagePlan[] {
  const own = all.filter((finding) => finding.checkId === checkId)
  const findings = verdictOrder.flatMap((verdict) =>
    own.filter((finding) => finding.verdict === verdict).sort(byExtent),
  )
  const parts = Math.max(1, Math.ceil(findings.length / findingsPerPage))
  return Array.from({ length: parts }, (_, index) => ({
    path: index === 0 ? checkPath(checkId) : checkPath(checkId).replace(/\.html$/, `-${index + 1}.html`),
    checkId,
    findings: findings.slice(index * findingsPerPage, (index + 1) * findingsPerPage),
    part: index + 1,
    parts,
  }))
}
