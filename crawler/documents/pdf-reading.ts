import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { DocumentProblem, PdfFacts } from '../../store/model/document-file.ts'
import { engineOptions, pdfEngine } from './pdf-engine.ts'
import { readPages } from './pdf-pages.ts'

/** What came of opening a PDF. */
export interface PdfReading {
  /** `null` when it does not open. */
  pdf: PdfFacts | null
  problem: Extract<DocumentProblem, 'pdf-broken' | 'pdf-password'> | null
  /** True for a file that opens, false for one that no reader can, `null` when it may be our reader that cannot. */
  opens: boolean | null
  /** `null` when it does not open. */
  isEncrypted: boolean | null
  formatVersion: string | null
}

const nothing = { pdf: null, isEncrypted: null, formatVersion: null }

/** Opens a PDF and reads what it says of itself and what its pages hold. Never rejects; the bytes stay as they are. */
export async function readPdf(content: Uint8Array): Promise<PdfReading> {
  const { getDocument } = await pdfEngine()
  // The engine takes the bytes away from whoever hands them over.
  const task = getDocument({ ...engineOptions, data: new Uint8Array(content) })
  try {
    return await readOpened(await task.promise)
  } catch (error) {
    return readingOfFault(error)
  } finally {
    await task.destroy()
  }
}

function readingOfFault(error: unknown): PdfReading {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    const pdf = { ...unknownFacts, needsPassword: true }
    return { ...nothing, pdf, problem: 'pdf-password', opens: true, isEncrypted: true }
  }
  return { ...nothing, problem: 'pdf-broken', opens: name === 'InvalidPDFException' ? false : null }
}

async function readOpened(file: PDFDocumentProxy): Promise<PdfReading> {
  const stated = await statedFacts(file)
  const pages = await readPages(file)
  const pdf = { ...unknownFacts, ...stated.facts, ...pages }
  const opens = pages.examinedPages > 0 ? true : null
  const { isEncrypted, formatVersion } = stated
  return { pdf, problem: opens === null ? 'pdf-broken' : null, opens, isEncrypted, formatVersion }
}

const unknownFacts: PdfFacts = {
  needsPassword: false,
  pages: null,
  examinedPages: 0,
  textPages: 0,
  scannedPages: 0,
  characters: 0,
  isTagged: null,
  title: null,
  language: null,
  uaPart: null,
  producer: null,
  links: [],
}

interface Stated {
  facts: Partial<PdfFacts>
  isEncrypted: boolean | null
  formatVersion: string | null
}

/** What the catalogue, the information dictionary and the XMP packet say; what cannot be read stays unknown. */
async function statedFacts(file: PDFDocumentProxy): Promise<Stated> {
  const isTagged = await orNull(async () => (await file.getMarkInfo())?.Marked === true)
  const metadata = await orNull(() => file.getMetadata())
  if (metadata === null) return { facts: { isTagged }, isEncrypted: null, formatVersion: null }
  const info = metadata.info as Record<string, unknown>
  const packet = String(metadata.metadata?.getRaw() ?? '')
  const facts = {
    isTagged,
    title: text(info.Title) || text(metadata.metadata?.get('dc:title')),
    language: text(info.Language),
    uaPart: uaPart.exec(packet)?.slice(1).find(Boolean) ?? '',
    producer: text(info.Producer),
  }
  const isEncrypted = info.EncryptFilterName !== null && info.EncryptFilterName !== undefined
  return { facts, isEncrypted, formatVersion: text(info.PDFFormatVersion) || null }
}

/** As an attribute or as an element: ISO 14289-1, 5. */
const uaPart = /\bpdfuaid:part(?:\s*=\s*["']\s*(\d+)|\s*>\s*(\d+))/

/** What is no text is none; of a list the first. Control characters that producers leave are none of it. */
function text(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'string') return ''
  return first
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 500)
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    // Whatever the engine stumbles over: that one fact stays unknown.
    if (error instanceof Error) return null
    throw error
  }
}
