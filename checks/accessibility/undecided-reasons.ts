import type { AxeGroup } from '../../store/model/artifact.ts'

/** Reasons shown of one question. */
const mostShown = 3

/** Why axe could not decide these groups, what concerns most elements first; the first example of each speaks for it. */
export function undecidedReasons(groups: readonly AxeGroup[]): string {
  const counts = new Map<string, number>()
  for (const { examples, count } of groups) {
    const reason = reasonIn(examples[0]?.summary ?? '')
    if (reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + count)
  }
  const reasons = [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason)
  return reasons.slice(0, mostShown).join('；') || '原因請見紀錄'
}

/** The last of the lines below axe's heading: what was added to it stands there. */
function reasonIn(summary: string): string {
  return (summary.split('\n').slice(1).at(-1) ?? '').trim()
}
