import type { Page } from '../../../store/model/page.ts'
import { contentOf } from '../../content.ts'
import { foldText, matchesAny } from '../../labels.ts'
import { targetOf } from '../../targets.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { judgeNode } from './judge-node.ts'
import { type Judgement, weightiest } from './judgement.ts'

interface Books {
  budget: boolean
  finalAccounts: boolean
}

/** Item 6: budget and final accounts; one of them is incomplete, monthly accounts alone are neither. `null` when no label names it. */
export function judgeBooks(search: ItemSearch): Judgement | null {
  const tiers = [search.inSection, search.inNavigation, search.elsewhere]
  const nodes = tiers.flatMap((tier) => tier.get('6') ?? [])
  const judged = nodes.map((node) => ({ node, judgement: judgeNode(search, '6', node) }))
  const shown = judged.filter(({ judgement }) => judgement.state === 'published')
  const books = shown.map(({ node }) => booksAt(search, node))
  const hasBudget = books.some((one) => one.budget)
  const hasFinalAccounts = books.some((one) => one.finalAccounts)
  const best = weightiest(judged.map(({ judgement }) => judgement))
  if (best === null || best.state !== 'published') return best
  const evidence = shown.flatMap(({ judgement }) => judgement.evidence).slice(0, 6)
  const isUnsure = judged.some(({ judgement }) => judgement.state === 'undetermined')
  return { ...best, ...saidOf(search, hasBudget, hasFinalAccounts, isUnsure), evidence }
}

function saidOf(
  search: ItemSearch,
  hasBudget: boolean,
  hasFinalAccounts: boolean,
  isUnsure: boolean,
): Pick<Judgement, 'state' | 'because'> {
  if (hasBudget && hasFinalAccounts) return { state: 'published', because: '預算書與決算書均已公開' }
  if (!hasBudget && !hasFinalAccounts) return { state: 'undetermined', because: search.terms.items['6'].question }
  const because = hasBudget ? '僅見預算書，未見決算書' : '僅見決算書，未見預算書'
  return isUnsure
    ? { state: 'undetermined', because: `${because}，惟部分內容未能查核` }
    : { state: 'incomplete', because }
}

/** The books named behind a label; a label that names just one of them names what stands behind it. */
function booksAt(search: ItemSearch, node: ItemNode): Books {
  const target = targetOf(search.snapshot, node.link)
  const own = booksIn(search, [node.label])
  // What the superior agency publishes is not looked at: it is what the label says.
  if (target.kind === 'external') return own
  const behind = target.kind === 'page' ? namesOn(search, target.page) : []
  const named = booksIn(search, [...behind, ...node.below.map((link) => link.text)])
  if (named.budget || named.finalAccounts) return named
  return own.budget && own.finalAccounts ? { budget: false, finalAccounts: false } : own
}

function namesOn(search: ItemSearch, page: Page): string[] {
  const content = contentOf(search.snapshot, page, search.terms)
  return [...content.entries.map((link) => link.text), ...content.rows]
}

function booksIn(search: ItemSearch, names: readonly string[]): Books {
  const { budget, finalAccounts } = search.terms.books
  const texts = names.map((name) => foldText(name).replace(/\s+/gu, ''))
  return {
    budget: texts.some((text) => matchesAny(text, budget)),
    finalAccounts: texts.some((text) => matchesAny(text, finalAccounts)),
  }
}
