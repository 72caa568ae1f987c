import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Bounds on what we look at in an archive: hostile ones claim more than they hold. */
export const mostEntries = 10_000
const mostEntryBytes = 4_000_000
const mostRatio = 200
/** Claimed size of all entries together beyond which an archive is a trap: no document of an agency unpacks to that. */
const mostBytes = 2_000_000_000
const modestBytes = 200_000_000

/** The directory of a ZIP archive, and the parts that tell what it is. */
export interface ZipArchive {
  names: readonly string[]
  /** Text of the parts asked for, as far as they are there and keep the bounds. */
  parts: ReadonlyMap<string, string>
  /** `null` when the whole directory was read; else why not, as a code. */
  problem: 'zip-truncated' | 'zip-too-many-entries' | 'zip-expands-too-much' | null
  hasEncryptedEntries: boolean
}

/** Reads the central directory and the `wanted` parts. Never rejects: a damaged archive is a fact. */
export function readZip(content: Uint8Array, wanted: (name: string) => boolean): Promise<ZipArchive> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return new Promise((resolve) => {
    const damaged = { names: [], parts: new Map(), problem: 'zip-truncated' as const, hasEncryptedEntries: false }
    try {
      // Names stay raw: the reader refuses archives for names it finds unsafe, and we write none of them to a disk.
      fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, file) => {
        if (error !== null) resolve(damaged)
        else new Reading(file, wanted, resolve).start()
      })
    } catch (error) {
      // Directories that lie about their place make the reader throw instead of calling back.
      if (!(error instanceof RangeError)) throw error
      resolve(damaged)
    }
  })
}

class Reading {
  readonly #file
  readonly #wanted
  readonly #resolve
  readonly #names: string[] = []
  readonly #parts = new Map<string, string>()
  #hasEncryptedEntries = false
  #bytes = 0

  constructor(file: ZipFile, wanted: (name: string) => boolean, resolve: (archive: ZipArchive) => void) {
    this.#file = file
    this.#wanted = wanted
    this.#resolve = resolve
  }

  start(): void {
    this.#file.on('entry', (entry: Entry) => this.#take(entry))
    this.#file.on('end', () => this.#finish(this.#isTrap() ? 'zip-expands-too-much' : null))
    this.#file.on('error', () => this.#finish('zip-truncated'))
    this.#file.readEntry()
  }

  #take(entry: Entry): void {
    if (this.#names.length >= mostEntries) {
      this.#finish('zip-too-many-entries')
      return
    }
    const name = entry.fileNameRaw.toString('utf8')
    this.#names.push(name)
    this.#bytes += entry.uncompressedSize
    if (entry.isEncrypted()) this.#hasEncryptedEntries = true
    if (this.#wanted(name) && isModest(entry)) this.#readPart(entry, name)
    else this.#file.readEntry()
  }

  #isTrap(): boolean {
    return this.#bytes > mostBytes || (this.#bytes > modestBytes && this.#bytes / this.#file.fileSize > mostRatio)
  }

  /** A part that cannot be unpacked is left out; the directory is read on. */
  #readPart(entry: Entry, name: string): void {
    this.#file.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        this.#file.readEntry()
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => this.#file.readEntry())
      stream.on('end', () => {
        this.#parts.set(name, Buffer.concat(chunks).toString('utf8'))
        this.#file.readEntry()
      })
    })
  }

  /** The first call counts. */
  #finish(problem: ZipArchive['problem']): void {
    this.#file.close()
    const hasEncryptedEntries = this.#hasEncryptedEntries
    this.#resolve({ names: this.#names, parts: this.#parts, problem, hasEncryptedEntries })
  }
}

function isModest(entry: Entry): boolean {
  if (entry.isEncrypted() || entry.uncompressedSize > mostEntryBytes) return false
  return entry.uncompressedSize <= 10_000 || entry.uncompressedSize / Math.max(1, entry.compressedSize) <= mostRatio
}
