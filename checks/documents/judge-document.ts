import type { DocumentVerdict } from '../../store/model/check-result.ts'
import type { FileFormat } from '../../store/model/document-file.ts'
import { isArchive, isOdf, isOffice } from './document-formats.ts'
import type { OfferedDocument } from './offered-document.ts'

/** What the bytes at one address are good for. */
export type Member =
  | 'odf'
  /** Real ODF behind a password. */
  | 'odf-locked'
  | 'office'
  | 'final'
  | 'archive'
  | 'other'
  /** Promised to be editable or ODF, and not to be had: never seen, failed, broken. */
  | 'unread'
  /** Promised to be ODF, and surely not there. */
  | 'dead'

/** Judges one address by its bytes. */
export function judgeMember(document: OfferedDocument): Member {
  const { file, promised } = document
  if (file === null) return judgeMissing(document)
  const { isEncrypted, isReadable } = file.facts
  const member = isReadable || isEncrypted === true ? memberOf(trueFormat(document), isEncrypted === true) : 'other'
  // Promised to be edited and neither: a broken file, an error message, an archive that may hold what was promised.
  return isEditable(promised) && (member === 'other' || member === 'archive') ? 'unread' : member
}

function memberOf(format: FileFormat | null, isLocked: boolean): Member {
  if (isOdf(format)) return isLocked ? 'odf-locked' : 'odf'
  if (isOffice(format)) return 'office'
  if (format === 'pdf') return 'final'
  return isArchive(format) ? 'archive' : 'other'
}

function judgeMissing({ promised, isGone }: OfferedDocument): Member {
  if (isOdf(promised) && isGone) return 'dead'
  if (isEditable(promised)) return 'unread'
  if (promised === 'pdf') return 'final'
  return isArchive(promised) ? 'archive' : 'other'
}

function isEditable(format: FileFormat | null): boolean {
  return isOdf(format) || isOffice(format)
}

/** What the bytes are; an old Office container that tells no kind is what it was promised to be, if that is Office. */
export function trueFormat({ file, promised }: OfferedDocument): FileFormat | null {
  if (file?.detected !== 'ole') return file?.detected ?? null
  return [file.named, file.served, promised].find(isOffice) ?? 'ole'
}

/** The word of the report for one address in its group. */
export function verdictOf(member: Member, isOffered: boolean): DocumentVerdict {
  if (member === 'office') return isOffered ? 'has-odf-twin' : 'office-only'
  return member === 'unread' || member === 'dead' || member === 'odf-locked' ? 'unreadable' : member
}
