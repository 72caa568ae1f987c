import type { Page } from '../../../store/model/page.ts'
import type { ContactFact } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, matchesAny } from '../../labels.ts'
import { compactText, contentLinks } from '../../page-reading.ts'
import { domOf, isReadable, linksOf } from '../../seen-page.ts'
import { type Target, targetOf } from '../../targets.ts'
import { type ItemNode, labelEvidence, linksOfNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { type Judgement, judgementAt } from './judgement.ts'

/** Pages read below the pages of item 3: one for each unit of the agency. */
const mostUnitPages = 40
/** The organisation and its duties must be told; a menu that names them tells nothing. */
const toldOnPages: ReadonlySet<string> = new Set(['organisation', 'duties'])

/**
 * Item 3 over all its pages and the footer of the home page: 組織, 職掌, 地址, 電話 are essential; without 傳真, 網址 or
 * 電子郵件 it is incomplete. `null` when no label names the item.
 */
export function judgeContact(search: ItemSearch): Judgement | null {
  const { snapshot, terms } = search
  const nodes = [search.inSection, search.inNavigation, search.elsewhere].flatMap((tier) => tier.get('3') ?? [])
  const places = nodes.flatMap((node) => placesOf(search, node))
  const [first] = places
  if (first === undefined) return null
  const unread = places.find((place) => !isRead(snapshot, place))
  const texts = textsOf(search, places)
  const missing = (Object.keys(terms.contact) as ContactFact[]).filter(
    (fact) => !matchesAny(toldOnPages.has(fact) ? texts.pages : texts.all, terms.contact[fact].text),
  )
  const said = saidOf(search, missing, unread)
  const best = places.find((place) => place.target.kind !== 'dead' && isRead(snapshot, place)) ?? first
  const evidence = places.slice(1, 6).map(({ node }) => labelEvidence(snapshot, node))
  const judgement = judgementAt(snapshot, best.node, best.target, said)
  const isSeen = judgement.state === 'published' || judgement.state === 'incomplete'
  const shown = isSeen ? places.filter((place) => isRead(snapshot, place)).map(({ node }) => node) : []
  return { ...judgement, evidence: [...judgement.evidence, ...evidence], shown }
}

interface Place {
  node: ItemNode
  target: Target
}

/** Where a label leads; what stands below a label on its own page is one place without links. */
function placesOf({ snapshot, terms }: ItemSearch, node: ItemNode): Place[] {
  const places = linksOfNode(node).map((link) => ({ node, target: targetOf(snapshot, link, terms.links) }))
  return places.length > 0 ? places : [{ node, target: { kind: 'here' } }]
}

function isRead(snapshot: Snapshot, { node, target }: Place): boolean {
  if (target.kind === 'page') return isReadable(snapshot, target.page)
  return target.kind === 'dead' || (target.kind === 'here' && node.kind === 'block')
}

function saidOf(
  search: ItemSearch,
  missing: readonly ContactFact[],
  unread: Place | undefined,
): Pick<Judgement, 'state' | 'because'> {
  const { contact } = search.terms
  if (missing.length === 0) return { state: 'published', because: '組織、職掌、地址、電話、傳真、網址及電子郵件俱全' }
  const names = missing.map((fact) => contact[fact].title).join('、')
  if (unread !== undefined) {
    return { state: 'undetermined', because: `未見${names}，惟「${unread.node.label}」未能判讀，請人工確認` }
  }
  if (!search.isSeen) return { state: 'undetermined', because: `未見${names}，惟首頁或網站導覽未能完整查核` }
  const isEssential = missing.some((fact) => contact[fact].isEssential)
  return { state: isEssential ? 'not-published' : 'incomplete', because: `未見${names}` }
}

/** `pages`: what the pages of the item tell; `all`: with the contact block in the footer of the home page. */
function textsOf(search: ItemSearch, places: readonly Place[]): { pages: string; all: string } {
  const { snapshot, navigation } = search
  const own = places.flatMap(({ target }) => (target.kind === 'page' ? [target.page] : []))
  const units = own.flatMap((page) => unitPages(search, page)).slice(0, mostUnitPages)
  const blocks = places.flatMap(({ node }) => (node.kind === 'block' ? [node.block.text] : []))
  const told = [...new Set([...own, ...units])].map((page) => pageText(snapshot, page))
  const pages = [...new Set(blocks), ...told].join('\n')
  const footer = navigation.home === null ? '' : footerText(snapshot, navigation.home)
  return { pages, all: `${pages}\n${footer}` }
}

function unitPages({ snapshot, terms }: ItemSearch, page: Page): Page[] {
  return contentLinks(snapshot, page).flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' ? [target.page] : []
  })
}

/** Title, main text, alternatives of images and addresses of mail on a page. */
function pageText(snapshot: Snapshot, page: Page): string {
  const $ = domOf(snapshot, page)
  const alternatives = $('img[alt]')
    .toArray()
    .map((image) => $(image).attr('alt') ?? '')
  return [
    foldText(page.title ?? ''),
    compactText(snapshot, page),
    foldText(alternatives.join(' ')),
    mailOf(snapshot, page),
  ].join('\n')
}

function footerText(snapshot: Snapshot, home: Page): string {
  const $ = domOf(snapshot, home)
  const marked = $('footer, [role="contentinfo"], [id*="foot" i], [class*="foot" i]')
  const text = marked.length > 0 ? marked.text() : $('body').text().slice(-2000)
  return `${foldText(text).replace(/\s+/gu, '')}\n${mailOf(snapshot, home)}`
}

function mailOf(snapshot: Snapshot, page: Page): string {
  const addresses = linksOf(snapshot, page).filter((link) => /^mailto:[^?]+@/iu.test(link.href))
  return addresses.map((link) => link.href.slice('mailto:'.length)).join('\n')
}
