import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { Sha256 } from '../model/fetch-outcome.ts'
import { sha256 } from '../sha256.ts'

/** Formats that are packed already: compressing them again costs time and saves nothing. */
const packed = /^(image\/(?!svg)|video\/|audio\/|font\/|application\/(zip|pdf|x-7z|vnd\.rar|gzip|vnd\.o|msword))/

interface BodyRow {
  coding: string
  stored: Buffer
}

/** Bodies of a snapshot, each stored once under its SHA-256. */
export class Bodies {
  readonly #insert
  readonly #select

  constructor(database: Database) {
    this.#insert = database.prepare('INSERT OR IGNORE INTO body (sha256, coding, bytes, stored) VALUES (?, ?, ?, ?)')
    this.#select = database.prepare<[Sha256], BodyRow>('SELECT coding, stored FROM body WHERE sha256 = ?')
  }

  /** Stores the bytes unless they are there; returns their address. */
  put(content: Uint8Array, mediaType: string | null): Sha256 {
    const address = sha256(content)
    if (this.#select.get(address) !== undefined) return address
    const isPacked = mediaType !== null && packed.test(mediaType)
    this.#insert.run(address, isPacked ? 'identity' : 'br', content.byteLength, isPacked ? content : compress(content))
    return address
  }

  /** The bytes as they came; `null` when the snapshot does not hold them. */
  get(address: Sha256): Uint8Array | null {
    const row = this.#select.get(address)
    if (row === undefined) return null
    return row.coding === 'br' ? brotliDecompressSync(row.stored) : row.stored
  }
}

function compress(content: Uint8Array): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })
}
