import type { AnswerText } from '../../store/model/answer-text.ts'
import type { Resource } from '../../store/model/page.ts'

/** Words by which an answer is taken for one that only says that there is nothing: sources of patterns with the flags `iu`. */
export interface MissingWords {
  said: readonly string[]
  titles: readonly string[]
  errorPaths: readonly string[]
}

/** A page with more text than this has something to say. */
const longestExcuse = 1500

/** Tells which answers under 200 are worth a second look; what they are is for the checks to say. */
export class MissingLook {
  readonly #said
  readonly #titles
  readonly #errorPaths

  constructor(words: MissingWords) {
    const compile = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'iu'))
    this.#said = compile(words.said)
    this.#titles = compile(words.titles)
    this.#errorPaths = compile(words.errorPaths)
  }

  /** True when the answer bounced to a home page or an error page, or says by itself that there is no such page. */
  isSuspect({ url, finalUrl, redirects, outcome }: Resource, text: AnswerText | null): boolean {
    if (outcome.kind === 'failure' || outcome.status > 299) return false
    if (redirects.length > 0 && this.#isBounce(new URL(url), new URL(finalUrl))) return true
    return text !== null && this.#saysSo(text)
  }

  #isBounce(asked: URL, ended: URL): boolean {
    if (asked.pathname.length > 1 && ended.pathname === '/' && ended.search === '') return true
    return this.#errorPaths.some((pattern) => pattern.test(ended.pathname + ended.search))
  }

  #saysSo({ title, headings, mainText }: AnswerText): boolean {
    if (this.#titles.some((pattern) => pattern.test(compact(title ?? '')))) return true
    const shown = mainText.length > longestExcuse ? [title ?? '', ...headings] : [title ?? '', ...headings, mainText]
    return shown.some((text) => this.#said.some((pattern) => pattern.test(compact(text))))
  }
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('台', '臺')
}
