import type { AxeArtifact, RenderingArtifact } from '../../store/model/artifact.ts'
import type { FetchFailureCode, FetchOutcome } from '../../store/model/fetch-outcome.ts'
import type { UrlFate } from '../../store/model/run.ts'
import type { FetchedUrls, ReportCoverage } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { tally } from './order.ts'

/** Failures that were settled before anything was sent. */
const neverSent: readonly FetchFailureCode[] = [
  'robots',
  'private-address',
  'malformed-url',
  'escapes-folder',
  'cancelled',
]

/** How much of the site was seen, and why the rest was not. A URL still waiting when the run ended counts as skipped (`not-reached`). */
export function coverageOf(snapshot: Snapshot): ReportCoverage {
  const pages = snapshot.pages()
  const fates = snapshot.urlFates()
  const { first, retries, confirmations, probes, external } = snapshot.run.requests
  return {
    urlsKnown: fates.length,
    pagesFetched: pages.length,
    pagesRendered: pagesRendered(snapshot),
    pagesExamined: pagesExamined(snapshot),
    documents: snapshot.documents().length,
    links: snapshot.linkCount(),
    requests: first + retries + confirmations + probes,
    distinctUrls: distinctUrls(snapshot, fates),
    first,
    retries,
    confirmations,
    probes,
    external,
    externalKnown: outsideTargets(snapshot).size,
    fetched: fetchedUrls(snapshot, fates),
    notModified: fates.filter(({ reason }) => reason === 'not-modified').length,
    skipped: tally(fates.flatMap(skipReason)),
    failed: tally(fates.flatMap((fate) => (fate.state === 'failed' ? [fate.reason ?? 'unknown'] : []))),
  }
}

/** Each fetched address in one place: a redirect is none of what stands at its end. */
function fetchedUrls(snapshot: Snapshot, fates: readonly UrlFate[]): FetchedUrls {
  const documentIds = new Set(snapshot.documents().map(({ resourceId }) => resourceId))
  const pageIds = new Set(snapshot.pages().map(({ resourceId }) => resourceId))
  const counts = { pages: 0, documents: 0, redirects: 0, errors: 0, others: 0 }
  for (const { url, state } of fates) {
    if (state !== 'fetched') continue
    const resource = snapshot.resourceAt(url)
    if (resource === null) counts.others += 1
    else if (resource.redirects.length > 0) counts.redirects += 1
    else if (pageIds.has(resource.id)) counts.pages += 1
    else if (documentIds.has(resource.id)) counts.documents += 1
    else counts[isError(resource.outcome) ? 'errors' : 'others'] += 1
  }
  return counts
}

function isError(outcome: FetchOutcome): boolean {
  return outcome.kind === 'response' && outcome.status >= 400
}

function outsideTargets(snapshot: Snapshot): Set<string> {
  const outside = new Set<string>()
  for (const { isInternal, target } of snapshot.firstLinks()) if (!isInternal && target !== null) outside.add(target)
  return outside
}

function skipReason(fate: UrlFate): string[] {
  if (fate.state === 'skipped') return [fate.reason ?? 'unknown']
  return fate.state === 'queued' || fate.state === 'leased' ? ['not-reached'] : []
}

/** Pages a browser showed: its DOM is kept for some of them only, its record for each. */
function pagesRendered(snapshot: Snapshot): number {
  const shown = new Set(snapshot.pages().flatMap(({ id, renderedBody }) => (renderedBody === null ? [] : [id])))
  for (const artifact of snapshot.artifacts('rendering')) {
    if (snapshot.artifactContent<RenderingArtifact>(artifact).status === 'rendered') shown.add(artifact.pageId)
  }
  return shown.size
}

function pagesExamined(snapshot: Snapshot): number {
  const contents = snapshot.artifacts('axe').map((artifact) => snapshot.artifactContent<AxeArtifact>(artifact))
  return contents.filter((content) => content.status === 'examined').length
}

/** URLs of the agency that were really asked for; other hosts' and those drawn at random have no fate. */
function distinctUrls(snapshot: Snapshot, fates: readonly UrlFate[]): number {
  const known = new Set(fates.map(({ url }) => url))
  let count = 0
  for (const { url, outcome } of snapshot.resources()) {
    const wasSent = outcome.kind === 'response' || !neverSent.includes(outcome.code)
    if (wasSent && known.has(url)) count += 1
  }
  return count
}
