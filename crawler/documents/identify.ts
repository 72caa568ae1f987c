import type { DocumentFile } from '../../store/model/document-file.ts'
import { fileNameOfDisposition } from './content-disposition.ts'
import { detectFormat } from './detect.ts'
import { fileFormatOfExtension, fileFormatOfMediaType } from './file-formats.ts'
import { decodePath, lastSegment, promisedBy } from './promised.ts'

/** What is known of a file beside its bytes. */
export interface DocumentClues {
  /** Absolute. */
  url: string
  /** Text of a link that leads to it; `null` when none does. */
  linkText: string | null
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  /** `type/subtype` in lower case. */
  mediaType: string | null
  /** True when we ourselves stored only the head of the body: that it breaks off is then no fault of the file. */
  isCut?: boolean
}

/** What the file was promised to be, what the server called it, and what its bytes are. Never rejects. */
export async function identifyDocument(
  content: Uint8Array,
  clues: DocumentClues,
): Promise<Omit<DocumentFile, 'id' | 'resourceId'>> {
  const promised = promisedBy(clues.url, clues.linkText)
  const servedName = fileNameOfDisposition(clues.headers['content-disposition'] ?? '')
  const { format, facts } = await detectFormat(content)
  return {
    named: promised.format,
    served: (servedName === null ? null : fileFormatOfExtension(servedName)) ?? fileFormatOfMediaType(clues.mediaType),
    detected: format,
    fileName: servedName ?? promised.fileName ?? nameInPath(clues.url),
    facts: clues.isCut === true && !facts.isReadable ? { ...facts, isReadable: true, problem: 'body-limit' } : facts,
  }
}

/** The last segment of the path, readable; the whole path when it ends in a slash. */
function nameInPath(address: string): string {
  if (!URL.canParse(address)) return address
  const path = decodePath(new URL(address).pathname)
  return lastSegment(path) || path
}
