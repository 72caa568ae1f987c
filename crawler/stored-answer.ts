/** One hop as the browser's proxy replays it: a redirect is answered as a redirect. Headers in lower case; the body is decoded. */
export interface StoredAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: Uint8Array | null
}

/** Answers a URL from the snapshot, else by asking once and storing it; `null`: it may not be asked, or nothing came back. */
export type Answerer = (url: string, signal: AbortSignal) => Promise<StoredAnswer | null>
