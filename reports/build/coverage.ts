import type { AxeArtifact, RenderingArtifact } from '../../store/model/artifact.ts'
import type { FetchFailureCode } from '../../store/model/fetch-outcome.ts'
import type { UrlFate } from '../../store/model/run.ts'
import type { ReportCoverage } from '../../store/model/run-report.ts'
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
    skipped: tally(fates.flatMap(skipReason)),
    failed: tally(fates.flatMap((fate) => (fate.state === 'failed' ? [fate.reason ?? 'unknown'] : []))),
  }
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
