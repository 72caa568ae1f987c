import { parseSrcset } from 'srcset'
import type { LinkKind } from '../../store/model/link.ts'
import type { ExtractedLink } from '../../store/snapshot/extracted-page.ts'
import type { Addresses } from './addresses.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'
import type { PageText } from './page-text.ts'
import type { Selectors } from './selector.ts'

/** Longest text kept of a link, in UTF-16 code units. */
const longestText = 1000

interface Reference {
  kind: LinkKind
  href: string
  text: string
  element: OpenElement
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

  close(element: OpenElement, end: number): void {
    if (element === this.#link?.element) this.#closeLink(this.#link, end)
    for (const [kind, href] of referencesOf(element)) {
      this.#references.push({ kind, href, text: labelOf(element), element, end })
    }
  }

  #closeLink({ element, mark, alts }: OpenLink, end: number): void {
    this.#link = null
    const shown = this.#text.since(mark, element.hiddenLevel, longestText)
    const text = shown || foldSpace(alts.join(' ')).slice(0, longestText) || labelOf(element)
    this.#references.push({ kind: 'hyperlink', href: element.attributes['href'] ?? '', text, element, end })
  }

  /** In order of the source. */
  list(addresses: Addresses, selectors: Selectors): ExtractedLink[] {
    return this.#references
      .map(({ kind, href, text, element, end }) => {
        const place = { selector: selectors.pathTo(element), region: element.region, start: element.start, end }
        return { kind, href, ...addresses.resolve(href), text, ...place }
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

function labelOf({ attributes }: OpenElement): string {
  const labels = [attributes['alt'], attributes['aria-label'], attributes['title']]
  return labels.map((label) => foldSpace((label ?? '').slice(0, longestText))).find((label) => label !== '') ?? ''
}

type Referrer = (attributes: Readonly<Record<string, string>>) => (readonly [LinkKind, string | undefined])[]

/** What each element refers to. A frame's or image's empty address asks for nothing. */
const referrers: Readonly<Record<string, Referrer>> = {
  area: ({ href }) => [['hyperlink', href]],
  link: (attributes) => linkedBy(attributes),
  script: ({ src }) => [['script', src || undefined]],
  img: ({ src, srcset }) => [['image', src || undefined], ...candidates(srcset)],
  source: ({ srcset }) => candidates(srcset),
  input: ({ type, src }) => (type?.toLowerCase() === 'image' ? [['image', src || undefined]] : []),
  iframe: ({ src }) => [['frame', src || undefined]],
  frame: ({ src }) => [['frame', src || undefined]],
  embed: ({ src }) => [['frame', src || undefined]],
  object: ({ data }) => [['frame', data || undefined]],
  form: ({ action }) => [['form', action]],
  meta: (attributes) => [['hyperlink', refreshTarget(attributes)]],
}

function referencesOf({ tag, attributes }: OpenElement): [LinkKind, string][] {
  const references = Object.hasOwn(referrers, tag) ? (referrers[tag]?.(attributes) ?? []) : []
  return references.flatMap(([kind, href]): [LinkKind, string][] => (href === undefined ? [] : [[kind, href]]))
}

function linkedBy({ rel, href }: Readonly<Record<string, string>>): [LinkKind, string | undefined][] {
  const words = (rel ?? '').toLowerCase().split(/\s+/)
  if (words.includes('stylesheet')) return [['style', href || undefined]]
  return words.some((word) => word === 'icon' || word === 'apple-touch-icon') ? [['image', href || undefined]] : []
}

function candidates(srcset: string | undefined): ['image', string][] {
  if (srcset === undefined || srcset.length > 20_000) return []
  return parseSrcset(srcset).map(({ url }) => ['image', url])
}

/** Where `<meta http-equiv="refresh">` sends the reader: on many sites the only way on from the start page. */
function refreshTarget(attributes: Readonly<Record<string, string>>): string | undefined {
  if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return undefined
  const content = foldSpace((attributes['content'] ?? '').slice(0, 3000))
  return /^[\d.]* ?[;,]? ?url ?= ?["']?([^"']+)/i.exec(content)?.[1]?.trim()
}
