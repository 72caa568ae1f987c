import type { Detection } from './detection.ts'

/** What the crawl says to its document reader: a file is handed over piece by piece, so that neither holds it twice. */
export type ReaderRequest = { kind: 'file'; bytes: number } | { kind: 'piece'; at: number; bytes: Uint8Array }

/** What the document reader answers: what the file is, and then, when nothing ended it meanwhile, what it holds. */
export type ReaderAnswer = { kind: 'ready' } | { kind: 'detected' | 'inspected'; detection: Detection }
