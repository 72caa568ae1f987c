import { setMaxListeners } from 'node:events'
import type { CrawlPolicy } from '../store/model/run.ts'
import type { Site } from '../store/model/site.ts'
import { neverQueued } from '../store/snapshot/frontier.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import { Asker } from './asker.ts'
import { Budget } from './budget.ts'
import type { CrawlControl } from './crawl-control.ts'
import { type ExternalDoor, openExternalDoor } from './external/external-door.ts'
import { SiteCookies } from './fetch/cookie-jar.ts'
import { type Fetcher, openFetcher } from './fetch/fetcher.ts'
import { openFolderFetcher } from './fetch/folder-fetcher.ts'
import { type TrustZone, usualTimeouts } from './fetch/trust-zone.ts'
import { Gatekeeper } from './gate.ts'
import { Intake } from './intake.ts'
import { PageRecorder } from './page-recorder.ts'
import type { Patience } from './patience.ts'
import { Politeness } from './politeness.ts'
import { PageReader } from './reading/page-reader.ts'
import { Redirects } from './redirects.ts'
import { noRobots, type RobotsFile, RobotsFiles, readRobots } from './robots.ts'
import { Scope } from './scope.ts'
import { SiteAsking } from './site-asking.ts'
import { Storms } from './storms.ts'
import { StyleSheets } from './style-sheets.ts'

/** What one crawl is put together from. */
export interface CrawlParts {
  site: Site
  policy: CrawlPolicy
  writer: SnapshotWriter
  control: CrawlControl
  scope: Scope
  intake: Intake
  budget: Budget
  patience: Patience
  cookies: SiteCookies
  fetcher: Fetcher
  asker: Asker
  external: ExternalDoor
  asking: SiteAsking
  robots: RobotsFiles
  gatekeeper: Gatekeeper
  reader: PageReader
  recorder: PageRecorder
  storms: Storms
  styleSheets: StyleSheets
}

/** Puts a crawl together; its fetcher stays open until it is closed. */
export async function assembleCrawl(
  site: Site,
  policy: CrawlPolicy,
  writer: SnapshotWriter,
  control: CrawlControl,
): Promise<CrawlParts> {
  const { limits, politeness } = policy
  // Every request under way listens for the stop, far more than the ten Node takes for a leak.
  setMaxListeners(0, control.signal)
  const { neverAsk, ignoreRobots, userAgent } = politeness
  const scope = new Scope(site.origin, { include: limits.include, exclude: limits.exclude, neverAsk })
  const intake = new Intake(writer.frontier, scope, limits.traps)
  const budget = new Budget(limits, control.now, writer.working.ledger())
  const cookies = new SiteCookies((url) => scope.contains(url))
  const fetcher = await fetcherFor({ site, policy, scope, control, cookies })
  const pace = new Politeness(politeness)
  const asker = new Asker({ fetcher, politeness: pace, budget }, writer, control.signal)
  const { patience } = asker
  const external = openExternalDoor(policy, writer, control, budget)
  const asking = new SiteAsking(writer, new Redirects(asker, writer), scope, intake, asker)
  const robots: RobotsFiles = new RobotsFiles((url) => robotsAt(url))
  const gatekeeper: Gatekeeper = new Gatekeeper(scope, robots, { ignoreRobots, userAgent })
  const storms = new Storms(limits.traps.alike)
  for (const page of writer.written.shownTexts()) storms.note(page)
  const reader = new PageReader()
  const recorder = new PageRecorder(writer, { intake, storms, reader }, scope, control.siteMapLabels)
  const styleSheets = new StyleSheets(writer, intake, scope)

  async function robotsAt(url: string): Promise<RobotsFile> {
    const answer = await asking.ask(url, { foundBy: 'robots', hops: 0, priority: neverQueued }, gatekeeper.unruled)
    if (typeof answer === 'string') return noRobots
    const { outcome } = answer
    const body = outcome.kind === 'response' && outcome.body !== null ? writer.getBody(outcome.body) : null
    const file = readRobots({ url, outcome }, body, userAgent)
    if (file.crawlDelaySeconds !== null && !ignoreRobots) pace.slowDown(url, file.crawlDelaySeconds)
    return file
  }

  const doors = { cookies, fetcher, budget, patience, asker, external, asking, robots, gatekeeper }
  return { site, policy, writer, control, scope, intake, reader, recorder, storms, styleSheets, ...doors }
}

type FetcherParts = Pick<CrawlParts, 'site' | 'policy' | 'scope' | 'control' | 'cookies'>

async function fetcherFor({ site, policy, scope, control, cookies }: FetcherParts): Promise<Fetcher> {
  const { userAgent, allowPrivate } = policy.politeness
  const { maxBodyBytes } = policy.limits
  const { timeouts = usualTimeouts, authorities = [] } = control
  const zone: TrustZone = { timeouts, maxBodyBytes, userAgent, allowPrivate, authorities }
  const network = openFetcher(zone, cookies)
  if (site.folder === null) return network
  return openFolderFetcher(site.folder, zone, (url) => scope.contains(url), network)
}
