import type { ItemNumber } from '../../../store/model/check-result.ts'
import { numberText } from '../../../store/model/number-text.ts'
import { matchesAny, normaliseLabel } from '../../labels.ts'
import type { BlockNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { isTold } from './judge-content.ts'
import { isProven, judgeLinks } from './judge-links.ts'
import { judgeStatement } from './judge-statement.ts'
import type { Said } from './judgement.ts'
import type { LabelledBlock } from './labelled-block.ts'

const longestQuote = 30

/** Whether a line is published below its label, on the page that bears it: a heading, a row of a table, a tab. */
export function judgeBlock(search: ItemSearch, item: ItemNumber, node: BlockNode): Said {
  const { label, links, rows, text } = node.block
  const labels = links.map((link) => normaliseLabel(link.text))
  const statement = statementOf(search, item, node.block, labels)
  if (statement !== null) return statement
  if (links.length > 0) return judgeLinks(search, item, node, links, { rows, text })
  if (rows.length > 0 && isProven(search, item, node, rows.join(' '))) {
    return { state: 'published', because: `「${label}」下列有表格資料${numberText(rows.length)}筆` }
  }
  if (isTold(item, text)) return { state: 'published', because: `「${label}」下載有說明內容` }
  const quote = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  if (matchesAny(text, search.terms.emptyList)) {
    return { state: 'not-published', because: `「${label}」下僅載「${quote}」，未列資訊` }
  }
  return { state: 'undetermined', because: `「${label}」下僅載「${quote}」，未列項目、表格或檔案，請人工確認` }
}

/** Beside a cell that says that there is nothing may stand others, as of the unit in charge. */
function statementOf(
  search: ItemSearch,
  item: ItemNumber,
  { page, links, rows, text, cell }: LabelledBlock,
  labels: readonly string[],
): Said | null {
  const first =
    links.length === 0 && cell !== '' ? judgeStatement(search, item, { page, labels, rows, text: cell }) : null
  return first ?? judgeStatement(search, item, { page, labels, rows, text })
}
