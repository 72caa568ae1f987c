import { sha256 } from '../store/sha256.ts'
import { patternOf } from './traps.ts'

/** As much of a page as tells whether it shows the same as others. */
export interface Shown {
  url: string
  mainText: string
  isShell: boolean
}

/** Less text than this may be all that an honest page has to say. */
const leastText = 60
/** A pattern with more texts than these has something to say. */
const mostTexts = 20
/** A counter, a number of its own, a date and a time put as many numbers on a page; one with more new ones tells something by them. */
const mostNewNumbers = 8

/** Pages that show the same, and the numbers on the first of them. */
interface Alike {
  count: number
  numbers: ReadonlySet<string>
}

/**
 * Notices addresses of one pattern that show one and the same text, but for a few numbers: a counter, a token or a made-up
 * number in an address yields pages without end, and nothing new. Tables of levels, of weather, of a budget may differ in
 * nothing but numbers as well, but in many. What scripts are to fill is no sign: it is the same before they have run.
 */
export class Storms {
  readonly #cap
  /** Pattern -> text it shows -> who shows it; a pattern that shows many texts is soon left alone. */
  readonly #texts = new Map<string, Map<string, Alike>>()
  readonly #varied = new Set<string>()
  readonly #storms = new Set<string>()

  /** `cap`: pages of one pattern with the same text after which no more of it are asked for. */
  constructor(cap: number) {
    this.#cap = cap
  }

  /** Learns what a page shows. */
  note({ url, mainText, isShell }: Shown): void {
    const pattern = patternOf(url)
    if (isShell || mainText.length < leastText || this.#varied.has(pattern)) return
    const texts = this.#texts.get(pattern) ?? new Map<string, Alike>()
    this.#texts.set(pattern, texts)
    if (countIn(texts, mainText) >= this.#cap) this.#storms.add(pattern)
    if (texts.size > mostTexts) this.#leave(pattern)
  }

  /** True when addresses like this one have shown the same often enough. */
  isStorm(url: string): boolean {
    return this.#storms.size > 0 && this.#storms.has(patternOf(url))
  }

  #leave(pattern: string): void {
    this.#texts.delete(pattern)
    this.#varied.add(pattern)
  }
}

/** Counts a text among those that show the same, and returns how many there are now. */
function countIn(texts: Map<string, Alike>, text: string): number {
  const numbers = numbersOf(text)
  const frame = printOf(text.replace(/\d+/g, ''))
  const print = isNews(numbers, texts.get(frame)) ? printOf(text) : frame
  const alike = texts.get(print) ?? { count: 0, numbers }
  alike.count += 1
  texts.set(print, alike)
  return alike.count
}

function isNews(numbers: ReadonlySet<string>, known: Alike | undefined): boolean {
  return known !== undefined && [...numbers].filter((number) => !known.numbers.has(number)).length > mostNewNumbers
}

function numbersOf(text: string): Set<string> {
  return new Set(text.match(/\d+(?:\.\d+)?/g))
}

function printOf(text: string): string {
  return sha256(Buffer.from(text))
}
