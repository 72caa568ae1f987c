import type { Band, PlacedBy, Placement } from '../store/model/scheme.ts'
import { holds } from './holds.ts'
import { pointOf } from './range.ts'
import type { World } from './world.ts'

/** Points inside the band where its placement puts them; `null` when nothing places them or the number is not known. */
export function placedIn(band: Band, world: World): number | null {
  const [floor, ceiling] = band.points
  if (floor === ceiling) return floor
  const points = band.place === undefined ? null : placed(band.place, band.points, world)
  return points === null ? null : Math.min(ceiling, Math.max(floor, points))
}

function placed(place: Placement, [floor, ceiling]: Band['points'], world: World): number | null {
  if ('at' in place) return place.at
  if ('base' in place) return added(place, world)
  const number = placingNumber(place, world)
  if (number === null) return null
  if ('through' in place) return interpolated(place.through, number)
  const isRising = place.from < place.to
  const ends: [number, number][] = [
    [place.from, floor],
    [place.to, ceiling],
  ]
  return interpolated(isRising ? ends : ends.reverse(), number)
}

function added({ base, add }: Extract<Placement, { base: number }>, world: World): number | null {
  const truths = add.map(({ when }) => holds(when, world))
  if (truths.includes('unknown')) return null
  return add.reduce((sum, { points }, index) => (truths[index] === 'yes' ? sum + points : sum), base)
}

function placingNumber(place: PlacedBy, world: World): number | null {
  if ('declared' in place) {
    return pointOf(
      place.outOf === undefined ? world.declared(place.declared) : world.declaredRatio(place.declared, place.outOf),
    )
  }
  if (place.ratio !== true) return pointOf(world.valueOf(place.by))
  const isEmpty = pointOf(world.outOf(place.by)) === 0
  return isEmpty ? (place.whenEmpty ?? null) : pointOf(world.ratioOf(place.by))
}

/** Linear between neighbours of a list with rising numbers; outside it the nearest end. */
function interpolated(through: readonly (readonly [number, number])[], number: number): number | null {
  const above = through.findIndex(([at]) => number <= at)
  const [nextAt, nextPoints] = through[above < 0 ? through.length - 1 : above] ?? [0, null]
  const before = above > 0 ? through[above - 1] : undefined
  if (before === undefined || nextPoints === null) return nextPoints
  const [at, points] = before
  return points + ((nextPoints - points) * (number - at)) / (nextAt - at)
}
