import { createHash } from 'node:crypto'
import type { Sha256 } from './model/fetch-outcome.ts'

/** SHA-256 of bytes, or of text as UTF-8: 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): Sha256 {
  return createHash('sha256').update(content).digest('hex')
}
