import type { DocumentFacts, DocumentFile } from '../../store/model/document-file.ts'
import { parseUrl } from '../../store/parse-url.ts'
import { fileNameOfDisposition } from './content-disposition.ts'
import type { Detection } from './detection.ts'
import { fileFormatOfExtension, fileFormatOfMediaType } from './file-formats.ts'
import { inspectDocument } from './inspect.ts'
import { claim, decodePath, lastSegment, promisedBy } from './promised.ts'

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

/** Reads the bytes of a file: {@link inspectDocument}, here or in a process of its own. */
export type ReadContent = (content: Uint8Array) => Promise<Detection>

/** What the file was promised to be, what the server called it, and what its bytes are. Rejects only where `read` does. */
export async function identifyDocument(
  content: Uint8Array,
  clues: DocumentClues,
  read: ReadContent = inspectDocument,
): Promise<Omit<DocumentFile, 'id' | 'resourceId'>> {
  const promised = promisedBy(clues.url, clues.linkText)
  const servedName = fileNameOfDisposition(clues.headers['content-disposition'] ?? '')
  const served = [
    ...claim('content-disposition', servedName === null ? null : fileFormatOfExtension(servedName)),
    ...claim('content-type', fileFormatOfMediaType(clues.mediaType)),
  ]
  const { format, facts } = await read(content)
  return {
    named: promised.claims[0]?.format ?? null,
    served: served[0]?.format ?? null,
    detected: format,
    claims: [...promised.claims, ...served],
    fileName: servedName ?? promised.fileName ?? nameInPath(clues.url),
    facts: clues.isCut === true && facts.isReadable !== true ? cutFacts(facts) : facts,
  }
}

function cutFacts(facts: DocumentFacts): DocumentFacts {
  return { ...facts, isReadable: null, problem: 'body-limit' }
}

/** The last segment of the path, readable; the whole path when it ends in a slash. */
function nameInPath(address: string): string {
  const url = parseUrl(address)
  if (url === null) return address
  const path = decodePath(url.pathname)
  return lastSegment(path) || path
}
