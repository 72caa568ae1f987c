import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import { contentOf, entryLabels, type PageContent, shortTextLength } from '../../content.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'
import { type Target, targetOf } from '../../targets.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { type Judgement, judgementAt } from './judgement.ts'
import { isDeepLink, isHostOf, nationalSystemAt } from './national-systems.ts'
import { otherLines } from './other-lines.ts'

type Said = Pick<Judgement, 'state' | 'because'>

/** Text of this length may itself be the content of a plan, a rule or a guidance. */
const longTextLength = 200
const textItems: ReadonlySet<ItemNumber> = new Set(['1', '2', '4', '5a'])

/** Whether a line is published behind one label. Sources: facts 2.4, 2.5; judging of Article 7. */
export function judgeNode(search: ItemSearch, item: ItemNumber, node: ItemNode): Judgement {
  const { snapshot } = search
  if (!node.isLinked) return judgementAt(snapshot, node, { kind: 'here' }, judgeLinks(search, item, node, node.below))
  const target = targetOf(snapshot, node.link, search.terms.links)
  return judgementAt(snapshot, node, target, judgeTarget(search, item, node, target))
}

function judgeTarget(search: ItemSearch, item: ItemNumber, node: ItemNode, target: Target): Said {
  switch (target.kind) {
    case 'external':
      return judgeExternal(search, item, node.link.text, target.url)
    case 'dead':
      return { state: 'not-published', because: `「${node.label}」連結失效（${target.why}）` }
    case 'unseen':
      return { state: 'undetermined', because: `「${node.label}」未能查核：${target.why}` }
    case 'file':
      return judgeFile(search, item, node)
    case 'page':
      return judgePage(search, item, node, target.page)
    case 'here':
      return node.below.length > 0
        ? judgeLinks(search, item, node, node.below)
        : { state: 'undetermined', because: `「${node.label}」未連結至其他網頁，無法判定內容` }
  }
}

function judgeExternal(search: ItemSearch, item: ItemNumber, text: string, url: URL): Said {
  const { terms, agency } = search
  const system = nationalSystemAt(url, item, terms)
  if (system !== null) {
    if (!system.needsDeepLink || isDeepLink(url))
      return { state: 'published', because: `以連結方式公開於${system.name}` }
    return { state: 'not-published', because: `僅連結${system.name}首頁，未連結至機關主管資訊` }
  }
  const isParent = agency.parentHosts.some((host) => isHostOf(url.hostname, host))
  if (isParentMarked(search, text) || (isParent && isDeepLink(url))) {
    return { state: 'published', because: `連結上級機關公開（${url.hostname}）` }
  }
  return { state: 'undetermined', because: `連結至其他網站（${url.hostname}），請人工確認內容` }
}

function isParentMarked(search: ItemSearch, text: string): boolean {
  return matchesAny(foldText(text).replace(/\s+/gu, ''), search.terms.parentMark)
}

function judgeFile(search: ItemSearch, item: ItemNumber, node: ItemNode): Said {
  const words = search.terms.items[item]
  if (matchesAny(node.normal, words.weak)) return { state: 'undetermined', because: words.question }
  return { state: 'published', because: `提供檔案「${node.label}」` }
}

function judgePage(search: ItemSearch, item: ItemNumber, node: ItemNode, page: Page): Said {
  const { snapshot, terms } = search
  const content = contentOf(snapshot, page, terms, otherLines(search, item))
  if (!content.isReadable) return { state: 'undetermined', because: '網頁內容須執行程式後始呈現，未能判讀' }
  if (content.isMissingPage) return { state: 'not-published', because: `「${node.label}」顯示找不到網頁` }
  return (
    saidOfStatement(search, item, content) ?? saidOfEntries(search, item, node, content) ?? saidOfText(item, content)
  )
}

/** Longer text is no statement that there is nothing. */
const statementLength = 300

function saidOfStatement(search: ItemSearch, item: ItemNumber, content: PageContent): Said | null {
  const { terms, snapshot } = search
  const words = terms.items[item]
  const hasOwnEntries = entryLabels(content).some((label) => isLabelOf(label, words) && !matchesAny(label, words.weak))
  if (content.rows.length > 0 || hasOwnEntries || content.text.length > statementLength) return null
  if (!matchesAny(content.text, terms.notApplicable)) return null
  const isDated =
    /\d{2,4}(年|[./-]\d{1,2}[./-]\d{1,2})/u.test(content.text) ||
    snapshot.dates(content.page.id).some((date) => date.region === 'main' || date.region === 'other')
  const quote = content.text.slice(0, 40)
  if (isDated) return { state: 'not-applicable', because: `網頁載明：「${quote}」` }
  return { state: 'undetermined', because: `網頁載明「${quote}」但未註記日期，請確認是否不適用` }
}

function saidOfEntries(search: ItemSearch, item: ItemNumber, node: ItemNode, content: PageContent): Said | null {
  const { entries, rows, deadEntries } = content
  const linked = entries.length > 0 ? judgeEntries(search, item, node, content) : null
  if (linked !== null) return linked
  if (rows.length > 0) {
    const proof = rows.join(' ')
    return isProven(search, item, node, proof)
      ? { state: 'published', because: `列有表格資料${rows.length}筆` }
      : { state: 'undetermined', because: search.terms.items[item].question }
  }
  if (deadEntries.length > 0)
    return { state: 'not-published', because: `所列${deadEntries.length}項連結均已失效或無內容` }
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

function judgeInside(
  search: ItemSearch,
  item: ItemNumber,
  node: ItemNode,
  inside: readonly Link[],
  content: PageContent | null,
): Said {
  const words = search.terms.items[item]
  const labels = inside.map((link) => normaliseLabel(link.text))
  const said = [...labels, ...(content?.rows ?? []), content?.text ?? ''].join(' ')
  const isAllWeak = labels.every((label) => matchesAny(label, words.weak)) && (content?.rows.length ?? 0) === 0
  if (isAllWeak || !isProven(search, item, node, said)) return { state: 'undetermined', because: words.question }
  return { state: 'published', because: `列有${inside.length}項內容` }
}

/** A weak label needs a word of proof in what stands behind it. */
function isProven(search: ItemSearch, item: ItemNumber, node: ItemNode, said: string): boolean {
  const words = search.terms.items[item]
  return !matchesAny(node.normal, words.weak) || words.proof.length === 0 || matchesAny(said, words.proof)
}

/** What entries that lead off the site say together: the best of them. */
function judgeOutside(search: ItemSearch, item: ItemNumber, entries: readonly Link[]): Said | null {
  const said = entries.flatMap((link) => {
    const target = targetOf(search.snapshot, link, search.terms.links)
    return target.kind === 'external' ? [judgeExternal(search, item, link.text, target.url)] : []
  })
  return (
    said.find(({ state }) => state === 'published') ??
    said.find(({ state }) => state === 'undetermined') ??
    said[0] ??
    null
  )
}

/** Links below a label that leads nowhere by itself: the head of a menu, a row of a table. */
function judgeLinks(search: ItemSearch, item: ItemNumber, node: ItemNode, links: readonly Link[]): Said {
  const targets = links.map((link) => ({ link, target: targetOf(search.snapshot, link, search.terms.links) }))
  const outside = judgeOutside(search, item, links)
  if (outside?.state === 'published') return outside
  const inside = targets
    .filter(({ target }) => target.kind === 'page' || target.kind === 'file')
    .map(({ link }) => link)
  if (inside.length > 0) return judgeInside(search, item, node, inside, null)
  if (outside !== null) return outside
  if (targets.every(({ target }) => target.kind === 'dead')) {
    return { state: 'not-published', because: `「${node.label}」下之連結均已失效` }
  }
  return { state: 'undetermined', because: `「${node.label}」下之連結未能查核` }
}

function saidOfText(item: ItemNumber, content: PageContent): Said {
  if (content.text.length >= longTextLength && textItems.has(item))
    return { state: 'published', because: '網頁載有說明內容' }
  if (content.text.length < shortTextLength)
    return { state: 'not-published', because: '網頁僅有標題或一句說明，未列實際資訊' }
  return { state: 'undetermined', because: '網頁僅有文字說明，未列項目、表格或檔案，請人工確認' }
}
