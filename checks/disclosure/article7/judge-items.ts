import type { ItemNumber } from '../../../store/model/check-result.ts'
import { numberText } from '../../../store/model/number-text.ts'
import { contentOf } from '../../content.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'
import { targetOf } from '../../targets.ts'
import { addressOf, type ItemNode, isElsewhere, itemNumbers, linksOfNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { judgePlanYear, judgeStatisticsAge } from './judge-age.ts'
import { judgeBooks } from './judge-books.ts'
import { judgeContact } from './judge-contact.ts'
import { judgeFacts } from './judge-facts.ts'
import { judgeMinutes } from './judge-minutes.ts'
import { type JudgedNode, judgedNodes } from './judged-nodes.ts'
import { type JudgedLine, type Judgement, weightiest } from './judgement.ts'

/** The twelve lines of Article 7, each with its state and why. */
export function judgeItems(search: ItemSearch): JudgedLine[] {
  return itemNumbers.map((item) => {
    const seen = judgeItem(search, item) ?? absent(search, item)
    return lineOf(search, item, declaredInapplicable(search, item, seen) ?? seen)
  })
}

function lineOf(search: ItemSearch, item: ItemNumber, judgement: Judgement): JudgedLine {
  const labelled = (search.inSection.get(item) ?? []).map(addressOf)
  const judged = judgedNodes(search, item).filter(({ tier }) => tier === 'section')
  const isInSection = [...labelled, ...judged.map((one) => one.judgement.url)].includes(judgement.url)
  return { ...judgement, item, isInSection }
}

/** What the agency's file says does not apply, unless the site publishes it all the same. */
function declaredInapplicable({ agency }: ItemSearch, item: ItemNumber, seen: Judgement): Judgement | null {
  const reason = agency.notApplicable[item]
  if (reason === undefined || seen.state === 'published' || seen.state === 'incomplete') return null
  const evidence = [{ kind: 'declared' as const, declarationId: `agency:notApplicable.${item}` }]
  return { ...seen, state: 'not-applicable', because: `機關設定載明：「${reason}」`, evidence, shown: [] }
}

function judgeItem(search: ItemSearch, item: ItemNumber): Judgement | null {
  if (item === '3') return judgeContact(search)
  if (item === '6') return judgeBooks(search)
  if (item === '10') return judgeMinutes(search, judgeByLabels(search, item))
  return judgeByLabels(search, item) ?? (item === '2' ? judgeRulesAmongLaws(search) : null)
}

/** What the labels of the section say; what is published elsewhere counts where the section does not have it. */
function judgeByLabels(search: ItemSearch, item: ItemNumber): Judgement | null {
  const judged = judgedNodes(search, item)
  const best = bestOf(judged)
  return best?.state === 'published' ? examined(search, item, best, judged) : best
}

function bestOf(judged: readonly JudgedNode[]): Judgement | null {
  const of = (tier: JudgedNode['tier']) =>
    weightiest(judged.filter((one) => one.tier === tier).map(({ judgement }) => judgement))
  const inSection = of('section')
  if (inSection?.state === 'published' || inSection?.state === 'not-applicable') return inSection
  const others = [of('navigation'), of('elsewhere')].filter((one) => one !== null)
  const published = others.find((one) => one.state === 'published')
  return published ?? inSection ?? weightiest(others)
}

/** What is there must also be of this year, and show what the law wants. What others publish is not looked at. */
function examined(search: ItemSearch, item: ItemNumber, best: Judgement, judged: readonly JudgedNode[]): Judgement {
  const shown = judged.filter(({ judgement }) => judgement.state === 'published').map(({ node }) => node)
  const kept = { ...best, shown }
  if (shown.some((node) => isElsewhere(search, node))) return kept
  const said = objection(search, item, shown)
  return said === null ? kept : { ...kept, ...said }
}

function objection(
  search: ItemSearch,
  item: ItemNumber,
  shown: readonly ItemNode[],
): Pick<Judgement, 'state' | 'because'> | null {
  if (item === '5a') return judgePlanYear(search, shown)
  if (item === '5b') return judgeStatisticsAge(search, shown)
  return judgeFacts(search, item, shown)
}

/** Interpretive rules may stand among the laws, without a label of their own: judging of item 2. */
function judgeRulesAmongLaws(search: ItemSearch): Judgement {
  const { snapshot, terms } = search
  const pages = [search.inSection, search.inNavigation]
    .flatMap((tier) => tier.get('1') ?? [])
    .flatMap((node) => linksOfNode(node).map((link) => ({ node, target: targetOf(snapshot, link, terms.links) })))
    .flatMap(({ node, target }) =>
      target.kind === 'page' ? [{ node, page: target.page, resource: target.resource }] : [],
    )
  for (const { node, page, resource } of pages) {
    const content = contentOf(snapshot, page, terms)
    const rules = content.entries.filter((link) => isLabelOf(normaliseLabel(link.text), terms.items['2']))
    const rows = content.rows.filter((row) => isLabelOf(row, terms.items['2']))
    if (rules.length + rows.length === 0) continue
    const evidence = [{ kind: 'resource' as const, resourceId: resource.id }]
    const because = `列於「${node.label}」，計${numberText(rules.length + rows.length)}項`
    return { state: 'published', because, label: node.label, url: page.url, evidence, shown: [node] }
  }
  return { ...nothing, state: 'undetermined', because: terms.items['2'].question }
}

const nothing = { label: null, url: null, evidence: [], shown: [] }

/** No label names the line anywhere: a violation only where nothing that could hold it is left unseen. */
function absent(search: ItemSearch, item: ItemNumber): Judgement {
  if (!search.isSeen) {
    return { ...nothing, state: 'undetermined', because: '未見相關項目，惟專區、首頁或網站導覽未能完整查核' }
  }
  const file = unreadCatalogue(search)
  if (file !== null) {
    return { ...nothing, state: 'undetermined', because: `未見相關項目，惟專區以檔案「${file}」列載，未能判讀` }
  }
  const hint = ['4', '7', '9'].includes(item) ? '；若無此類資訊，請於網頁載明並註記日期' : ''
  return { ...nothing, state: 'not-published', because: `專區、主選單及網站導覽均未見相關項目${hint}` }
}

/** The name of a file in which the section lists what is published, so that what it names is not known; `null` when there is none. */
function unreadCatalogue({ snapshot, sections, terms }: ItemSearch): string | null {
  const isBare = sections.every(({ lines }) => lines === 0)
  const files = sections
    .flatMap(({ pages }) => pages)
    .flatMap((page) => contentOf(snapshot, page, terms).entries)
    .filter((link) => targetOf(snapshot, link, terms.links).kind === 'file')
  const file = files.find(({ text }) => isBare || matchesAny(normaliseLabel(text), terms.catalogue.labels))
  return file === undefined ? null : foldText(file.text)
}
