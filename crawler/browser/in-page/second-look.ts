import type { AxeFindings, AxeRuleResult } from './group-axe.ts'

/**
 * These functions run in the page, beside axe: they may use one another and nothing else. `secondLookSource` is their text.
 */

/** Runs axe again over what stands at these targets, with some of its rules alone. */
export type LookAgain = (include: AxeRuleResult['nodes'][number]['target'][], rules: string[]) => Promise<AxeFindings>

/**
 * What moves or fades in the very moment of the first look is no violation of these rules until a second look, when finite
 * animations have ended, sees it again; what that one does not see stays as a question.
 */
export async function confirmed(first: AxeFindings, lookAgain: LookAgain): Promise<AxeFindings> {
  const fleeting = ['color-contrast', 'target-size', 'aria-hidden-focus']
  const doubted = first.violations.filter(({ id }) => fleeting.includes(id))
  if (doubted.length === 0) return first
  await animationsEnded(1_000)
  const targets = doubted.flatMap(({ nodes }) => nodes.map(({ target }) => target))
  const again = await lookAgain(
    targets,
    doubted.map(({ id }) => id),
  ).catch(() => ({ violations: [], incomplete: [] }))
  const seen = new Set(again.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => keyOf(id, target))))
  const split = (isSeen: boolean) =>
    doubted.flatMap((result) => {
      const nodes = result.nodes.filter(({ target }) => seen.has(keyOf(result.id, target)) === isSeen)
      return nodes.length === 0 ? [] : [{ ...result, nodes }]
    })
  const others = first.violations.filter((result) => !doubted.includes(result))
  return { violations: [...others, ...split(true)], incomplete: joined([...first.incomplete, ...split(false)]) }
}

export function keyOf(rule: string, target: unknown): string {
  return JSON.stringify([rule, target])
}

/** One entry a rule, as axe itself gives. */
export function joined(results: readonly AxeRuleResult[]): AxeRuleResult[] {
  const byRule = new Map<string, AxeRuleResult>()
  for (const result of results) {
    const known = byRule.get(result.id)
    byRule.set(result.id, known === undefined ? result : { ...known, nodes: [...known.nodes, ...result.nodes] })
  }
  return [...byRule.values()]
}

/** Settles two frames after the animations that have an end came to it, or after `limitMs`. */
export async function animationsEnded(limitMs: number): Promise<void> {
  const finite = document.getAnimations().filter((animation) => {
    const { endTime } = animation.effect?.getComputedTiming() ?? {}
    return typeof endTime === 'number' && Number.isFinite(endTime) && animation.playState === 'running'
  })
  const late = new Promise((resolve) => setTimeout(resolve, limitMs))
  await Promise.race([Promise.allSettled(finite.map((animation) => animation.finished)), late])
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await Promise.race([frame().then(frame), late])
}

/** The text of the functions above, for the page. */
export const secondLookSource = [confirmed, keyOf, joined, animationsEnded].join('\n')
