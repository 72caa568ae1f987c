import type { Resource } from '../../store/model/page.ts'
import type { SnapshotWriter } from '../../store/snapshot/writer.ts'

/** By which marks in the bytes, in lower case, a page that keeps programs out is known, and how much text such a page shows at most. */
export interface WallWords {
  marks: readonly { mark: string }[]
  /** Of scripts that stand in every page of such a host: a wall only where there is hardly any text. */
  emptyMarks: readonly { mark: string }[]
  longestText: number
  longestEmptyText: number
}

/** Statuses by which a server keeps somebody out: facts 9. 999 is what some walls answer to programs. */
export const refusalStatuses: readonly number[] = [401, 403, 406, 429, 451, 999]

/** Walls are small; what is longer has something to show. */
const longestBody = 200_000

/** Tells which answers refused us and are worth a look in the browser; what they are is for the checks to say. */
export class Refusals {
  readonly #words

  /** `null`: statuses alone tell. */
  constructor(words: WallWords | null) {
    this.#words = words
  }

  /** A refusing status, a challenge, or the body of a known wall under 2xx or 503. */
  isRefused({ finalUrl, outcome }: Resource, writer: SnapshotWriter): boolean {
    if (outcome.kind === 'failure') return false
    const { status, headers, body, bodyBytes, mediaType } = outcome
    if (refusalStatuses.includes(status)) return true
    if (status !== 503 && (status < 200 || status > 299)) return false
    if ('cf-mitigated' in headers || 'x-amzn-waf-action' in headers) return true
    if (body === null || bodyBytes > longestBody || !/html/.test(mediaType ?? 'text/html')) return false
    const html = Buffer.from(writer.getBody(body) ?? []).toString('latin1')
    return this.isWall(html, writer.written.textLengthAt(finalUrl) ?? 0)
  }

  /** True when HTML that shows `textLength` characters carries the mark of a wall. */
  isWall(html: string, textLength: number): boolean {
    if (this.#words === null) return false
    const { marks, emptyMarks, longestText, longestEmptyText } = this.#words
    const lower = html.toLowerCase()
    const has = (known: WallWords['marks']) => known.some(({ mark }) => lower.includes(mark))
    return (textLength <= longestText && has(marks)) || (textLength <= longestEmptyText && has(emptyMarks))
  }

  /** A page with more text is no wall; 0 without words. */
  get longestText(): number {
    return this.#words?.longestText ?? 0
  }
}
