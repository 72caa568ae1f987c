import type { Page } from '../../../store/model/page.ts'
import { Recent } from '../../../store/recent.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, inOneSpelling, normaliseLabel } from '../../labels.ts'
import { compactText } from '../../page-reading.ts'
import { isReadable, titlesOf } from '../../seen-page.ts'
import { bigramsOf } from './similar.ts'

/** What a page calls itself, and says. */
export interface PageNames {
  /** Title without the site's name, headings, in normal form; empty when it says nothing of itself. */
  names: readonly string[]
  text: string
  /** Of the text. */
  bigrams: ReadonlySet<string>
}

/** Texts kept at once, with their bigrams: ten times as large. */
const mostTexts = 32

/** What stands in the titles of so many pages is the site's name, or its template's. */
const shareEverywhere = 0.4
const fewestPages = 5
/** Characters of the text that tell what a page is about. */
const longestText = 4000
const longestName = 120

/** Names of the pages of a site, each read once. */
export class SiteNames {
  readonly #snapshot: Snapshot
  readonly #siteName: string
  readonly #everywhere: ReadonlySet<string>
  readonly #names = new Map<number, readonly string[] | null>()
  readonly #texts = new Recent<number, Omit<PageNames, 'names'>>(mostTexts)

  constructor(snapshot: Snapshot, siteName: string) {
    this.#snapshot = snapshot
    this.#siteName = normaliseLabel(siteName)
    this.#everywhere = partsEverywhere(snapshot)
  }

  /** `null` when what the page shows is not known. */
  of(page: Page): PageNames | null {
    const names = this.namesOf(page)
    return names === null ? null : { names, ...this.#texts.get(page.id, () => this.#textOf(page)) }
  }

  /** Only its names; `null` as `of`. */
  namesOf(page: Page): readonly string[] | null {
    const known = this.#names.get(page.id)
    if (known !== undefined) return known
    const names = isReadable(this.#snapshot, page) ? this.#read(page) : null
    this.#names.set(page.id, names)
    return names
  }

  /** What to call the page where people read it: its first heading, else the part of its title, that is not the site's name. */
  shownNameOf(page: Page): string {
    const title = page.title ?? ''
    const written = [...titlesOf(this.#snapshot, page), ...splitTitle(title), title].map(foldText)
    return written.find((name) => name.length > 1 && !this.#isSiteName(normaliseLabel(name))) ?? page.url
  }

  #textOf(page: Page): Omit<PageNames, 'names'> {
    const text = inOneSpelling(compactText(this.#snapshot, page).slice(0, longestText).toLowerCase())
    return { text, bigrams: bigramsOf(text) }
  }

  #read(page: Page): string[] {
    const titles = titleParts(page.title ?? '').filter((part) => !this.#isSiteName(part))
    const headings = titlesOf(this.#snapshot, page)
      .map((heading) => normaliseLabel(heading.slice(0, longestName)))
      .filter((heading) => heading.length > 1 && !this.#isSiteName(heading))
    return [...new Set([...headings, ...titles])]
  }

  #isSiteName(part: string): boolean {
    return part === this.#siteName || this.#everywhere.has(part)
  }
}

/** The parts of a title between the signs that templates put between the page's name and the site's, in normal form. */
function titleParts(title: string): string[] {
  return [...new Set([title, ...splitTitle(title)].map(normaliseLabel))].filter((part) => part.length > 1)
}

function splitTitle(title: string): string[] {
  return title.slice(0, longestName * 2).split(/\s[-–—|:»>]\s|[｜|＞»:：_]|[-–—－]{1,2}|>/u)
}

function partsEverywhere(snapshot: Snapshot): Set<string> {
  const counts = new Map<string, number>()
  const pages = snapshot.pages()
  for (const page of pages) {
    const headings = titlesOf(snapshot, page).map((heading) => normaliseLabel(heading.slice(0, longestName)))
    for (const part of new Set([...titleParts(page.title ?? ''), ...headings]))
      counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const most = Math.max(fewestPages, pages.length * shareEverywhere)
  return new Set([...counts].filter(([, count]) => count >= most).map(([part]) => part))
}
