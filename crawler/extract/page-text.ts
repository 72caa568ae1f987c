import type { Region } from '../../store/model/page.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'

/** Elements that do not part the words around them. */
const inline: ReadonlySet<string> = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike
   strong sub sup time tt u var wbr`.split(/\s+/),
)
/** Elements whose text is not read in the page. */
const silent: ReadonlySet<string> = new Set(['title', 'textarea'])

/** One run of text as it stands in the source. */
interface Piece {
  text: string
  /** Offset in the decoded text of the page. */
  start: number
  region: Region
  /** True when a landmark gave the region, not the name of a class. */
  isLandmark: boolean
  hiddenLevel: number
}

/** The text of a page in order of the source, with a space wherever a block begins or ends. */
export class PageText implements Collector {
  readonly #pieces: Piece[] = []

  open(element: OpenElement): void {
    this.#separate(element)
  }

  text(text: string, start: number, parent: OpenElement): void {
    if (silent.has(parent.tag)) return
    const isBlank = text.trim() === ''
    if (isBlank && this.#pieces.at(-1)?.text === ' ') return
    const { region, isLandmark, hiddenLevel } = parent
    this.#pieces.push({ text: isBlank ? ' ' : text, start, region, isLandmark, hiddenLevel })
  }

  close(element: OpenElement): void {
    this.#separate(element)
  }

  #separate(element: OpenElement): void {
    if (inline.has(element.tag) || this.#pieces.at(-1)?.text === ' ') return
    const { start, region, isLandmark, hiddenLevel } = element
    this.#pieces.push({ text: ' ', start, region, isLandmark, hiddenLevel })
  }

  /** A place to which {@link since} can go back. */
  mark(): number {
    return this.#pieces.length
  }

  /**
   * Folded text since a mark, at most about `longest` characters of it. What is hidden deeper than `hiddenLevel` is left
   * out: a link in a closed menu has its text, a hidden word in an open link has none.
   */
  since(mark: number, hiddenLevel: number, longest: number): string {
    let text = ''
    const end = Math.min(this.#pieces.length, mark + longest)
    for (let at = mark; at < end && text.length < longest; at += 1) {
      const piece = this.#pieces[at]
      if (piece !== undefined && piece.hiddenLevel <= hiddenLevel) text += piece.text
    }
    return foldSpace(text.length > longest ? text.slice(0, longest) : text)
  }

  /** Pieces that are shown, in order. */
  shown(): readonly Readonly<Piece>[] {
    return this.#pieces.filter((piece) => piece.hiddenLevel === 0)
  }
}

/**
 * Folded text of the main region: what `<main>` or its role marks, else what the usual names mark, else the whole page.
 * A region in which nothing but a guide brick (`:::`) stands does not count.
 */
export function mainTextOf(pieces: readonly Readonly<Piece>[]): string {
  const named = pieces.filter((piece) => piece.region === 'main')
  const marked = joinFolded(named.filter((piece) => piece.isLandmark))
  if (saysSomething(marked)) return marked
  const main = joinFolded(named)
  return saysSomething(main) ? main : joinFolded(pieces)
}

function saysSomething(text: string): boolean {
  return /[^:：\s]/.test(text)
}

/** Folded text of the pieces. */
export function joinFolded(pieces: readonly Readonly<Piece>[]): string {
  return foldSpace(joined(pieces))
}

/** Text of the pieces as it stands in the source. */
export function joined(pieces: readonly { text: string }[]): string {
  let text = ''
  for (const piece of pieces) text += piece.text
  return text
}
