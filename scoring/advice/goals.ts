import type { Band, Condition, Criterion, Scheme } from '../../store/model/scheme.ts'
import { holds } from '../holds.ts'
import type { World } from '../world.ts'

/** A line, part or item that can stand better than it does. */
export interface Goal {
  schemeId: string
  criterionId: string
  /** `<scheme>#<criterion>`, with `/<part or item>`. */
  id: string
  /** Of the criterion; with 「－」 and the title of its part or item. */
  title: string
  /** Bands best first; an item of a checklist has one without points. */
  levels: readonly { points: Band['points'] | null; when: Condition }[]
}

/** Everything of a scheme that has levels, in its order. */
export function goalsOf(scheme: Scheme): Goal[] {
  return scheme.criteria.flatMap((criterion) => goalsOfCriterion(scheme.id, criterion))
}

function goalsOfCriterion(schemeId: string, { id, title, bands, parts = [], items = [] }: Criterion): Goal[] {
  const head = { schemeId, criterionId: id }
  const own = { ...head, id: `${schemeId}#${id}`, title, levels: levelsOf(bands) }
  return [
    ...(bands.length === 0 ? [] : [own]),
    ...parts.map((part) => ({
      ...head,
      id: `${own.id}/${part.id}`,
      title: `${title}－${part.title}`,
      levels: levelsOf(part.bands),
    })),
    ...items.map((item) => ({
      ...head,
      id: `${own.id}/${item.id}`,
      title: `${title}－${item.title}`,
      levels: [{ points: null, when: item.when }],
    })),
  ]
}

function levelsOf(bands: readonly Band[]): Goal['levels'] {
  return bands.map(({ points, when }) => ({ points, when }))
}

/** Levels better than the best that surely holds in a world, the nearest first. */
export function levelsAbove({ levels }: Goal, world: World): Goal['levels'] {
  const at = levels.findIndex(({ when }) => holds(when, world) === 'yes')
  return levels.slice(0, at < 0 ? levels.length : at).reverse()
}
