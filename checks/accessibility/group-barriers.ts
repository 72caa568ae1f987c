import type { AxeGroup } from '../../store/model/artifact.ts'
import type { Standard } from '../../store/model/run.ts'
import { isExamined, type PageAxe } from './read-axe.ts'
import { isRequired } from './requirement.ts'

/** `advisory`: found, but the standard in force does not ask for it. */
export type BarrierKind = 'violation' | 'incomplete' | 'advisory'

/** One barrier of one template: a rule on a selector, wherever it was seen. */
export interface Barrier {
  kind: BarrierKind
  templateId: string
  /** The first one seen; its help, tags and selector stand for all. */
  group: AxeGroup
  /** Elements on all pages. */
  count: number
  /** Where it was seen, in order of URLs; `index` is its place among the groups of the page. */
  seen: { axe: PageAxe; index: number }[]
}

/** Barriers by rule, template and selector, advice by rule and template. Found and undecided ones of one rule stay apart. */
export function groupBarriers(pages: readonly PageAxe[], standard: Standard): Barrier[] {
  const barriers = new Map<string, Barrier>()
  for (const axe of pages.filter(isExamined)) {
    for (const [index, group] of axe.content.groups.entries()) {
      const { templateId } = axe.page
      const kind = kindOf(group, standard)
      if (kind === null) continue
      const key = JSON.stringify([kind, group.rule, templateId, placeOf(kind, group)])
      const barrier = barriers.get(key) ?? { kind, templateId, group, count: 0, seen: [] }
      barriers.set(key, barrier)
      barrier.count += group.count
      barrier.seen.push({ axe, index })
    }
  }
  return [...barriers.values()]
}

/** Advice is one line a rule: twenty places to improve are no twenty things to see. */
function placeOf(kind: BarrierKind, { selector }: AxeGroup): string {
  return kind === 'advisory' ? '' : selector
}

/** `null` when it is neither asked for nor certain. */
function kindOf(group: AxeGroup, standard: Standard): BarrierKind | null {
  if (isRequired(group, standard)) return group.outcome
  return group.outcome === 'violation' ? 'advisory' : null
}

/** The pages on which barriers of a kind were seen, by id. */
export function pagesWith(barriers: readonly Barrier[], kind: BarrierKind): Set<number> {
  const ofKind = barriers.filter((barrier) => barrier.kind === kind)
  return new Set(ofKind.flatMap(({ seen }) => seen.map(({ axe }) => axe.page.id)))
}
