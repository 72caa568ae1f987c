import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { OfficeFacts } from '../../store/model/document-file.ts'
import { isWellFormedXml } from './xml-well-formed.ts'
import { mostEntries } from './zip-archive.ts'

/** The part that holds the content, in ODF and in OOXML; others than Microsoft's writers number it. */
const mainParts = /^(content\.xml|word\/document\d*\.xml|xl\/workbook\d*\.xml|ppt\/presentation\d*\.xml)$/

/** Whether the container of an ODF or OOXML file is as its standard wants it, and its main part is XML. Never rejects. */
export async function readOffice(content: Uint8Array, isEncrypted: boolean): Promise<OfficeFacts> {
  const isMimetypeFirst = beginsWithMimetype(content)
  const isContentWellFormed = isEncrypted ? null : await isMainPartWellFormed(content)
  return { isMimetypeFirst, isContentWellFormed }
}

/** OpenDocument 1.2 part 3, 3.3: the first entry is `mimetype`, and not compressed. `null`: there is none, as in OOXML. */
function beginsWithMimetype(content: Uint8Array): boolean | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 200))
  const name = head.toString('latin1', 30, 30 + (head.length > 28 ? head.readUInt16LE(26) : 0))
  if (name === 'mimetype') return head.readUInt16LE(8) === 0
  const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return whole.includes('mimetype') && whole.includes('META-INF/manifest.xml') ? false : null
}

async function isMainPartWellFormed(content: Uint8Array): Promise<boolean | null> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  let file: ZipFile | null = null
  try {
    file = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false })
    const entry = await mainPartOf(file)
    if (entry === null || entry.isEncrypted()) return null
    return await isWellFormedXml(await file.openReadStreamPromise(entry))
  } catch (error) {
    // The directory was read before: what breaks here is the part itself.
    if (error instanceof Error) return false
    throw error
  } finally {
    file?.close()
  }
}

async function mainPartOf(file: ZipFile): Promise<Entry | null> {
  let count = 0
  for await (const entry of file.eachEntry()) {
    if (mainParts.test(entry.fileNameRaw.toString('latin1'))) return entry
    count += 1
    if (count > mostEntries) return null
  }
  return null
}
