import type { Page as BrowserPage } from 'playwright'
import { type DocumentReading, readDocument } from './in-page/read-document.ts'
import type { NetworkWatch } from './network-watch.ts'
import type { PageWorld } from './page-world.ts'

/** A page that is open and stands still, as observers get it. */
export interface OpenPage {
  browserPage: BrowserPage
  world: PageWorld
  network: NetworkWatch
  /** False when the page was still changing when the cap of the wait was reached. */
  isStable: boolean
  /** Text and templates of the page and its frames; links of the page alone. */
  reading: DocumentReading
}

/** Shows less text than this: too little to be a page, if scripts had a hand in it. */
const fewestCharacters = 200

/** Why what is shown cannot be the page as it is meant; `null` when it can. Without scripts, what was served is what there is. */
export function whyNotRendered(reading: DocumentReading): 'too-little-text' | 'raw-template' | null {
  if (reading.rawTemplates > 0) return 'raw-template'
  return reading.hasScripts && reading.textLength < fewestCharacters ? 'too-little-text' : null
}

/** True when there is text enough to be a page, scripts or none. */
export function showsEnough({ rawTemplates, textLength }: DocumentReading): boolean {
  return rawTemplates === 0 && textLength >= fewestCharacters
}

/** Reads the page and its frames. A frame that goes away meanwhile shows nothing. */
export async function readPage(world: PageWorld): Promise<DocumentReading> {
  const [topId, ...frameIds] = await world.frameIds()
  const top = await world.call(readDocument, topId)
  const frames = await Promise.all(frameIds.map((id) => world.call(readDocument, id).catch(() => null)))
  return frames.reduce<DocumentReading>((sum, frame) => (frame === null ? sum : added(sum, frame)), top)
}

function added(page: DocumentReading, frame: DocumentReading): DocumentReading {
  return {
    textLength: page.textLength + frame.textLength,
    rawTemplates: page.rawTemplates + frame.rawTemplates,
    hasScripts: page.hasScripts || frame.hasScripts,
    links: page.links,
    anchors: page.anchors,
  }
}
