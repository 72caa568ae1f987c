import type { AccessibilityStandard } from '../../store/model/accessibility-standard.ts'
import type { AxeGroup } from '../../store/model/artifact.ts'
import { isExamined, type PageAxe } from './read-axe.ts'
import { isRequired } from './requirement.ts'

/** `advisory`: found, but the standard in force does not ask for it. */
export type BarrierKind = 'violation' | 'incomplete' | 'advisory'

/** A rule on a selector, wherever it was seen: what all templates share is mended at one place. */
export interface Barrier {
  kind: BarrierKind
  /** The first one seen; its help, tags and selector stand for all. */
  group: AxeGroup
  /** The selectors it was seen at; of a violation there is one. */
  selectors: Set<string>
  /** Elements on all pages; of what a page lacks as a whole, the pages. */
  count: number
  /** Where it was seen, in order of URLs; `index` is its place among the groups of the page. */
  seen: { axe: PageAxe; index: number }[]
}

/** Where a page and its frames lack it together, axe tells it of each of their documents. */
const ofWholePage: ReadonlySet<string> = new Set(['landmark-one-main', 'page-has-heading-one'])

/** Violations by rule and selector; what is undecided or mere advice by rule. */
export function groupBarriers(pages: readonly PageAxe[], standard: AccessibilityStandard): Barrier[] {
  const barriers = new Map<string, Barrier>()
  for (const axe of pages.filter(isExamined)) {
    for (const [index, group] of axe.content.groups.entries()) {
      const kind = kindOf(group, standard)
      if (kind === null) continue
      const key = JSON.stringify([kind, group.rule, placeOf(kind, group)])
      const barrier = barriers.get(key) ?? { kind, group, selectors: new Set(), count: 0, seen: [] }
      barriers.set(key, barrier)
      barrier.count += ofWholePage.has(group.rule) ? 1 : group.count
      barrier.selectors.add(group.selector)
      barrier.seen.push({ axe, index })
    }
  }
  return [...barriers.values()]
}

/** Questions and advice are one line a rule: twenty places to look at are no twenty things to see. */
function placeOf(kind: BarrierKind, { selector }: AxeGroup): string {
  return kind === 'violation' ? selector : ''
}

/** `null` when it is neither asked for nor certain. */
function kindOf(group: AxeGroup, standard: AccessibilityStandard): BarrierKind | null {
  if (isRequired(group, standard)) return group.outcome
  return group.outcome === 'violation' ? 'advisory' : null
}

/** The pages on which barriers of a kind were seen, by id. */
export function pagesWith(barriers: readonly Barrier[], kind: BarrierKind): Set<number> {
  const ofKind = barriers.filter((barrier) => barrier.kind === kind)
  return new Set(ofKind.flatMap(({ seen }) => seen.map(({ axe }) => axe.page.id)))
}
