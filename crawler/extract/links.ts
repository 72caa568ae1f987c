import type { LinkKind } from '../../store/model/link.ts'
import type { ExtractedLink } from '../../store/snapshot/extracted-page.ts'
import type { Addresses } from './addresses.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'
import type { PageText } from './page-text.ts'
import { referencesOf } from './references.ts'
import type { Selectors } from './selector.ts'
import { styleUrls } from './style-urls.ts'

/** Longest text kept of a link, in UTF-16 code units. */
const longestText = 1000

interface Reference {
  kind: LinkKind
  href: string
  text: string
  element: OpenElement
  start: number
  end: number
}

/** A hyperlink whose end has not come yet. */
interface OpenLink {
  element: OpenElement
  mark: number
  alts: string[]
}

/** Collects every reference a page makes: what is followed, shown, run, framed and sent to. */
export class Links implements Collector {
  readonly #text
  readonly #references: Reference[] = []
  #link: OpenLink | null = null
  #style: { element: OpenElement; text: string; start: number } | null = null

  constructor(text: PageText) {
    this.#text = text
  }

  open(element: OpenElement): void {
    const { tag, attributes } = element
    if (tag === 'a' && attributes['href'] !== undefined) {
      // Links do not nest: one that was left open ends where the next begins.
      if (this.#link !== null) this.#closeLink(this.#link, element.start)
      this.#link = { element, mark: this.#text.mark(), alts: [] }
      return
    }
    const alt = tag === 'img' || tag === 'svg' ? (attributes['alt'] ?? attributes['aria-label']) : undefined
    if (alt !== undefined) this.#link?.alts.push(alt)
  }

  style(text: string, start: number, element: OpenElement): void {
    if (this.#style?.element === element) this.#style.text += text
    else this.#style = { element, text, start }
  }

  close(element: OpenElement, end: number): void {
    if (element === this.#link?.element) this.#closeLink(this.#link, end)
    if (element === this.#style?.element) this.#closeStyle(this.#style)
    for (const [kind, href] of referencesOf(element)) {
      this.#references.push({ kind, href, text: labelOf(element), element, start: element.start, end })
    }
  }

  #closeStyle({ element, text, start: from }: { element: OpenElement; text: string; start: number }): void {
    this.#style = null
    for (const { kind, href, start, end } of styleUrls(text)) {
      const place = { text: '', element, start: from + start, end: from + end }
      this.#references.push({ kind: kind === 'style' ? 'style' : 'styled', href, ...place })
    }
  }

  #closeLink({ element, mark, alts }: OpenLink, end: number): void {
    this.#link = null
    const shown = this.#text.since(mark, element.hiddenLevel, longestText)
    const text = shown || foldSpace(alts.join(' ')).slice(0, longestText) || labelOf(element)
    const href = element.attributes['href'] ?? ''
    this.#references.push({ kind: 'hyperlink', href, text, element, start: element.start, end })
  }

  /** In order of the source. */
  list(addresses: Addresses, selectors: Selectors): ExtractedLink[] {
    const links = this.#references.map(({ kind, href, text, element, start, end }) => {
      const { url, target } = addresses.resolve(href)
      return { kind, href, url, target, text, selector: selectors.pathTo(element), region: element.region, start, end }
    })
    // A guess that leads nowhere was none.
    const sure = links.filter(({ kind, target }) => target !== null || (kind !== 'scripted' && kind !== 'styled'))
    return sure.sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

function labelOf({ attributes }: OpenElement): string {
  const labels = [attributes['alt'], attributes['aria-label'], attributes['title']]
  return labels.map((label) => foldSpace((label ?? '').slice(0, longestText))).find((label) => label !== '') ?? ''
}
