import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { Sha256 } from '../model/fetch-outcome.ts'
import { sha256 } from '../sha256.ts'

/** Formats that are packed already: compressing them again costs time and saves nothing. */
const packed = /^(image\/(?!svg)|video\/|audio\/|font\/|application\/(zip|pdf|x-7z|vnd\.rar|gzip|vnd\.o|msword))/

/** As many answers as may wait to be read, and as many bytes. */
const mostRecent = 16
const mostRecentBytes = 4 * 1024 * 1024

/** A body as it is stored. */
export interface BodyRow {
  coding: string
  stored: Buffer
}

/** Bodies of a snapshot, each stored once under its SHA-256. */
export class Bodies {
  readonly #insert
  readonly #has
  readonly #select
  /** What was stored last and not read yet, oldest first: a page is read once, soon after its bytes came. */
  readonly #recent = new Map<Sha256, Uint8Array>()
  #recentBytes = 0

  constructor(database: Database) {
    this.#insert = database.prepare('INSERT OR IGNORE INTO body (sha256, coding, bytes, stored) VALUES (?, ?, ?, ?)')
    this.#has = database.prepare<[Sha256], number>('SELECT 1 FROM body WHERE sha256 = ?').pluck()
    this.#select = database.prepare<[Sha256], BodyRow>('SELECT coding, stored FROM body WHERE sha256 = ?')
  }

  /** Stores the bytes unless they are there; returns their address. */
  put(content: Uint8Array, mediaType: string | null): Sha256 {
    const address = sha256(content)
    this.#remember(address, content)
    if (this.#has.get(address) !== undefined) return address
    const isPacked = mediaType !== null && packed.test(mediaType)
    this.#insert.run(address, isPacked ? 'identity' : 'br', content.byteLength, isPacked ? content : compress(content))
    return address
  }

  /** The bytes as they came; `null` when the snapshot does not hold them. */
  get(address: Sha256): Uint8Array | null {
    const recent = this.#recent.get(address)
    if (recent !== undefined) return this.#forget(address, recent)
    const row = this.#select.get(address)
    if (row === undefined) return null
    return unpacked(row)
  }

  #remember(address: Sha256, content: Uint8Array): void {
    if (this.#recent.has(address)) return
    this.#recent.set(address, content)
    this.#recentBytes += content.byteLength
    for (const [oldest, known] of this.#recent) {
      if (this.#recent.size <= mostRecent && this.#recentBytes <= mostRecentBytes) return
      // One alone stays, however long it is.
      if (oldest === address) return
      this.#forget(oldest, known)
    }
  }

  #forget(address: Sha256, content: Uint8Array): Uint8Array {
    this.#recent.delete(address)
    this.#recentBytes -= content.byteLength
    return content
  }
}

/** The bytes of a stored body as they came. */
export function unpacked({ coding, stored }: BodyRow): Uint8Array {
  return coding === 'br' ? brotliDecompressSync(stored) : stored
}

function compress(content: Uint8Array): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
}
