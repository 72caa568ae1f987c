import type { AxeGroup } from '../../store/model/artifact.ts'
import type { Standard } from '../../store/model/run.ts'

/** Tags of axe for levels A and AA of the WCAG that each standard adopts. Source: facts 4.1 (110.07 is WCAG 2.1, 115.11 is 2.2). */
const requiredTags: Readonly<Record<Standard, readonly string[]>> = {
  '110.07': ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  '115.11': ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
}

/** True when the standard in force asks for it at level A or AA; false for good practice, AAA and later versions. */
export function isRequired({ tags }: Pick<AxeGroup, 'tags'>, standard: Standard): boolean {
  return tags.some((tag) => requiredTags[standard].includes(tag))
}

/** The success criteria and level that axe's tags name, as in 「WCAG 1.1.1、A等級」; 「良好實務」 when there is none. */
export function shownTags(tags: readonly string[]): string {
  const criteria = tags.flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
  const levels = tags.flatMap((tag) => /^wcag2\d?(a{1,3})$/.exec(tag)?.[1]?.toUpperCase() ?? [])
  const named = [
    ...new Set([...criteria.map((criterion) => `WCAG ${criterion}`), ...levels.map((level) => `${level}等級`)]),
  ]
  return named.length === 0 ? '良好實務' : named.join('、')
}
