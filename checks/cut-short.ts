import type { UrlFate } from '../store/model/run.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** Reasons of skipping that leave pages of the site unseen. */
const cuts = /budget|depth|excluded|robots|time|cancel|limit/u

const known = new WeakMap<Snapshot, boolean>()

/** True when the crawl left pages of the site unseen that it knew of: then nothing may be called absent from the whole site. */
export function isCutShort(snapshot: Snapshot): boolean {
  const found = known.get(snapshot) ?? (snapshot.run.outcome !== 'complete' || snapshot.urlFates().some(isCut))
  known.set(snapshot, found)
  return found
}

function isCut({ state, reason }: UrlFate): boolean {
  return state === 'queued' || state === 'leased' || cuts.test(reason ?? '')
}
