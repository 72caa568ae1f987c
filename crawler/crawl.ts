import type { CrawlPolicy, Run, RunOutcome } from '../store/model/run.ts'
import type { Site } from '../store/model/site.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import { lookAtBlocked } from './blocked/look-again.ts'
import { examineInRounds } from './browser-rounds.ts'
import { confirmDead } from './confirmations.ts'
import type { CrawlControl, ExamineOutcome } from './crawl-control.ts'
import { assembleCrawl, type CrawlParts } from './crawl-parts.ts'
import { checkExternalLinks } from './external/external-links.ts'
import { htmlFilesOf } from './fetch/folder-fetcher.ts'
import { LinkedDocuments } from './linked-documents.ts'
import { normalForm } from './normal-form.ts'
import { startPriority } from './priority.ts'
import { probeDirectories } from './probes.ts'
import { Pump } from './pump.ts'
import { robotsVerdict } from './robots.ts'
import { trySearch } from './search/try-search.ts'
import { SitemapSeeds } from './seeds.ts'

/**
 * Fills a snapshot with what a site says: asks for each of its URLs once, turns HTML answers into pages and links, lets the
 * browser look, reads the documents, asks where links to other hosts lead, opens once more what refused, asks a second time for what seemed dead, and names
 * the fate of every URL it came to know. A site's faults are values in the snapshot; a stopped crawl leaves a valid
 * `partial` one, a start page that cannot be had an `unreachable` one. Returns the head of the snapshot.
 */
export async function crawl(
  site: Site,
  policy: CrawlPolicy,
  writer: SnapshotWriter,
  control: CrawlControl,
): Promise<Run> {
  const parts = await assembleCrawl(site, policy, writer, control)
  try {
    const start = normalForm(new URL(site.start))
    const { times } = parts.budget
    times.begin('crawl')
    const seen = await explore(parts, start)
    times.begin('browser')
    await trySearch(parts, seen)
    times.begin('external')
    await checkExternalLinks(parts)
    await probeDirectories(parts)
    times.begin('browser')
    await lookAtBlocked(parts, seen)
    times.begin('confirm')
    await confirmDead(parts)
    times.begin('finish')
    return finish(parts, start, seen)
  } finally {
    await Promise.all([parts.fetcher.close(), parts.external.fetcher.close()])
  }
}

/** All at once: a run that ends before is taken up where it was. */
function finish(parts: CrawlParts, start: string, seen: ExamineOutcome): Run {
  const { writer, budget } = parts
  return writer.transaction(() => {
    const run = runHead(parts, outcomeOf(parts), seen)
    writer.frontier.abandon('not-reached')
    writer.setRun(run)
    writer.finish(start)
    writer.working.saveLedger(budget.ledger())
    if (run.outcome !== 'partial') writer.working.end()
    return run
  })
}

async function explore(parts: CrawlParts, start: string): Promise<ExamineOutcome> {
  const documents = new LinkedDocuments(parts)
  try {
    return await exploreWith(documents, parts, start)
  } finally {
    documents.close()
    await parts.reader.close()
  }
}

async function exploreWith(documents: LinkedDocuments, parts: CrawlParts, start: string): Promise<ExamineOutcome> {
  const { writer } = parts
  const pump = new Pump(parts, documents)
  await visitStart(parts, pump, start)
  const startUrl = writer.written.resourceAt(start)?.finalUrl ?? start
  await plantSeeds(parts, start, writer.written.hasPageAt(startUrl))
  // Where a browser has looked before an interruption, what waits is its rounds' to ask for.
  if (writer.working.browserRounds().length === 0) {
    await pump.run()
    writer.indexPages()
    // Before the browser looks, so that it sees the pages that documents lead to; after, for what scripts led to.
    await recordDocuments(documents, parts, pump)
  }
  const seen = await examine(parts, pump, writer.written.endOfRefreshesFrom(startUrl))
  await recordDocuments(documents, parts, pump)
  return seen
}

async function recordDocuments(documents: LinkedDocuments, { budget }: CrawlParts, pump: Pump): Promise<void> {
  budget.times.begin('documents')
  await documents.record(() => pump.run())
}

/** What the site itself lists; of a folder without a start page all that it holds. */
async function plantSeeds(parts: CrawlParts, start: string, hasStartPage: boolean): Promise<void> {
  const { site, robots } = parts
  if (!hasStartPage && site.folder !== null) await seedFromFolder(parts, site.folder)
  if (!hasStartPage) return
  const { sitemaps } = await robots.of(start)
  await new SitemapSeeds(parts).plant(site.origin, sitemaps)
}

async function examine(parts: CrawlParts, pump: Pump, start: string): Promise<ExamineOutcome> {
  const missing = reasonNotToLook(parts)
  if (missing !== null) return { browserVersion: null, browserMissing: missing }
  return examineInRounds(parts, pump, start)
}

/** The operator named this address, so it is asked for even where robots.txt could not be had; not where robots.txt forbids it. */
async function visitStart(parts: CrawlParts, pump: Pump, start: string): Promise<void> {
  const { writer, scope, robots, policy } = parts
  const { ignoreRobots, userAgent } = policy.politeness
  writer.frontier.enqueue(start, { foundBy: 'start', hops: 0, priority: startPriority })
  const isBarred = scope.isNeverAsked(new URL(start).hostname)
  // Before robots.txt: a site that sends everybody home sends there from it, too, and the start page would pass for one that was read.
  const queued = writer.frontier.leaseOne(start)
  if (queued === null) return
  const isForbidden = !ignoreRobots && robotsVerdict(await robots.of(start), start, userAgent) === 'disallowed'
  if (isBarred || isForbidden) writer.frontier.settle(start, 'skipped', isBarred ? 'never-ask' : 'robots')
  else await pump.visit(queued, parts.gatekeeper.unruled)
}

/** A folder without an index starts everywhere. */
async function seedFromFolder({ site, writer }: CrawlParts, folder: string): Promise<void> {
  for (const path of await htmlFilesOf(folder, maxFolderSeeds)) {
    const url = normalForm(new URL(path, site.origin))
    writer.frontier.enqueue(url, { foundBy: 'folder', hops: 0, priority: startPriority })
  }
}

const maxFolderSeeds = 10_000

/** Why no browser is to look at this run's pages, as a code; `null` when one may. */
function reasonNotToLook({ policy, control, recorder, budget, patience, writer }: CrawlParts): string | null {
  if (policy.browser === 'none') return 'switched-off'
  if (recorder.count === 0) return 'no-pages'
  // An interrupted run may have looked before its time was over.
  if (writer.working.browserRounds().length > 0) return null
  if (control.signal.aborted || patience.isOver()) return 'stopped'
  return budget.remainingMs() === 0 ? 'budget' : null
}

/** A run cut by its own budget is complete; one that was stopped, or whose site fell silent, suffered or asked to be left alone, is not. */
function outcomeOf({ control, recorder, patience }: CrawlParts): RunOutcome {
  if (control.signal.aborted) return 'partial'
  if (recorder.count === 0) return 'unreachable'
  return patience.isOver() ? 'partial' : 'complete'
}

function runHead(parts: CrawlParts, outcome: RunOutcome, seen: ExamineOutcome): Run {
  const { site, policy, control, budget } = parts
  const { agency, origin, start, folder } = site
  return {
    id: control.runId,
    agency,
    origin,
    start,
    isFolder: folder !== null,
    startedAt: control.startedAt,
    finishedAt: control.now().toISOString(),
    outcome,
    toolVersion: control.toolVersion,
    ...seen,
    policy,
    requests: { ...budget.counts },
  }
}
