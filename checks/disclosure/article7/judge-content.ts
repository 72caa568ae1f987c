import type { ItemNumber } from '../../../store/model/check-result.ts'
import { numberText } from '../../../store/model/number-text.ts'
import type { Page } from '../../../store/model/page.ts'
import { contentOf, entryLabels, type PageContent, shortTextLength } from '../../content.ts'
import { targetOf } from '../../targets.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { isProven, judgeInside } from './judge-links.ts'
import { judgeOutside } from './judge-outside.ts'
import { judgeStatement } from './judge-statement.ts'
import type { Said } from './judgement.ts'
import { otherLines } from './other-lines.ts'

/** Text of this length may itself be the content of a plan, a rule or a guidance. */
const longTextLength = 200
const textItems: ReadonlySet<ItemNumber> = new Set(['1', '2', '4', '5a'])

/** Whether a line is published on the page its label leads to. Sources: facts 2.4; judging of Article 7. */
export function judgePage(search: ItemSearch, item: ItemNumber, node: ItemNode, page: Page): Said {
  const { snapshot, terms } = search
  const content = contentOf(snapshot, page, terms, otherLines(search, item))
  if (!content.isReadable) return { state: 'undetermined', because: '網頁內容須執行程式後始呈現，未能判讀' }
  if (content.isMissingPage) return { state: 'not-published', because: `「${node.label}」顯示找不到網頁` }
  return (
    judgeStatement(search, item, { ...content, labels: entryLabels(content) }) ??
    saidOfEntries(search, item, node, content) ??
    saidOfText(item, content)
  )
}

function saidOfEntries(search: ItemSearch, item: ItemNumber, node: ItemNode, content: PageContent): Said | null {
  const { entries, rows, deadEntries } = content
  const linked = entries.length > 0 ? judgeEntries(search, item, node, content) : null
  if (linked !== null) return linked
  if (rows.length > 0) {
    const proof = rows.join(' ')
    return isProven(search, item, node, proof)
      ? { state: 'published', because: `列有表格資料${numberText(rows.length)}筆` }
      : { state: 'undetermined', because: search.terms.items[item].question }
  }
  if (deadEntries.length > 0)
    return { state: 'not-published', because: `所列${numberText(deadEntries.length)}項連結均已失效或無內容` }
  return content.isEmptyList ? { state: 'not-published', because: `「${node.label}」清單無資料` } : null
}

/** Entries behind a label. `null`: rows of a table must tell. */
function judgeEntries(search: ItemSearch, item: ItemNumber, node: ItemNode, content: PageContent): Said | null {
  const outside = judgeOutside(search, item, content.entries)
  if (outside?.state === 'published') return outside
  const inside = content.entries.filter(
    (link) => targetOf(search.snapshot, link, search.terms.links).kind !== 'external',
  )
  if (inside.length === 0) return content.rows.length > 0 ? null : outside
  return judgeInside(search, item, node, inside, content)
}

/** True when text alone may be what the line asks for. */
export function isTold(item: ItemNumber, text: string): boolean {
  return text.length >= longTextLength && textItems.has(item)
}

function saidOfText(item: ItemNumber, content: PageContent): Said {
  if (isTold(item, content.text)) return { state: 'published', because: '網頁載有說明內容' }
  if (content.text.length < shortTextLength)
    return { state: 'not-published', because: '網頁僅有標題或一句說明，未列實際資訊' }
  return { state: 'undetermined', because: '網頁僅有文字說明，未列項目、表格或檔案，請人工確認' }
}
