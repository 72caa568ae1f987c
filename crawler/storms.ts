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

/**
 * Notices addresses of one pattern that show one and the same text, but for its digits: a counter, a token or a made-up
 * number in an address yields pages without end, and nothing new. What scripts are to fill is no sign: it is the same
 * before they have run.
 */
export class Storms {
  readonly #cap
  /** Pattern -> text it shows -> how often; a pattern that shows many texts is soon left alone. */
  readonly #texts = new Map<string, Map<string, number>>()
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
    const texts = this.#texts.get(pattern) ?? new Map<string, number>()
    const print = sha256(Buffer.from(mainText.replace(/\d+/g, '')))
    const count = (texts.get(print) ?? 0) + 1
    this.#texts.set(pattern, texts.set(print, count))
    if (count >= this.#cap) this.#storms.add(pattern)
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
