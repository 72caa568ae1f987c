import type { CheckDetail } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { DisclosureTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { elementEvidence } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../labels.ts'
import { contentLinks } from '../page-reading.ts'
import { pageVerdictDetail } from '../page-verdict-detail.ts'
import { onlyScriptedPages, pagesWithUnseenLinks } from '../seen-page.ts'
import { collectTexts, hostIn, type LinkText } from './titles/collect-texts.ts'
import { judgeText } from './titles/judge-text.ts'
import { SiteNames } from './titles/page-names.ts'
import { bigramsOf, likeness } from './titles/similar.ts'

const messages = {
  differs: '連結文字「{text}」與所連結之網頁「{title}」不符，共 {pages} 頁使用，請人工確認。',
  'leads-home': '連結文字「{text}」連結至首頁，共 {pages} 頁使用，請人工確認是否連結錯誤。',
  swapped: '連結文字「{text}」連結至「{title}」，而同頁「{title}」連結至「{text}」，二者互換，共 {pages} 頁使用。',
  'other-year': '連結文字「{text}」連結至不同年度之「{title}」，共 {pages} 頁使用。',
  'other-host': '連結文字所載網址「{text}」與實際連結之網址「{url}」不同，共 {pages} 頁使用。',
} as const

type MessageId = keyof typeof messages
type Verdict = MessageId | 'agrees' | 'unclear' | 'generic' | 'untold'
const violations: ReadonlySet<Verdict> = new Set(['swapped', 'other-year', 'other-host'])
const findable: ReadonlySet<Verdict> = new Set(Object.keys(messages) as MessageId[])

const mostPages = 0.6
/** So alike is a text to the title of one of the lines of Article 7 that it is that title. */
const wordsOfTheLaw = 0.6

interface Judged {
  text: LinkText
  verdict: Verdict
  title: string
}

/** Does the text of a link tell where it leads? Sources: 003:235 (資訊標題應與內容一致), 001:86, 002:29; facts 6.2. */
export default defineCheck({
  id: 'links/title-matches-target',
  version: 3,
  question: '連結文字是否與所連結之網頁標題及內容相符？',
  needs: [],
  measures: {
    agreeing: { title: '文字與所連結網頁相符之連結', unit: 'link' },
    differing: { title: '文字與所連結網頁不符之連結', unit: 'link' },
    generic: { title: '文字未說明去處之連結（如「更多」）', unit: 'link' },
    untold: { title: '沒有文字之連結', unit: 'link' },
  },
  messages,
  run(snapshot, context: CheckContext): Answer<'agreeing' | 'differing' | 'generic' | 'untold', MessageId> {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    const judged = judgeAll(snapshot, context)
    const count = (...wanted: Verdict[]) => judged.filter(({ verdict }) => wanted.includes(verdict)).length
    const [generic, untold] = [count('generic'), count('untold')]
    const unseen = pagesWithUnseenLinks(snapshot).length
    const outOf = judged.length - generic - untold + unseen
    if (outOf === 0) return { status: 'not-applicable', reason: '未見文字可與所連結網頁比對之內部連結。' }
    const others = snapshot.pages().filter(({ refreshUrl }) => refreshUrl === null).length - unseen
    if (others === 0) return { status: 'undetermined', reason: onlyScriptedPages }
    const [agreeing, differing] = [count('agrees'), count('swapped', 'other-year', 'other-host')]
    const unknown = outOf - agreeing - differing
    return {
      status: 'done',
      measures: {
        agreeing: { value: agreeing, unknown, outOf },
        differing: { value: differing, unknown, outOf },
        generic: { value: generic, basis: [] },
        untold: { value: untold, basis: [] },
      },
      findings: judged.filter(({ verdict }) => findable.has(verdict)).map((one) => finding(snapshot, one)),
      detail: detailOf(snapshot, judged),
    }
  },
})

/** Pages in whose content such a link stands; one in a menu is the site's. */
function detailOf(snapshot: Snapshot, judged: readonly Judged[]): CheckDetail {
  const standing = new Map<number, ReadonlySet<string>>()
  const standsOn = (page: Page, { link }: LinkText): boolean => {
    const texts = standing.get(page.id) ?? new Set(contentLinks(snapshot, page).map(nameOf))
    standing.set(page.id, texts)
    return texts.has(nameOf(link))
  }
  const placed = judged
    .filter(({ verdict }) => findable.has(verdict))
    .flatMap(({ text, verdict }) => {
      const carriers = [...text.pageIds].map((id) => snapshot.page(id))
      return carriers.filter((page) => standsOn(page, text)).map((page) => ({ page, verdict }))
    })
  const on = (isProven: boolean) => placed.filter(({ verdict }) => violations.has(verdict) === isProven)
  return pageVerdictDetail(
    on(true).map(({ page }) => page),
    on(false).map(({ page }) => page),
  )
}

function nameOf({ target, text }: Link): string {
  return `${target} ${text}`
}

function judgeAll(snapshot: Snapshot, { terms, agency }: CheckContext): Judged[] {
  const home = snapshot.homePage()
  const siteName = agency.name ?? home?.title ?? ''
  const { length: pages } = snapshot.pages()
  const names = new SiteNames(snapshot, siteName)
  const texts = collectTexts(snapshot, terms.links)
  const byLabel = groupBy(texts, ({ label }) => label)
  const verdicts = new Map<LinkText, Verdict>()
  // Page by page, so that the text of each is read once and few are kept.
  for (const alike of groupBy(texts, ({ page }) => page?.id ?? 'none').values())
    for (const text of alike) verdicts.set(text, judgeOne(text, { home, siteName, names, terms, pages }))
  return texts.map((text): Judged => {
    const title = titleOf(text.page, names)
    const verdict = verdicts.get(text) ?? 'unclear'
    if (verdict !== 'differs') return { text, verdict, title }
    return { text, title, verdict: isSwapped(text, title, { byLabel, names }) ? 'swapped' : 'differs' }
  })
}

interface Known {
  home: Page | null
  siteName: string
  /** How many pages the site has. */
  pages: number
  names: SiteNames
  terms: CheckContext['terms']
}

function judgeOne(text: LinkText, { home, siteName, names, terms, pages }: Known): Verdict {
  const { label, written, link, page, pageIds } = text
  if (label === '') return 'untold'
  const host = hostIn(written)
  if (host !== null) return link.url !== null && isSameHost(host, link.url) ? 'agrees' : 'other-host'
  if (matchesAny(label, terms.linkTexts.generic)) return 'generic'
  if (page === null) return 'generic'
  // What most pages lead home with is the site's logo.
  if (page === home && pageIds.size > 3 && pageIds.size > pages * mostPages) return 'agrees'
  if (page === home) return judgeHome(label, `${siteName} ${home.title ?? ''}`, terms.linkTexts.home)
  // 「回首頁」 may lead to the front page of a part of the site.
  if (matchesAny(label, terms.linkTexts.home)) return 'unclear'
  const known = names.of(page)
  if (known === null) return 'unclear'
  if (isSameLine(label, known.names, terms.disclosure)) return 'agrees'
  return judgeText(label, known, terms.linkTexts.same)
}

/** Sections link with the words of the law, 「政府機關之組織、職掌、地址…」; the page is called by its agency's own. */
function isSameLine(label: string, names: readonly string[], { items }: DisclosureTerms): boolean {
  const pairs = bigramsOf(label)
  return Object.values(items).some(
    (words) =>
      likeness(pairs, bigramsOf(normaliseLabel(words.title))) >= wordsOfTheLaw &&
      names.some((name) => isLabelOf(name, words)),
  )
}

/** Logos and ways back name the site in many ways: two characters of its name in common are enough. */
function judgeHome(label: string, siteNames: string, homeTexts: readonly string[]): Verdict {
  if (matchesAny(label, homeTexts)) return 'agrees'
  const name = normaliseLabel(siteNames)
  const pairs = [...label].slice(1).map((character, index) => `${label[index]}${character}`)
  return pairs.some((pair) => /\p{L}{2}/u.test(pair) && name.includes(pair)) ? 'agrees' : 'leads-home'
}

function isSameHost(host: string, url: string): boolean {
  const [one, other] = [host.replace(/^www\./, ''), new URL(url).hostname.replace(/^www\./, '')]
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

/** Another link of the same page bears the name of the page this one leads to, and leads to the page of this one's name. */
function isSwapped(text: LinkText, title: string, { byLabel, names }: Labels): boolean {
  const beside = (byLabel.get(title) ?? []).filter((other) => [...other.pageIds].some((id) => text.pageIds.has(id)))
  return title.length > 1 && beside.some(({ page }) => page !== text.page && titleOf(page, names) === text.label)
}

interface Labels {
  byLabel: ReadonlyMap<string, LinkText[]>
  names: SiteNames
}

/** What the page calls itself first, in normal form. */
function titleOf(page: Page | null, names: SiteNames): string {
  return page === null ? '' : (names.namesOf(page)?.[0] ?? normaliseLabel(page.title ?? ''))
}

function finding(snapshot: Snapshot, { text, verdict, title }: Judged): DraftFinding<MessageId> {
  const { link, page, pageIds, written } = text
  const target: Evidence[] = page === null ? [] : [{ kind: 'resource', resourceId: page.resourceId }]
  const values = { text: foldText(written), title, url: link.url ?? link.href, pages: pageIds.size }
  return {
    key: [link.target ?? link.href, text.label],
    messageId: verdict as MessageId,
    values,
    verdict: violations.has(verdict) ? 'violates' : 'needs-review',
    url: snapshot.page(link.pageId).url,
    pages: pageIds.size,
    evidence: [elementEvidence(snapshot, link), ...target],
  }
}
