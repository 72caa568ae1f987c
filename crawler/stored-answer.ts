/**
 * One hop as the browser's proxy replays it: a redirect is answered as a redirect. Headers in lower case; the body is decoded.
 * `setCookies` brings the browser's jar up to the run's; it comes from memory and is never stored.
 */
export interface StoredAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: Uint8Array | null
  setCookies?: readonly string[]
  /** True when the same answer will be given for the rest of the run. Left out: nobody knows. */
  isLasting?: boolean
}

/**
 * Answers a URL from the snapshot, else by asking once and storing it; `null`: it may not be asked, or nothing came back.
 * `cookie` is the browser's header of that name.
 */
export type Answerer = (url: string, signal: AbortSignal, cookie?: string) => Promise<StoredAnswer | null>

/** Sends a step of a pager to its own page and brings what it answers, which is not stored; `null`: it may not be sent, or nothing came back. */
export type Postback = (
  url: string,
  form: Uint8Array,
  signal: AbortSignal,
  cookie?: string,
) => Promise<StoredAnswer | null>
