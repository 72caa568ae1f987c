import type { Link } from '../../store/model/link.ts'
import type { Page, PageDate } from '../../store/model/page.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { FreshnessTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { findDates } from '../../store/written-dates.ts'
import { foldText, matchesAny } from '../labels.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { contentLinks } from '../page-reading.ts'
import { isReadable, mainTextOf } from '../seen-page.ts'

/** How a page says when its content was made: by a word for the update, for the publication, or row by row. */
type LabelledKind = 'updated' | 'published'
export type DateKind = LabelledKind | 'listed'

/** A date that tells when the content of a page was made. */
export interface ShownDate {
  kind: DateKind
  /** As written. */
  text: string
  label: string | null
  /** ISO date. */
  date: string
  pageId: number
  /** Offset in the served HTML; `null` when only a browser showed it. */
  start: number | null
}

/** What the pages of a snapshot show; three checks ask. */
export const shownDates = oncePerSnapshot(
  (snapshot: Snapshot, terms: FreshnessTerms): ShownDates => new ShownDates(snapshot, terms),
)

/** One string that most pages of the site show alike: it tells nothing of any of them. */
export interface TemplateDate {
  /** With its label. */
  text: string
  date: string
  pages: number
  /** True when it is the day of the run: a clock. */
  isClock: boolean
  /** Where it was seen first. */
  pageId: number
  start: number
}

/** On so many pages at least, and on so large a share of all, the same label and date are a template's. */
const fewestAlike = 4
const shareAlike = 0.5
/** Entries with a date of their own make a page a dated list; a date so near to a link, in the source, is that entry's. */
const fewestRows = 3
const nearLink = 300
/** So many different dates in footers are not those of a template. */
const fewestFooters = 3

type Seen = Omit<PageDate, 'start'> & { start: number | null }

/**
 * The dates pages show of themselves. Those with a word for it come first; what stands in menus, headers and footers, what most
 * pages show alike, and what lies in the future never counts. Source: facts 6.3, 9.
 */
export class ShownDates {
  readonly #snapshot: Snapshot
  readonly #words: FreshnessTerms['dateLabels']
  readonly #today: string
  readonly #templates: ReadonlyMap<string, TemplateDate>
  /** True when labelled dates in footers differ from page to page: then each is that of its page, whatever the block is called. */
  readonly #hasOwnFooters: boolean
  /** By the words for them: a site uses few. */
  readonly #kinds = new Map<string, LabelledKind | null>()

  constructor(snapshot: Snapshot, { dateLabels }: FreshnessTerms) {
    this.#snapshot = snapshot
    this.#words = dateLabels
    this.#today = taipeiDate(new Date(snapshot.run.startedAt))
    this.#templates = templateDates(snapshot, this.#today, (label) => this.#kindOf(label) !== null)
    const footers = snapshot.pages().flatMap((page) => datesIn(snapshot, page).filter((one) => this.#isOwnFooter(one)))
    this.#hasOwnFooters = new Set(footers.map(({ date }) => date)).size >= fewestFooters
  }

  /** Labelled dates that most pages show alike, the most frequent first. */
  templates(): readonly TemplateDate[] {
    return [...this.#templates.values()].sort((a, b) => b.pages - a.pages || (a.text < b.text ? -1 : 1))
  }

  /** The date that tells best when the content of a page was made; `null` when it shows none that does. */
  of(page: Page): ShownDate | null {
    const own = this.#ownDates(page)
    return this.#newest(own, 'updated') ?? this.#newest(own, 'published') ?? this.#listed(page, own)
  }

  /** True when the content names a date, though nothing says what it is the date of. */
  hasBareDate(page: Page): boolean {
    return this.#ownDates(page).length > 0
  }

  #newest(dates: readonly Seen[], kind: LabelledKind): ShownDate | null {
    const [newest] = dates.filter(({ label }) => this.#kindOf(label) === kind).sort(newestFirst)
    return newest === undefined ? null : { kind, ...placed(newest) }
  }

  /** A list that dates each of its entries tells by the newest of them. */
  #listed(page: Page, dates: readonly Seen[]): ShownDate | null {
    const links = contentLinks(this.#snapshot, page)
    const html = this.#snapshot.html(page)
    const rows = dates.filter((one) => one.label === null && isNear(one.start, links) && !isInRange(html, one))
    const [newest] = [...rows].sort(newestFirst)
    return rows.length < fewestRows || newest === undefined ? null : { kind: 'listed', ...placed(newest) }
  }

  #kindOf(label: string | null): LabelledKind | null {
    if (label === null) return null
    const known = this.#kinds.get(label)
    if (known !== undefined) return known
    const kind = this.#kindSaid(foldText(label).replace(/\s+/gu, ''))
    this.#kinds.set(label, kind)
    return kind
  }

  #kindSaid(said: string): LabelledKind | null {
    if (said === '') return null
    if (matchesAny(said, this.#words.updated)) return 'updated'
    return matchesAny(said, this.#words.published) ? 'published' : null
  }

  #ownDates(page: Page): readonly Seen[] {
    return datesIn(this.#snapshot, page).filter(
      (one) =>
        (isInContent(one) || (this.#hasOwnFooters && this.#isOwnFooter(one))) &&
        one.date <= this.#today &&
        !this.#templates.has(keyOf(one)),
    )
  }

  /** The foot of an article, in a block that is called one; that of the site says so by its element. */
  #isOwnFooter({ region, label, date, pageId, start }: Seen): boolean {
    if (region !== 'footer' || this.#kindOf(label) === null || date === this.#today || start === null) return false
    const html = this.#snapshot.html(this.#snapshot.page(pageId))
    return html.lastIndexOf('<footer', start) <= html.lastIndexOf('</footer', start)
  }
}

/** Of a page that only a browser showed, the text after scripts ran is read. */
function datesIn(snapshot: Snapshot, page: Page): readonly Seen[] {
  if (!page.isShell || page.renderedBody === null || !isReadable(snapshot, page)) return snapshot.dates(page.id)
  const found = findDates(mainTextOf(snapshot, page))
  const seen = found.map(({ text, date, label }) => ({ text, date, label, region: 'main' as const, start: null }))
  return seen.map((one) => ({ pageId: page.id, ...one }))
}

function isInContent({ region }: Seen): boolean {
  return region === 'main' || region === 'other'
}

function isNear(at: number | null, links: readonly Link[]): boolean {
  if (at === null) return links.length >= fewestRows
  return links.some(({ start, end }) => at > start - nearLink && at < end + nearLink)
}

const rangeSign = '(?:~|～|–|—|－|至|到|&ndash;|&mdash;|&#8211;|\\s-\\s)'
const rangeBehind = new RegExp(`^\\s*${rangeSign}`, 'u')
const rangeBefore = new RegExp(`${rangeSign}\\s*$`, 'u')

/** True for a day of an exhibition or event that lasts: it does not tell when its entry was made. */
function isInRange(html: string, { text, start }: Seen): boolean {
  if (start === null) return false
  const end = start + text.length
  return rangeBehind.test(html.slice(end, end + 12)) || rangeBefore.test(html.slice(Math.max(0, start - 12), start))
}

function newestFirst(a: Seen, b: Seen): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : (a.start ?? 0) - (b.start ?? 0)
}

function placed({ text, label, date, pageId, start }: Seen): Omit<ShownDate, 'kind'> {
  return { text, label, date, pageId, start }
}

function keyOf({ label, text }: Pick<PageDate, 'label' | 'text'>): string {
  return `${label ?? ''} ${text}`
}

function templateDates(
  snapshot: Snapshot,
  today: string,
  isTelling: (label: string | null) => boolean,
): Map<string, TemplateDate> {
  const pages = snapshot.pages()
  const seen = new Map<string, TemplateDate & { last: number }>()
  for (const page of pages) {
    for (const one of snapshot.dates(page.id)) {
      if (!isTelling(one.label)) continue
      const known = seen.get(keyOf(one))
      if (known?.last === page.id) continue
      if (known !== undefined) seen.set(keyOf(one), { ...known, pages: known.pages + 1, last: page.id })
      else seen.set(keyOf(one), { ...templateDate(one, today), last: page.id })
    }
  }
  const most = Math.max(fewestAlike, pages.length * shareAlike)
  return new Map([...seen].filter(([, one]) => one.pages >= most).map(([key, { last: _, ...one }]) => [key, one]))
}

function templateDate({ label, text, date, pageId, start }: PageDate, today: string): TemplateDate {
  return { text: `${label ?? ''}：${text}`, date, pages: 1, isClock: date === today, pageId, start }
}
