import type { Heading, MetaTag } from '../../store/model/page.ts'
import type { Addresses } from './addresses.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'
import type { PageText } from './page-text.ts'

const headTags: ReadonlySet<string> = new Set(['html', 'base', 'title', 'meta'])
const headingTags: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'img'])

/** Collects what a page says of itself: language, title, meta elements; and hands `<base>` to the addresses. */
export class PageHead implements Collector {
  readonly tags = headTags
  readonly #addresses
  language: string | null = null
  readonly metaTags: Omit<MetaTag, 'pageId'>[] = []
  #title: { element: OpenElement; text: string } | null = null

  constructor(addresses: Addresses) {
    this.#addresses = addresses
  }

  /** Folded text of the first `<title>`; `null` when there is none. */
  get title(): string | null {
    return this.#title === null ? null : foldSpace(this.#title.text)
  }

  open(element: OpenElement): void {
    const { tag, attributes } = element
    if (tag === 'html') this.language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null
    else if (tag === 'base' && attributes['href'] !== undefined) this.#addresses.setBase(attributes['href'])
    // The title of an icon drawn in SVG is not the title of the page.
    else if (tag === 'title' && this.#title === null && element.parent?.tag !== 'svg')
      this.#title = { element, text: '' }
  }

  text(text: string, _start: number, parent: OpenElement): void {
    if (parent === this.#title?.element) this.#title.text += text
  }

  close({ tag, attributes, start }: OpenElement, end: number): void {
    const name = tag === 'meta' ? (attributes['name'] ?? attributes['property'] ?? attributes['http-equiv']) : undefined
    if (name !== undefined) this.metaTags.push({ name, content: attributes['content'] ?? '', start, end })
  }
}

const longestHeading = 500

/** Collects the headings of a page; one that says nothing but through its image says the image's alternative text. */
export class Headings implements Collector {
  readonly tags = headingTags
  readonly #text
  readonly #open: { element: OpenElement; mark: number; alts: string[] }[] = []
  readonly #headings: Omit<Heading, 'pageId'>[] = []

  constructor(text: PageText) {
    this.#text = text
  }

  open(element: OpenElement): void {
    if (element.tag === 'img') this.#open.at(-1)?.alts.push(element.attributes['alt'] ?? '')
    else this.#open.push({ element, mark: this.#text.mark(), alts: [] })
  }

  close(element: OpenElement): void {
    const heading = this.#open.at(-1)
    if (heading?.element !== element) return
    this.#open.pop()
    const shown = this.#text.since(heading.mark, element.hiddenLevel, longestHeading)
    const text = shown || foldSpace(heading.alts.join(' ')).slice(0, longestHeading)
    this.#headings.push({ level: Number(element.tag.slice(1)), text, start: element.start })
  }

  /** In order of the source. */
  list(): readonly Omit<Heading, 'pageId'>[] {
    return this.#headings.sort((a, b) => a.start - b.start)
  }
}
