import type { DocumentReading } from './in-page/read-document.ts'
import type { NetworkWatch } from './network-watch.ts'
import { readPage, whyNotRendered } from './open-page.ts'
import type { PageWorld } from './page-world.ts'

/** How long a page is waited for, in milliseconds. */
export interface Patience {
  fontsMs: number
  quietMs: number
  capMs: number
}

/** What is waited for in every page, whatever it is opened for. */
export const patience: Patience = { fontsMs: 5_000, quietMs: 500, capMs: 5_000 }

const pollMs = 50

/** What a page shows when it was waited for. */
export interface Standstill {
  /** False when it was still changing at the cap. */
  isStill: boolean
  reading: DocumentReading
}

/**
 * Waits until a loaded page stands still: fonts and two frames, and, only where scripts still change the DOM or wait for
 * answers, or where what is shown cannot be all, a quiet time. Every observer looks after this one wait.
 */
export async function untilReady(world: PageWorld, network: NetworkWatch, limits = patience): Promise<Standstill> {
  const { isDrawn, sinceChange } = await world.untilDrawn(limits.fontsMs)
  if (sinceChange === null && network.quietMs() > 0) {
    const reading = await readPage(world)
    if (whyNotRendered(reading) === null) return { isStill: isDrawn, reading }
  }
  const isQuiet = await untilQuiet(world, network, limits)
  return { isStill: isQuiet && isDrawn, reading: await readPage(world) }
}

async function untilQuiet(world: PageWorld, network: NetworkWatch, limits: Patience): Promise<boolean> {
  const begun = performance.now()
  while (performance.now() - begun < limits.capMs) {
    const sinceChange = (await world.sinceLastChange()) ?? Number.POSITIVE_INFINITY
    const waited = performance.now() - begun
    if (Math.min(sinceChange, network.quietMs(), waited) >= limits.quietMs) return true
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  return false
}
