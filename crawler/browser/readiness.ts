import type { NetworkWatch } from './network-watch.ts'
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

/**
 * Waits until a loaded page stands still: fonts and two frames, and, only where scripts still change the DOM or wait for
 * answers, a quiet time. False when it was still changing at the cap. Every observer looks after this one wait.
 */
export async function untilReady(
  world: PageWorld,
  network: NetworkWatch,
  mayBeShell: () => Promise<boolean>,
  limits = patience,
): Promise<boolean> {
  const isDrawn = await world.drawn(limits.fontsMs)
  const isAtRest = (await world.sinceLastChange()) === null && network.quietMs() > 0
  if (isAtRest && !(await mayBeShell())) return isDrawn
  return (await untilQuiet(world, network, limits)) && isDrawn
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
