import type { DocumentVerdict } from '../../store/model/check-result.ts'
import type { ArchiveFacts, FileFormat } from '../../store/model/document-file.ts'
import { isArchive, isOdf, isOffice } from './document-formats.ts'
import type { OfferedDocument } from './offered-document.ts'

/** What the bytes at one address are good for. */
export type Member =
  | 'odf'
  /** Real ODF behind a password. */
  | 'odf-locked'
  | 'office'
  | 'final'
  /** An archive nobody looked into: RAR, 7z, locked, too large, or with ODF for a part of what it holds. */
  | 'archive'
  /** A ZIP archive that holds an ODF file for each Office file in it, or ODF alone. */
  | 'archive-odf'
  /** A ZIP archive whose editable documents are all Office files. */
  | 'archive-office'
  /** A ZIP archive without any editable document. */
  | 'archive-other'
  | 'other'
  /** Promised to be editable or ODF, and not to be had: never seen, failed, broken. */
  | 'unread'
  /** Promised to be ODF, and surely not there. */
  | 'dead'

/** Judges one address by its bytes. */
export function judgeMember(document: OfferedDocument): Member {
  const { file, promised } = document
  if (file === null) return judgeMissing(document)
  const { isEncrypted, isReadable, archive } = file.facts
  const isOpen = isReadable !== false || isEncrypted === true
  const member = isOpen ? memberOf(trueFormat(document), isEncrypted === true, archive) : 'other'
  // ODF in which nobody could look may be none.
  if (member === 'odf' && isReadable === null) return 'unread'
  // Promised to be edited and neither: a broken file, an error message, an archive that may hold what was promised.
  return isEditable(promised) && (member === 'other' || member.startsWith('archive')) ? 'unread' : member
}

function memberOf(format: FileFormat | null, isLocked: boolean, archive: ArchiveFacts | null): Member {
  if (isOdf(format)) return isLocked ? 'odf-locked' : 'odf'
  if (isOffice(format)) return 'office'
  if (format === 'pdf') return 'final'
  if (!isArchive(format)) return 'other'
  return archive === null || isLocked ? 'archive' : archiveMember(archive)
}

function archiveMember({ formats, unread }: ArchiveFacts): Member {
  const held = Object.entries(formats) as [FileFormat, number][]
  const count = (isKind: (format: FileFormat) => boolean) =>
    held.reduce((sum, [format, files]) => sum + (isKind(format) ? files : 0), 0)
  const [odf, office] = [count(isOdf), count(isOffice)]
  if (odf > 0 && odf >= office && unread === 0) return 'archive-odf'
  // Archives in an archive are not opened, and an old container may be anything.
  if (unread > 0 || count(isArchive) > 0 || odf > 0 || count((format) => format === 'ole') > 0) return 'archive'
  return office > 0 ? 'archive-office' : 'archive-other'
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
  if (member === 'unread' || member === 'dead' || member === 'odf-locked') return 'unreadable'
  return member === 'archive-odf' || member === 'archive-office' || member === 'archive-other' ? 'archive' : member
}
