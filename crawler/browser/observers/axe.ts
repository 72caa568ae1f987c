import type { AxeArtifact, AxeGroup } from '../../../store/model/artifact.ts'
import { axeSource, axeVersion } from '../axe-source.ts'
import { canonicalJson } from '../canonical-json.ts'
import { whyNotRendered } from '../open-page.ts'
import type { PageWorld } from '../page-world.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

/** CSSOM is left out: only a rule that is off by default reads it, and it is fetched a second time for that. */
const runOptions = {
  resultTypes: ['violations', 'incomplete'],
  elementRef: true,
  frameWaitTime: 10_000,
  preload: { assets: ['media'], timeout: 1_000 },
}

const lookAgain = `(include, values) => axe.run({ include }, { ...${JSON.stringify(runOptions)}, runOnly: { type: 'rule', values } })`
const runAxe = `axe.run(document, ${JSON.stringify(runOptions)})
  .then((result) => confirmed(result, ${lookAgain}))
  .then((result) => groupAxe(result, stableSelector))`

/** What axe-core finds on the page and in its frames, grouped in the page. */
export function axeObserver(limitMs: number): Observer {
  return {
    name: 'axe',
    version: 8,
    async observe({ reading, isStable, world }) {
      const why = whyNotRendered(reading)
      if (why !== null) return artifact('not-rendered', why, isStable, [])
      return artifact('examined', null, isStable, await withTimeLimit('axe', limitMs, axeGroups(world)))
    },
    failure: (detail) => artifact('failed', detail, false, []),
  }
}

/** Groups of what axe finds on the page as it stands; may never end. */
export async function axeGroups(world: PageWorld): Promise<AxeGroup[]> {
  const [topId, ...frameIds] = await world.frameIds()
  if (!(await world.runsScripts(topId))) throw new Error('scripts-switched-off')
  await load(world, topId)
  await Promise.allSettled(frameIds.map((id) => loadInFrame(world, id)))
  return await world.settle<AxeGroup[]>(runAxe, topId)
}

/** A frame that goes away, or where axe could not run, is left out: axe itself then tells it as `frame-tested`. */
async function loadInFrame(world: PageWorld, frameId: string): Promise<void> {
  if (await world.runsScripts(frameId)) await load(world, frameId)
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
