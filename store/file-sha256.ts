import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Sha256 } from './model/fetch-outcome.ts'

const chunkBytes = 1024 * 1024

/** SHA-256 of a file of any size, read piece by piece. */
export function sha256OfFile(path: string): Sha256 {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(chunkBytes)
  const file = openSync(path, 'r')
  try {
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk))
      hash.update(chunk.subarray(0, bytes))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
