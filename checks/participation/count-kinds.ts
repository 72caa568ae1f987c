import type { ChannelKind } from '../../store/model/participation-terms.ts'

/** A number that is at least `value` and at most `value + unknown`. */
export interface Range {
  value: number
  unknown: number
}

/** One kind of channel: offered for sure, perhaps, or not. */
export type Presence = 'yes' | 'maybe' | 'no'

export type CountedKind = ChannelKind | 'social'

/** Forms in which a 討論區 comes, as 003:290 lists them; 002:121 counts them as ways of their own. */
const standIns: readonly CountedKind[] = ['messageBoard', 'opinionForum']
const additional: readonly CountedKind[] = [...standIns, 'vote', 'survey', 'join', 'social']

/**
 * How many kinds are offered beside the base of 意見反映 and 討論區. Where there is no 討論區, one board or forum may have to
 * stand in for it, and is then no further kind: nothing is used twice. Sources: 002:121, 003:290.
 */
export function additionalKinds(presence: Readonly<Record<CountedKind, Presence>>): Range {
  const sure = additional.filter((kind) => presence[kind] === 'yes').length
  const possible = additional.filter((kind) => presence[kind] !== 'no').length
  const isStoodInSurely = presence.forum !== 'yes' && standIns.some((kind) => presence[kind] === 'yes')
  const low = sure - (isStoodInSurely ? 1 : 0)
  const mustStandIn = presence.forum === 'no' && standIns.some((kind) => presence[kind] !== 'no')
  const high = possible - (mustStandIn ? 1 : 0)
  return { value: low, unknown: Math.max(0, high - low) }
}

/** How many kinds there are at all. */
export function allKinds(presence: Readonly<Record<CountedKind, Presence>>): Range {
  const all = Object.values(presence)
  return {
    value: all.filter((one) => one === 'yes').length,
    unknown: all.filter((one) => one === 'maybe').length,
  }
}

/** As a measure of 0 or 1. */
export function rangeOf(presence: Presence): Range {
  return { value: presence === 'yes' ? 1 : 0, unknown: presence === 'maybe' ? 1 : 0 }
}
