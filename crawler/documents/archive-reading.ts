import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ArchiveFacts, FileFormat } from '../../store/model/document-file.ts'
import { detectFormat } from './detect.ts'
import { fileFormatOfExtension } from './file-formats.ts'
import { mostEntries } from './zip-archive.ts'

/** What is unpacked of one archive at most; archives inside it are not opened. */
const mostRead = 100
const mostEntryBytes = 20 * 1024 * 1024
const mostBytes = 60 * 1024 * 1024

const documentFormats: ReadonlySet<FileFormat> = new Set([
  ...(['odt', 'ods', 'odp', 'odg', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'rtf'] as const),
  ...(['zip', 'rar', '7z'] as const),
])

/** What documents an archive holds, by the bytes of its entries; `null` when its directory cannot be read. Never rejects. */
export async function readArchive(content: Uint8Array): Promise<ArchiveFacts | null> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  let file: ZipFile | null = null
  try {
    file = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false })
    return await new ArchiveReading(file).run()
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  } finally {
    file?.close()
  }
}

class ArchiveReading {
  readonly #file
  readonly #formats: Partial<Record<FileFormat, number>> = {}
  #files = 0
  #unread = 0
  #read = 0
  #bytes = 0

  constructor(file: ZipFile) {
    this.#file = file
  }

  async run(): Promise<ArchiveFacts> {
    for await (const entry of this.#file.eachEntry()) {
      if (this.#files >= mostEntries) break
      await this.#take(entry)
    }
    return { files: this.#files, formats: this.#formats, unread: this.#unread }
  }

  /** Mac archivers add a shadow of each file, under its name. */
  async #take(entry: Entry): Promise<void> {
    const name = entry.fileNameRaw.toString('latin1')
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) return
    this.#files += 1
    const promised = fileFormatOfExtension(name)
    if (promised === null || !documentFormats.has(promised)) return
    const format = await this.#formatOf(entry)
    if (format === null) this.#unread += 1
    else this.#formats[format] = (this.#formats[format] ?? 0) + 1
  }

  async #formatOf(entry: Entry): Promise<FileFormat | null> {
    const { uncompressedSize } = entry
    const isTooMuch = uncompressedSize > mostEntryBytes || this.#bytes + uncompressedSize > mostBytes
    if (entry.isEncrypted() || isTooMuch || this.#read >= mostRead) return null
    this.#read += 1
    this.#bytes += uncompressedSize
    const { format, facts } = await detectFormat(await this.#unpack(entry))
    return facts.isReadable === false ? null : format
  }

  /** The reader holds every entry to the size it claims. An entry that breaks is empty. */
  async #unpack(entry: Entry): Promise<Uint8Array> {
    try {
      const chunks: Uint8Array[] = []
      for await (const chunk of await this.#file.openReadStreamPromise(entry)) chunks.push(chunk)
      return Buffer.concat(chunks)
    } catch (error) {
      if (error instanceof Error) return new Uint8Array()
      throw error
    }
  }
}
