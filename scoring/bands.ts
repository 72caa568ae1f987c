import type { Band } from '../store/model/scheme.ts'
import type { PointRange } from '../store/model/score-sheet.ts'
import { holds, openHumanQuestions } from './holds.ts'
import { placedIn } from './placement.ts'
import { rounded } from './points.ts'
import type { World } from './world.ts'

/** One look at the same facts with and without leave to estimate. */
export interface Worlds {
  certain: World
  likely: World
}

/** Points, and how sure they are; `questions` are what only a person can settle. */
export interface Standing {
  points: PointRange
  reached: 'sure' | 'possible' | 'none'
  questions: readonly string[]
}

/**
 * Where bands (best first) put a criterion. `low` is the floor of the best band that surely holds, `high` the ceiling of the
 * best band not surely excluded, 0 when there is none. The estimate is the placement in the best band of the likely world,
 * 0 when no band holds there, `null` when a band above may or nothing places it.
 */
export function standingOf(bands: readonly Band[], { certain, likely }: Worlds): Standing {
  const truths = bands.map((band) => holds(band.when, certain))
  const sure = truths.indexOf('yes')
  const possible = truths.findIndex((truth) => truth !== 'no')
  const low = bands[sure]?.points[0] ?? 0
  const high = bands[possible]?.points[1] ?? 0
  const open = bands.slice(0, sure < 0 ? bands.length : sure)
  return {
    points: { low, estimate: estimated(bands, likely), high },
    reached: reachedOf(sure, possible),
    questions: [...new Set(open.flatMap((band) => openHumanQuestions(band.when, certain)))],
  }
}

function reachedOf(sure: number, possible: number): Standing['reached'] {
  if (possible < 0) return 'none'
  return sure === possible ? 'sure' : 'possible'
}

function estimated(bands: readonly Band[], likely: World): number | null {
  for (const band of bands) {
    const truth = holds(band.when, likely)
    if (truth === 'unknown') return null
    const points = truth === 'yes' ? placedIn(band, likely) : null
    if (truth === 'yes') return points === null ? null : rounded(points)
  }
  return 0
}
