import type { Evidence } from '../../../store/model/evidence.ts'
import type { Link } from '../../../store/model/link.ts'
import { numberText } from '../../../store/model/number-text.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ListTerms, Pattern } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { contentOf, type PageContent } from '../../content.ts'
import { nameInText } from '../../documents/link-words.ts'
import { labelledLinks } from '../../labelled-links.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'
import type { Navigation } from '../../navigation.ts'
import { ownNameOf } from '../../own-name.ts'
import { linkEvidence } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import { blocksOf } from '../article7/below-label.ts'
import { toldItems } from './told-items.ts'

export interface KindWords {
  title: string
  labels: readonly Pattern[]
  not?: readonly Pattern[]
}

/** What was found of one kind of service information. */
export interface JudgedKind {
  state: 'offered' | 'missing' | 'undetermined'
  label: string | null
  url: string | null
  /** In Traditional Chinese. */
  because: string
  evidence: readonly Evidence[]
  /** What was judged: the label's own link, or with `isList` the entries below it; empty when nothing was found. */
  links: readonly Link[]
  isList: boolean
}

/** Text of this length tells of a measure or answers a question by itself. */
const longTextLength = 120

/** A list of one thing is a sentence. */
const fewestTold = 2

/** Whether the site offers one kind of information: a label in the navigation, and behind it a page with real entries. */
export function judgeKind(
  snapshot: Snapshot,
  navigation: Navigation,
  words: KindWords,
  listWords: ListTerms,
): JudgedKind {
  const linked = labelledLinks(snapshot, navigation, words)
    .filter((link) => !isBareFile(snapshot, link, listWords))
    .map((link) => judgeLink(snapshot, link, words, listWords))
  const judged = [...linked, ...judgeBlocks(snapshot, navigation, words, listWords)]
  const best =
    judged.find(({ state }) => state === 'offered') ?? judged.find(({ state }) => state === 'undetermined') ?? judged[0]
  if (best !== undefined) return best
  const nothing = { label: null, url: null, evidence: [], links: [], isList: false }
  if (navigation.isSeen) return { ...nothing, state: 'missing', because: '首頁及網站導覽均未見相關連結' }
  return { ...nothing, state: 'undetermined', because: '首頁或網站導覽未能完整查核' }
}

/** 「下載」 at a file says of no kind what the file is. */
function isBareFile(snapshot: Snapshot, link: Link, listWords: ListTerms): boolean {
  return nameInText(link.text) === '' && targetOf(snapshot, link, listWords.links).kind === 'file'
}

/** Lists that stand on the home page itself, below a heading of the kind. */
function judgeBlocks(snapshot: Snapshot, navigation: Navigation, words: KindWords, listWords: ListTerms): JudgedKind[] {
  const { home } = navigation
  if (home === null || !navigation.pages.includes(home)) return []
  return blocksOf(snapshot, home).flatMap(({ label, links }): JudgedKind[] => {
    if (!isLabelOf(normaliseLabel(label), words)) return []
    const live = links.filter((link) => !['dead', 'here'].includes(targetOf(snapshot, link, listWords.links).kind))
    if (live.length === 0) return []
    const evidence = live.slice(0, 3).map((link) => linkEvidence(snapshot, link))
    const because = `首頁「${label}」列有${numberText(live.length)}項內容`
    return [{ state: 'offered', label, url: home.url, because, evidence, links: live, isList: true }]
  })
}

function judgeLink(snapshot: Snapshot, link: Link, words: KindWords, listWords: ListTerms): JudgedKind {
  const target = targetOf(snapshot, link, listWords.links)
  const label = foldText(link.text)
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const evidence = [linkEvidence(snapshot, link), ...resource]
  const found = { label, url: link.target, evidence, links: [link], isList: false }
  switch (target.kind) {
    case 'page': {
      const said = saidOfPage(snapshot, contentOf(snapshot, target.page, listWords), label)
      const other = said.state === 'offered' ? nearMissOf(snapshot, target.page, words) : null
      if (other === null) return { ...found, ...said }
      return { ...found, state: 'undetermined', because: `「${label}」連結之網頁標題為「${other}」` }
    }
    case 'file':
      return { ...found, state: 'offered', because: `提供檔案「${label}」` }
    case 'dead':
      return { ...found, state: 'missing', because: `「${label}」連結失效（${target.why}）` }
    case 'unseen':
      return { ...found, state: 'undetermined', because: `「${label}」未能查核：${target.why}` }
    case 'external':
      return { ...found, state: 'undetermined', because: `「${label}」連結至其他網站（${target.url.hostname}）` }
    case 'here':
      return { ...found, state: 'undetermined', because: `「${label}」未連結至其他網頁` }
  }
}

/** The name of a page when it is a near miss of the kind, as 首長行程 behind 「活動行事曆」: a person's to judge; else `null`. */
function nearMissOf(snapshot: Snapshot, page: Page, words: KindWords): string | null {
  const name = ownNameOf(snapshot, page)
  return name !== null && matchesAny(normaliseLabel(name), words.not ?? []) ? name : null
}

function saidOfPage(snapshot: Snapshot, content: PageContent, label: string): Pick<JudgedKind, 'state' | 'because'> {
  if (!content.isReadable) return { state: 'undetermined', because: `「${label}」內容須執行程式後始呈現` }
  if (content.isMissingPage) return { state: 'missing', because: `「${label}」顯示找不到網頁` }
  const count = content.entries.length + content.rows.length
  if (count > 0) return { state: 'offered', because: `「${label}」列有${numberText(count)}項內容` }
  if (content.isEmptyList) return { state: 'missing', because: `「${label}」清單無資料` }
  if (content.deadEntries.length > 0) return { state: 'missing', because: `「${label}」所列連結均已失效或無內容` }
  const told = toldItems(snapshot, content.page).length
  if (told >= fewestTold) return { state: 'offered', because: `「${label}」列有${numberText(told)}項內容` }
  if (content.text.length >= longTextLength) return { state: 'offered', because: `「${label}」載有說明內容` }
  return { state: 'missing', because: `「${label}」僅有標題或一句說明` }
}
