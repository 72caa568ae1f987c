import type { AxeArtifact, AxeGroup } from '../../../store/model/artifact.ts'
import { axeSource, axeVersion } from '../axe-source.ts'
import { canonicalJson } from '../canonical-json.ts'
import { type OpenPage, whyNotRendered } from '../open-page.ts'
import type { PageWorld } from '../page-world.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

const limitMs = 45_000

/** CSSOM is left out: only a rule that is off by default reads it, and it is fetched a second time for that. */
const runOptions = {
  resultTypes: ['violations', 'incomplete'],
  elementRef: true,
  frameWaitTime: 10_000,
  preload: { assets: ['media'], timeout: 1_000 },
}

const runAxe = `axe.run(document, ${JSON.stringify(runOptions)}).then((result) => groupAxe(result, stableSelector))`

/** What axe-core finds on the page and in its frames, grouped in the page. */
export const axeObserver: Observer = {
  name: 'axe',
  version: 1,
  async observe(open) {
    const why = whyNotRendered(open.reading)
    if (why !== null) return artifact('not-rendered', why, open.isStable, [])
    return artifact('examined', null, open.isStable, await axeGroups(open.world))
  },
  failure: (detail) => artifact('failed', detail, false, []),
}

/** Groups of what axe finds on the page as it stands. @throws TimeLimitError after 45 s */
export function axeGroups(world: OpenPage['world']): Promise<AxeGroup[]> {
  return withTimeLimit('axe', limitMs, run(world))
}

async function run(world: PageWorld): Promise<AxeGroup[]> {
  const [topId, ...frameIds] = await world.frameIds()
  await load(world, topId)
  // A frame that goes away or cannot be entered is told by axe itself, as `frame-tested`.
  await Promise.allSettled(frameIds.map((id) => load(world, id)))
  return await world.evaluate<AxeGroup[]>(runAxe, topId)
}

/** A document that was there before the world was prepared gets the source now. */
async function load(world: PageWorld, frameId: string | undefined): Promise<void> {
  const isPrepared = await world.evaluate<boolean>(`typeof loadAxe === 'function' && (loadAxe(), true)`, frameId)
  if (!isPrepared) await world.evaluate(`${axeSource}; loadAxe()`, frameId)
}

function artifact(
  status: AxeArtifact['status'],
  detail: string | null,
  isStable: boolean,
  groups: readonly AxeGroup[],
): ArtifactContent {
  const value: AxeArtifact = { axeVersion, status, detail, isStable, groups }
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
