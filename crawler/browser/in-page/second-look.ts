import type { AxeFindings, AxeNode, AxeRuleResult } from './group-axe.ts'

/**
 * These functions run in the page, beside axe: they may use one another and nothing else. `secondLookSource` is their text.
 */

/** Runs axe again over what stands at these targets, with some of its rules alone. */
export type LookAgain = (include: AxeRuleResult['nodes'][number]['target'][], rules: string[]) => Promise<AxeFindings>

/**
 * What moves or fades in the very moment of the first look is no violation of these rules until a second look, when finite
 * animations have ended, sees it again; what that one does not see stays as a question.
 */
export async function confirmed(all: AxeFindings, lookAgain: LookAgain): Promise<AxeFindings> {
  const first = refuted(all)
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
  return asQuestions(first, (id, { target }) => fleeting.includes(id) && !seen.has(keyOf(id, target)), '再次檢視時未見')
}

/** Without what the browser knows better than axe. */
export function refuted(all: AxeFindings): AxeFindings {
  // A visible label (WCAG 2.5.3) is one that is drawn.
  const { violations, incomplete } = asQuestions(
    all,
    (id, { element }) => id === 'label-content-name-mismatch' && element !== undefined && !showsText(element),
    '元素內的文字於畫面上看不見',
  )
  // To axe every `<label for="">` belongs to every field with an empty id; to a browser, to none.
  const isAsked = (id: string, { element }: AxeNode) =>
    id !== 'form-field-multiple-labels' || element === undefined || element.id !== ''
  return { violations, incomplete: pick(incomplete, isAsked) }
}

/** Moves violations that are none for certain to the questions, and says why. */
export function asQuestions(
  { violations, incomplete }: AxeFindings,
  isQuestion: (rule: string, node: AxeNode) => boolean,
  why: string,
): AxeFindings {
  const asked = pick(violations, isQuestion).map((result) => withReason(result, why))
  return {
    violations: pick(violations, (id, node) => !isQuestion(id, node)),
    incomplete: joined([...incomplete, ...asked]),
  }
}

export function withReason(result: AxeRuleResult, why: string): AxeRuleResult {
  const nodes = result.nodes.map((node) => ({
    ...node,
    failureSummary: `${node.failureSummary ?? ''}\n ${why}`.trim(),
  }))
  return { ...result, nodes }
}

/** The elements for which it holds, and the rules that have any. */
export function pick(
  results: readonly AxeRuleResult[],
  holds: (rule: string, node: AxeNode) => boolean,
): AxeRuleResult[] {
  return results
    .map((result) => ({ ...result, nodes: result.nodes.filter((node) => holds(result.id, node)) }))
    .filter(({ nodes }) => nodes.length > 0)
}

/** Whether any words beneath an element are drawn on the page. */
export function showsText(element: Element): boolean {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) if (isDrawn(texts.currentNode as Text)) return true
  return false
}

/** Whether any of a text has a size, a colour, and a place that is neither cut off nor beyond the edge of the page. */
export function isDrawn(text: Text): boolean {
  const holder = text.parentElement
  if (holder === null || text.data.trim() === '' || /^rgba\(.*, 0\)$/.test(getComputedStyle(holder).color)) return false
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()].some((line) => isUncut(line, holder))
}

/** Whether boxes that hide what sticks out leave anything of a line. */
export function isUncut(line: DOMRect, holder: Element): boolean {
  let { left, right, top, bottom } = line
  for (let at: Element | null = holder; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at)
    const box = at.getBoundingClientRect()
    if (/hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
    if (/hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
  }
  return right - left >= 1 && bottom - top >= 1 && right + scrollX > 0 && bottom + scrollY > 0
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
export const secondLookSource = [
  confirmed,
  refuted,
  asQuestions,
  pick,
  showsText,
  isDrawn,
  isUncut,
  withReason,
  keyOf,
  joined,
  animationsEnded,
].join('\n')
