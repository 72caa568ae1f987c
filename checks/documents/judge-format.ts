import type { FileFormat } from '../../store/model/document-file.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { isDocumentFormat } from './document-formats.ts'
import type { OfferedDocument } from './offered-document.ts'
import { isPageForDocument } from './promised-document.ts'

/** How what came compares with what was promised. */
export type FormatState =
  | 'matches'
  /** Surely another format. */
  | 'misnamed'
  /** Another generation of the same maker's format, as OOXML under `.doc`: programs open it, with a warning. */
  | 'sibling'
  /** None of the formats we can tell. */
  | 'unrecognised'
  /** A web page: an error, a wall against programs, or a table that calls itself a workbook. */
  | 'page-instead'
  | 'empty'
  | 'broken'
  | 'locked'
  /** Nothing came, or our reader gave up. */
  | 'unseen'

/** The strongest promise of a format, in the order of evidence; the media type alone promises nothing. Source: facts 5. */
export function promiseOf({ file, promised }: OfferedDocument): FileFormat | null {
  const claim = file?.claims.find(({ source, format }) => source !== 'content-type' && isDocumentFormat(format))
  const format = claim?.format ?? promised
  return isDocumentFormat(format) ? format : null
}

/** Compares a document with its promise; `null` when it promises no document, or is gone, which is a matter of links. */
export function judgeFormat(snapshot: Snapshot, document: OfferedDocument): FormatState | null {
  const promise = promiseOf(document)
  if (promise === null) return null
  const { file } = document
  if (file === null) return judgeMissing(snapshot, document)
  const byFormat = compare(promise, file.detected)
  if (byFormat !== 'matches' && byFormat !== 'sibling') return byFormat
  const { isReadable, isEncrypted } = file.facts
  // What a PDF is good for is asked by a check of its own.
  if (promise === 'pdf') return byFormat
  if (isEncrypted === true) return 'locked'
  if (isReadable === null) return 'unseen'
  return isReadable ? byFormat : 'broken'
}

function judgeMissing(snapshot: Snapshot, { resource }: OfferedDocument): FormatState | null {
  if (resource === null || resource.outcome.kind === 'failure') return 'unseen'
  const { status } = resource.outcome
  if (status === 404 || status === 410) return null
  if (isPageForDocument(snapshot, resource)) return 'page-instead'
  return status >= 400 ? 'unseen' : null
}

const families: readonly (readonly FileFormat[])[] = [
  ['doc', 'docx', 'rtf', 'ooxml', 'ole'],
  ['xls', 'xlsx', 'ooxml', 'ole'],
  ['ppt', 'pptx', 'ooxml', 'ole'],
]

function compare(promise: FileFormat, detected: FileFormat | null): FormatState {
  if (detected === promise) return 'matches'
  if (detected === 'empty') return 'empty'
  if (detected === 'html') return 'page-instead'
  if (detected === null || ['txt', 'xml', 'csv', 'json'].includes(detected)) return 'unrecognised'
  const isSibling = families.some((family) => family.includes(promise) && family.includes(detected))
  if (!isSibling) return 'misnamed'
  // A container that tells no kind may well be what was promised.
  return detected === 'ooxml' || detected === 'ole' ? 'matches' : 'sibling'
}
