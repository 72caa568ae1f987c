import type { UrlFate } from '../store/model/run.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { oncePerSnapshot } from './once-per.ts'

/** Reasons of skipping that leave pages of the site unseen. */
const cuts = /budget|depth|excluded|robots|time|cancel|limit/u

/** True when the crawl left pages of the site unseen that it knew of: then nothing may be called absent from the whole site. */
export const isCutShort = oncePerSnapshot(
  (snapshot: Snapshot): boolean => snapshot.run.outcome !== 'complete' || snapshot.urlFates().some(isCut),
)

function isCut({ state, reason }: UrlFate): boolean {
  return state === 'queued' || state === 'leased' || cuts.test(reason ?? '')
}
