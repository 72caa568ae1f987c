import type { ItemState } from '../../../store/model/check-result.ts'
import type { JudgedLine } from './judgement.ts'

/** State of each of the ten 款 of Article 7, from its lines: item 5 has three, the others one. */
export function chapterStates(lines: readonly JudgedLine[]): ItemState[] {
  const chapters = new Map<string, ItemState[]>()
  for (const { item, state } of lines) {
    const chapter = item.replace(/[abc]$/u, '')
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), state])
  }
  return [...chapters.values()].map(chapterState)
}

function chapterState(states: readonly ItemState[]): ItemState {
  const applicable = states.filter((state) => state !== 'not-applicable')
  if (applicable.length === 0) return 'not-applicable'
  if (applicable.every((state) => state === 'published')) return 'published'
  if (applicable.some((state) => state === 'not-published' || state === 'incomplete')) {
    return applicable.every((state) => state === 'not-published') ? 'not-published' : 'incomplete'
  }
  return 'undetermined'
}
