import { hash } from 'node:crypto'
import type { Sha256 } from './model/fetch-outcome.ts'

/** SHA-256 of bytes, or of text as UTF-8: 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): Sha256 {
  return hash('sha256', content)
}
