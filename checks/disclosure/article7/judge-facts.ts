import type { ItemNumber } from '../../../store/model/check-result.ts'
import { matchesAny } from '../../labels.ts'
import { behindLabel, namesBehind } from './behind-label.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import type { Judgement } from './judgement.ts'

/** Labels read for what their entries show. */
const mostLabels = 8

/**
 * What entries of the line must show: date and number of a ruling, payee and amount of a subsidy, the four parts of
 * minutes (Art. 7-III). Missing is only what was looked for in all of it: files are judged by their names.
 * `null`: nothing to object to.
 */
export function judgeFacts(
  search: ItemSearch,
  item: ItemNumber,
  shown: readonly ItemNode[],
): Pick<Judgement, 'state' | 'because'> | null {
  const facts = search.terms.items[item].facts ?? []
  if (facts.length === 0 || shown.length > mostLabels) return null
  const read = shown.map((node) => ({ node, behind: behindLabel(search, item, node) }))
  if (read.some(({ behind }) => behind.hasUnread)) return null
  const told = read.flatMap(({ node, behind }) => [...namesBehind(node, behind), behind.text]).join('\n')
  const missing = facts.filter(({ text }) => !matchesAny(told, text)).map(({ title }) => title)
  if (missing.length === 0) return null
  const because = `所列內容未見${missing.join('、')}`
  // No text of the law asks for number and date of a ruling: what is listed may be one all the same.
  return item === '2' ? { state: 'undetermined', because: `${because}，請人工確認` } : { state: 'incomplete', because }
}
