import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { pageVerdictDetail } from '../page-verdict-detail.ts'
import { isReadable } from '../seen-page.ts'
import { isEmptyPage } from './errors/empty-pages.ts'
import { type FaultKind, faultsOf, type PageFault } from './errors/find-faults.ts'
import { strangersOf } from './errors/publishers.ts'

const messages = {
  clean: '已查核{pages}個網頁之標題、選單及內文，未見亂碼、測試內容、範本文字等明顯錯誤。',
  replacement: '出現無法顯示之字元（�）：「{quote}」，共 {pages} 頁。',
  garbled: '出現亂碼：「{quote}」，共 {pages} 頁。',
  filler: '出現填充或程式文字：「{quote}」，共 {pages} 頁。',
  placeholder: '出現範本遺留文字：「{quote}」，共 {pages} 頁。',
  test: '測試內容：「{quote}」，共 {pages} 頁。',
  'under-construction': '網頁僅載明「{quote}」，共 {pages} 頁。',
  empty: '網頁沒有內容，共 {pages} 頁，例如：{url}。',
  'maybe-empty': '網頁原始碼沒有內容，可能由程式填入，共 {pages} 頁，請人工確認：{url}。',
  'another-agency': '網頁標示之發布機關或著作權人「{name}」與本網站機關名稱不同，共 {pages} 頁，請人工確認。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

const mostEvidence = 5

/** Are pages free of evident errors: garbled text, fillers, tests, left-overs of a template, emptiness? Sources: 003:223-226, 001:86, 002:29. */
export default defineCheck({
  id: 'content/no-evident-errors',
  version: 4,
  question: '網頁內容有無亂碼、測試內容、範本文字、空白網頁等明顯錯誤？',
  needs: [],
  measures: {
    sound: { title: '未見明顯錯誤之網頁', unit: 'page' },
    faults: { title: '明顯錯誤', unit: 'fault' },
  },
  messages,
  run(snapshot, context: CheckContext): Answer<'sound' | 'faults', MessageId> {
    const pages = snapshot.pages().filter((page) => page.refreshUrl === null)
    const read = pages.filter((page) => isReadable(snapshot, page))
    if (read.length === 0) return { status: 'undetermined', reason: '未取得可判讀之網頁，無法判定。' }
    const { errors } = context.terms.content
    const faults = new FaultGroups(snapshot)
    for (const page of read) for (const fault of faultsOf(snapshot, page, errors)) faults.add(page, fault)
    const [empty, maybeEmpty] = emptyPages(snapshot, read)
    const proven = [...faults.findings(), ...pageFinding(empty, 'empty')]
    const names = [context.agency.name, snapshot.homePage()?.title].filter((name) => typeof name === 'string')
    const strangers = strangersOf(snapshot, names, errors)
    const asked = [...pageFinding(maybeEmpty, 'maybe-empty'), ...strangers.map(strangerFinding)]
    const faulty = new Set([...faults.pages(), ...empty])
    const doubtful = new Set(
      [...maybeEmpty, ...strangers.flatMap((one) => one.pages)].filter((page) => !faulty.has(page)),
    )
    const unread = pages.length - read.length
    const findings = proven.length + asked.length === 0 ? [clean(snapshot, read)] : [...proven, ...asked]
    return {
      status: 'done',
      measures: {
        sound: {
          value: read.length - faulty.size - doubtful.size,
          unknown: doubtful.size + unread,
          outOf: pages.length,
        },
        faults: { value: proven.length, unknown: asked.length + unread },
      },
      findings,
      detail: pageVerdictDetail(faulty, doubtful),
    }
  },
})

/** Words named of one fault. */
const mostQuotes = 3

interface FaultGroup {
  fault: PageFault
  quotes: Set<string>
  pages: Set<Page>
  evidence: Evidence[]
}

/** The same words on many pages are one fault, and so are those that differ by a number alone (「節點1」, 「節點2」). */
class FaultGroups {
  readonly #snapshot: Snapshot
  readonly #groups = new Map<string, FaultGroup>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  add(page: Page, fault: PageFault): void {
    const key = `${fault.kind} ${unnumbered(fault)}`
    const group = this.#groups.get(key) ?? { fault, quotes: new Set(), pages: new Set(), evidence: [] }
    this.#groups.set(key, group)
    group.quotes.add(fault.quote)
    group.pages.add(page)
    if (group.evidence.length < mostEvidence) group.evidence.push(fault.evidence)
  }

  /** Pages with a fault of their own: what stands in a menu is the site's. */
  pages(): Page[] {
    return [...this.#groups.values()].flatMap(({ fault, pages }) => (fault.isOwn ? [...pages] : []))
  }

  findings(): Draft[] {
    return [...this.#groups.values()].map(({ fault, quotes, pages, evidence }) => {
      const [first] = pages
      const values = { quote: [...quotes].slice(0, mostQuotes).join('」、「'), pages: pages.size }
      const url = first?.url ?? this.#snapshot.run.start
      const verdict: Verdict = 'violates'
      const messageId: FaultKind = fault.kind
      return {
        key: [fault.kind, unnumbered(fault)],
        messageId,
        values,
        verdict,
        url,
        pages: pages.size,
        evidence: atLeastOne(evidence),
      }
    })
  }
}

function unnumbered({ kind, quote }: PageFault): string {
  const said = quote.toLowerCase()
  return kind === 'placeholder' ? said.replace(/\d+|[一二三四五六七八九十]+/gu, '#') : said
}

function emptyPages(snapshot: Snapshot, pages: readonly Page[]): [Page[], Page[]] {
  const judged = pages.map((page) => ({ page, empty: isEmptyPage(snapshot, page) }))
  const of = (wanted: boolean | null) => judged.filter(({ empty }) => empty === wanted).map(({ page }) => page)
  return [of(true), of(null)]
}

function pageFinding(pages: readonly Page[], messageId: 'empty' | 'maybe-empty'): Draft[] {
  const [first] = pages
  if (first === undefined) return []
  const evidence = pages.slice(0, mostEvidence).map(({ resourceId }) => ({ kind: 'resource', resourceId }) as const)
  const values = { pages: pages.length, url: first.url }
  const verdict: Verdict = messageId === 'empty' ? 'violates' : 'needs-review'
  return [
    {
      key: [messageId],
      messageId,
      values,
      verdict,
      url: first.url,
      pages: pages.length,
      evidence: atLeastOne(evidence),
    },
  ]
}

function strangerFinding({ name, pages, evidence }: ReturnType<typeof strangersOf>[number]): Draft {
  const head = { key: ['another-agency', name], messageId: 'another-agency', verdict: 'needs-review' } as const
  const url = pages[0]?.url ?? ''
  return { ...head, values: { name, pages: pages.length }, url, pages: pages.length, evidence: atLeastOne(evidence) }
}

function clean(snapshot: Snapshot, pages: readonly Page[]): Draft {
  const pageIds = pages.slice(0, 200).map(({ id }) => id)
  const evidence = [{ kind: 'absence', lookedFor: '亂碼、測試內容、範本文字、空白網頁', pageIds }] as const
  const url = pages[0]?.url ?? snapshot.run.start
  return {
    key: ['clean'],
    messageId: 'clean',
    values: { pages: pages.length },
    verdict: 'conforms',
    url,
    pages: pages.length,
    evidence,
  }
}
