import type { LookupFunction } from 'node:net'

/** How long one request may take, in milliseconds. */
export interface Timeouts {
  connectMs: number
  /** Until the headers are complete. */
  headersMs: number
  /** Between two pieces of the body. */
  bodyMs: number
  /** From the first to the last byte. */
  totalMs: number
}

export const usualTimeouts: Timeouts = { connectMs: 10_000, headersMs: 30_000, bodyMs: 30_000, totalMs: 120_000 }

/** What holds for all requests through one door. */
export interface TrustZone {
  timeouts: Timeouts
  maxBodyBytes: number
  userAgent: string
  allowPrivate: boolean
  /** PEM certificates trusted beside Node's own. Left out: none. */
  authorities?: readonly string[]
  /** Resolves names. Left out: the system does. */
  lookup?: LookupFunction
}
