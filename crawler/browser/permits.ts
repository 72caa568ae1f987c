import type { Postback, StoredAnswer } from '../stored-answer.ts'

/** One step of a pager as ASP.NET sends it: a page that posts itself back. */
export interface PagerStep {
  /** Normal form of the page. */
  url: string
  /** `__EVENTTARGET` and `__EVENTARGUMENT`. */
  target: string
  argument: string
}

/** The view state of a long list is long; more than this is none. */
export const maxFormBytes = 4_000_000

/**
 * The one exception to "nothing is ever sent": a step of a pager may go to its own page, once, after it was announced.
 * Whatever else a page sends is refused.
 */
export class Permits {
  readonly #send: Postback | null
  readonly #granted = new Set<PagerStep>()

  /** Without `send` no step is ever let through. */
  constructor(send: Postback | null) {
    this.#send = send
  }

  get isOpen(): boolean {
    return this.#send !== null
  }

  /** Announces a step; the permit is used by the first request that is exactly this step, or ends with what is returned. */
  grant(step: PagerStep): () => void {
    this.#granted.add(step)
    return () => void this.#granted.delete(step)
  }

  /** True when a request with that address and type of body may be one that was announced: only then its body is read. */
  mayBe(method: string, url: string, contentType: string | undefined): boolean {
    const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')
    return method === 'POST' && isForm && [...this.#granted].some((step) => step.url === url)
  }

  /** Sends an announced step; `null` when the form is none, or nothing came back. */
  async pass(url: string, form: Uint8Array, signal: AbortSignal, cookie?: string): Promise<StoredAnswer | null> {
    const fields = new URLSearchParams(Buffer.from(form).toString('latin1'))
    const isStep = (step: PagerStep) =>
      step.url === url &&
      fields.getAll('__EVENTTARGET').join('\n') === step.target &&
      fields.getAll('__EVENTARGUMENT').join('\n') === step.argument
    const step = [...this.#granted].find(isStep)
    if (step === undefined || this.#send === null) return null
    this.#granted.delete(step)
    return this.#send(url, form, signal, cookie)
  }
}
