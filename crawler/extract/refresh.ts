import type { Addresses } from './addresses.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'

/** Where an element `<meta http-equiv="refresh">` leads, and after how many seconds. */
export interface Refresh {
  seconds: number
  href: string
}

/** Readers wait so long for a page to send them on; after that it is one they are to read. */
const longestWait = 10
/** A page that says more than this is one by itself. */
const mostText = 200

/** Source: HTML, shared declarative refresh steps. `null` for any other meta element, and for one that names no address. */
export function refreshOf(attributes: Readonly<Record<string, string>>): Refresh | null {
  if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return null
  const content = foldSpace((attributes['content'] ?? '').slice(0, 3000))
  const [, seconds = '', href = ''] = /^([\d.]*) ?[;,]? ?url ?= ?["']?([^"']+)/i.exec(content) ?? []
  return href.trim() === '' ? null : { seconds: Number.parseInt(seconds, 10) || 0, href: href.trim() }
}

const tags: ReadonlySet<string> = new Set(['meta'])

/** Notes where a page sends its reader on by itself; outside of `noscript`, as browsers with scripts do. */
export class SendingOn implements Collector {
  readonly tags = tags
  #refresh: Refresh | null = null

  open({ attributes }: OpenElement): void {
    this.#refresh ??= refreshOf(attributes)
  }

  /**
   * The address, in normal form, of a page that does nothing but send its reader there; `null` when it shows a text of its
   * own, waits long, or only loads itself again. Call it when the whole page is read.
   */
  url(pageUrl: string, textLength: number, addresses: Addresses): string | null {
    if (this.#refresh === null || this.#refresh.seconds > longestWait || textLength >= mostText) return null
    const { target } = addresses.resolve(this.#refresh.href)
    return target === pageUrl ? null : target
  }
}
