import type { AxeGroup } from '../../../store/model/artifact.ts'
import type { AxeTarget } from './stable-selector.ts'

/**
 * These functions run in the page, where axe's whole result stays: they may use one another, `selectorOf` as it is given, and
 * nothing else. `groupAxeSource` is their text.
 */

/** The part of axe's result that is grouped. */
export interface AxeFindings {
  violations: readonly AxeRuleResult[]
  incomplete: readonly AxeRuleResult[]
}

export interface AxeRuleResult {
  id: string
  tags: readonly string[]
  help: string
  helpUrl: string
  nodes: readonly AxeNode[]
}

export interface AxeNode {
  impact?: AxeGroup['impact'] | undefined
  html: string
  target: AxeTarget
  failureSummary?: string | undefined
  /** Only for elements of the top document. */
  element?: Element | undefined
}

export type SelectorOf = (target: AxeTarget, known: Element | undefined) => string

/** Groups of nodes by rule and selector with exact counts and at most three examples, sorted by outcome, rule, selector. */
export function groupAxe(findings: AxeFindings, selectorOf: SelectorOf): AxeGroup[] {
  const groups = [
    ...findings.violations.flatMap((result) => groupNodes(result, 'violation', selectorOf)),
    ...findings.incomplete.flatMap((result) => groupNodes(result, 'incomplete', selectorOf)),
  ]
  const key = (group: AxeGroup) => [group.outcome, group.rule, group.selector].join('\u0000')
  return groups.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The nodes of one rule, one group a selector. */
export function groupNodes(result: AxeRuleResult, outcome: AxeGroup['outcome'], selectorOf: SelectorOf): AxeGroup[] {
  const bySelector = new Map<string, AxeNode[]>()
  for (const node of result.nodes) {
    const selector = selectorOf(node.target, node.element)
    const alike = bySelector.get(selector)
    if (alike === undefined) bySelector.set(selector, [node])
    else alike.push(node)
  }
  const { id: rule, tags, help, helpUrl } = result
  return [...bySelector].map(([selector, nodes]) => {
    const head = { rule, outcome, impact: worstImpact(nodes), tags: [...tags].sort(), help, helpUrl }
    return { ...head, selector, count: nodes.length, examples: nodes.slice(0, 3).map(exampleOf) }
  })
}

/** The gravest impact among nodes; `null` when axe gave none. */
export function worstImpact(nodes: readonly AxeNode[]): AxeGroup['impact'] {
  const order = ['minor', 'moderate', 'serious', 'critical'] as const
  const worst = Math.max(...nodes.map((node) => (node.impact ? order.indexOf(node.impact) : -1)))
  return order[worst] ?? null
}

/** One element as a person is shown it, cut to size. */
export function exampleOf(node: AxeNode): AxeGroup['examples'][number] {
  const cut = (text: string) => (text.length > 500 ? `${text.slice(0, 499)}…` : text)
  return {
    selector: cut(node.target.flat().join(' >>> ')),
    html: cut(node.html),
    summary: cut(node.failureSummary ?? ''),
  }
}

/** The text of the functions above, for the page. */
export const groupAxeSource = [groupAxe, groupNodes, worstImpact, exampleOf].join('\n')
