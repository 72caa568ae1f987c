import { Parser } from 'htmlparser2'
import { type Collector, type OpenElement, TagCounts } from './element.ts'
import { regionOf } from './regions.ts'

/** Elements whose content is no part of the page as it is shown (`noscript`: scripts are on; `iframe`: frames are). */
const ignored: ReadonlySet<string> = new Set(
  'script style template noscript iframe noembed noframes xmp plaintext datalist'.split(' '),
)

/** Levels after which a page is read no further: the parser's work grows with the depth, and browsers stop at 512. */
const mostLevels = 12_000

/** Walks the markup once and tells every collector in turn. Nothing throws, whatever the markup. */
export function walkHtml(html: string, collectors: readonly Collector[]): void {
  const walk = new Walk(html.length, collectors)
  const parser: Parser = new Parser({
    onopentag: (tag, attributes) => {
      walk.open(tag, attributes, parser.startIndex)
      if (walk.depth >= mostLevels) parser.pause()
    },
    ontext: (text) => walk.text(text, parser.startIndex),
    onclosetag: (tag, isImplied) =>
      walk.close(tag, isImplied ? parser.startIndex : parser.endIndex + 1, parser.endIndex),
  })
  parser.end(html)
  walk.closeAll(parser.endIndex + 1)
}

class Walk {
  readonly #length
  readonly #collectors
  readonly #readers
  readonly #stylers
  /** By tag: who is told of its elements. */
  readonly #told = new Map<string, Told>()
  #current: OpenElement = rootElement()

  constructor(length: number, collectors: readonly Collector[]) {
    this.#length = length
    this.#collectors = collectors
    this.#readers = collectors.filter((collector) => collector.text !== undefined)
    this.#stylers = collectors.filter((collector) => collector.style !== undefined)
  }

  get depth(): number {
    return this.#current.depth
  }

  open(tag: string, attributes: Record<string, string>, start: number): void {
    const parent = this.#current
    const isBare = isEmpty(attributes)
    const element: OpenElement = {
      tag,
      attributes,
      isBare,
      parent,
      start,
      position: countChild(parent, tag),
      depth: parent.depth + 1,
      region: parent.region,
      isLandmark: parent.isLandmark,
      isIgnored: parent.isIgnored || ignored.has(parent.tag),
      hiddenLevel: parent.hiddenLevel + (!isBare && isHidden(attributes) ? 1 : 0),
      childCounts: null,
    }
    this.#current = element
    if (element.isIgnored) return
    regionOf(element)
    for (const collector of this.#toldOf(tag).openers) collector.open?.(element)
  }

  text(text: string, start: number): void {
    const parent = this.#current
    if (parent.isIgnored) return
    if (parent.tag === 'style') for (const collector of this.#stylers) collector.style?.(text, start, parent)
    if (ignored.has(parent.tag)) return
    for (const collector of this.#readers) collector.text?.(text, start, parent)
  }

  /** `tagEnd` is the inclusive end of the tag itself, which is where an element without content ends. */
  close(tag: string, end: number, tagEnd: number): void {
    const element = this.#current
    // An open tag that the end of the input cut off is closed without ever having been opened.
    if (element.parent === null || element.tag !== tag) return
    this.#current = element.parent
    if (element.isIgnored) return
    const exclusive = Math.min(end > element.start ? end : tagEnd + 1, this.#length)
    for (const collector of this.#toldOf(tag).closers) collector.close?.(element, exclusive)
  }

  #toldOf(tag: string): Told {
    const known = this.#told.get(tag)
    if (known !== undefined) return known
    const interested = this.#collectors.filter(({ tags }) => tags === undefined || tags.has(tag))
    const openers = interested.filter((collector) => collector.open !== undefined)
    const closers = interested.filter((collector) => collector.close !== undefined)
    const told = { openers, closers }
    this.#told.set(tag, told)
    return told
  }

  /** Closes what a reading that was broken off left open. */
  closeAll(end: number): void {
    while (this.#current.parent !== null) this.close(this.#current.tag, end, end - 1)
  }
}

/** Who wants to know when an element opens and closes. */
interface Told {
  openers: readonly Collector[]
  closers: readonly Collector[]
}

function isEmpty(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) if (name !== '') return false
  return true
}

/** Stands above everything, so that text and elements outside of `<html>` have a parent too. */
function rootElement(): OpenElement {
  const place = { start: 0, position: 1, depth: -1, region: 'other' as const, isLandmark: false }
  return {
    tag: '',
    attributes: {},
    isBare: true,
    parent: null,
    ...place,
    isIgnored: false,
    hiddenLevel: 0,
    childCounts: null,
  }
}

function countChild(parent: OpenElement, tag: string): number {
  parent.childCounts ??= new TagCounts(tag)
  return parent.childCounts.add(tag)
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined) return true
  const style = attributes['style']
  return style !== undefined && /display\s*:\s*none/i.test(style)
}
