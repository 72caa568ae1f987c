import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import type { ListTerms } from '../store/model/terms.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { foldText, matchesAny, normaliseLabel } from './labels.ts'
import { oncePerPage } from './once-per.ts'
import { compactText, contentLinks, tableRows } from './page-reading.ts'
import { isReadable, mainTextOf, titlesOf } from './seen-page.ts'
import { targetOf } from './targets.ts'

/** What stands on a page that lists or tells something. */
export interface PageContent {
  page: Page
  /** False for a shell whose content only scripts bring: then nothing else is known. */
  isReadable: boolean
  /** Links to details or files that are not known to be dead or empty; those that lead off the site among them. */
  entries: readonly Link[]
  deadEntries: readonly Link[]
  /** Rows of data tables, cells joined by `|`. */
  rows: readonly string[]
  /** Main text without the page's own heading, folded and without white space. */
  text: string
  /** Says that there is nothing, and lists nothing. */
  isEmptyList: boolean
  /** Answers 200 but says that there is no such page. */
  isMissingPage: boolean
}

/** Pages whose contents are kept. */
const mostKept = 256
/** Under so many characters, text without entries says nothing: a sentence, a heading. */
export const shortTextLength = 60

/** What a page holds. `ignored` are addresses that are no entries there, as the neighbours of a list in a side menu. */
export function contentOf(
  snapshot: Snapshot,
  page: Page,
  words: ListTerms,
  ignored: ReadonlySet<string> = new Set(),
): PageContent {
  const whole = wholeContent(snapshot, page, words)
  const isCounted = ({ target }: Link) => !ignored.has(target ?? '')
  const entries = whole.entries.filter(isCounted)
  const isBare = entries.length === 0 && whole.rows.length === 0
  return {
    ...whole,
    entries,
    deadEntries: whole.deadEntries.filter(isCounted),
    isEmptyList: isBare && matchesAny(whole.text, words.emptyList),
  }
}

/** The same whoever asks: lists are read from many sides. */
const wholeContent = oncePerPage((snapshot: Snapshot, page: Page, words: ListTerms) => {
  const links = contentLinks(snapshot, page).filter((link) => isEntryLink(snapshot, link))
  const dead = new Set(links.filter((link) => isDeadEntry(snapshot, link, words)))
  return {
    page,
    isReadable: isReadable(snapshot, page),
    entries: links.filter((link) => !dead.has(link)),
    deadEntries: [...dead],
    rows: tableRows(snapshot, page),
    text: withoutHeading(snapshot, page),
    isMissingPage: isMissingPage(snapshot, page, words),
  }
}, mostKept)

/** Signs of paging, printing, sharing and turning back: no entries. */
const utility =
  /^(上一?[頁則]|下一?[頁則]|第一頁|最末頁|最後一?頁|最前頁|(回|返回|回到)?(上一?頁|首頁|列表|最上層|頂端|頁首|前頁)|返回|back|gotop|top|home|\d{1,4}|(友善)?列印|轉寄(友人)?|分享.*|rss|字級.*|[小中大]|\.\.\.|…|:::|previous|next|網站(導覽|地圖)|按.*主要?內容.*|跳到.*|facebook|line|twitter|x|plurk|youtube|instagram|threads)$/u
const sharing = /\/sharer|share\?|\/intent\/|line\.me\/R|social-plugins|plurk\.com\/\?|twitter\.com\/home\?/iu
/** Viewers and office programs that pages recommend beside their files. */
const software = /(get\.)?adobe\.com|libreoffice\.org|openoffice|7-zip\.org|foxit|ndcodf/iu

function isEntryLink(snapshot: Snapshot, link: Link): boolean {
  if (link.target === null || link.url === null || !/^https?:/u.test(link.target)) return false
  const page = snapshot.page(link.pageId)
  if (link.target === page.url || link.target === snapshot.run.start) return false
  if (sharing.test(link.url) || software.test(link.url)) return false
  return !utility.test(foldText(link.text).replace(/\s+/gu, '').toLowerCase())
}

/** True when what a link leads to is gone, or says that there is nothing. */
export function isDeadEntry(snapshot: Snapshot, link: Link, words: ListTerms): boolean {
  const target = targetOf(snapshot, link, words.links)
  if (target.kind === 'dead') return true
  // What a page says before its scripts have run is not what it shows.
  if (target.kind !== 'page' || !isReadable(snapshot, target.page)) return false
  return isMissingPage(snapshot, target.page, words) || isShortAndEmpty(snapshot, target.page, words)
}

/** True for a page that answers 200 and says that there is no such page. */
export const isMissingPage = oncePerPage(
  (snapshot: Snapshot, page: Page, words: Pick<ListTerms, 'missingPage'>): boolean =>
    mainTextOf(snapshot, page).length < 1000 && matchesAny(compactText(snapshot, page), words.missingPage),
)

const isShortAndEmpty = oncePerPage((snapshot: Snapshot, page: Page, words: ListTerms): boolean => {
  const text = withoutHeading(snapshot, page)
  if (text.length >= shortTextLength || !matchesAny(text, words.emptyList)) return false
  return (
    tableRows(snapshot, page).length === 0 && contentLinks(snapshot, page).every((link) => !isEntryLink(snapshot, link))
  )
})

/** Main text without the title that stands above it, so that a heading alone is no content. */
function withoutHeading(snapshot: Snapshot, page: Page): string {
  const titles = titlesOf(snapshot, page)
    .map((title) => foldText(title).replace(/\s+/gu, ''))
    .filter((title) => title !== '')
  return titles.reduce(withoutTitle, compactText(snapshot, page)).replace(furniture, '')
}

/** A title that ends a sentence is part of what is told. */
function withoutTitle(text: string, title: string): string {
  const at = text.indexOf(title)
  const end = at + title.length
  return at < 0 || text[end] === '。' ? text : text.slice(0, at) + text.slice(end)
}

/** Dates, counters and buttons that stand on every page. */
const furniture =
  /((最後|資料)?(更新|發布|發佈|上版|上架|建檔|修改|異動)(日期|時間)[::]?[\d/.:年月日-]*|(累計|網站|資料)?(瀏覽|點閱|點擊)(人次|次數|人數|數)[::]?[\d,]*|友善列印|回上一?頁|回首頁|分享至?(facebook|line|twitter)|:::)/giu

/** Labels of the entries in normal form. */
export function entryLabels(content: PageContent): string[] {
  return content.entries.map((link) => normaliseLabel(link.text))
}
