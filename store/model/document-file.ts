/** Formats we can tell from bytes; `ooxml` and `ole` are Office files whose kind could not be told, `empty` has zero bytes. */
export type FileFormat =
  | 'odt'
  | 'ods'
  | 'odp'
  | 'odg'
  | 'pdf'
  | 'doc'
  | 'docx'
  | 'xls'
  | 'xlsx'
  | 'ppt'
  | 'pptx'
  | 'rtf'
  | 'zip'
  | 'rar'
  | '7z'
  | 'csv'
  | 'json'
  | 'xml'
  | 'txt'
  | 'html'
  | 'ooxml'
  | 'ole'
  | 'empty'

/** What the bytes say of a document. `null` = not looked at, could not be told, or does not apply to the format. */
export interface DocumentFacts {
  bytes: number
  isEncrypted: boolean | null
  /** False when the file breaks off or its container cannot be read; `null` when our reader gave up on it. */
  isReadable: boolean | null
  /** ODF: version attribute of the manifest; OOXML and PDF: version of the format. */
  formatVersion: string | null
  /** Why it is not readable, or another oddity, as a code. */
  problem: DocumentProblem | null
  /** `null` for other formats, and for a PDF that does not open. */
  pdf: PdfFacts | null
  /** `null` for all but ODF and OOXML files, and for those whose container cannot be read. */
  office: OfficeFacts | null
  /** `null` for all but ZIP archives that are no document: RAR and 7z are not looked into. */
  archive: ArchiveFacts | null
}

/** What is odd about a file. `reader-*`: our reader had to be ended over it, which says nothing against the file. */
export type DocumentProblem =
  | 'empty'
  /** We stored only the head of the body. */
  | 'body-limit'
  | 'rtf-truncated'
  | 'ole-truncated'
  | 'zip-truncated'
  | 'zip-too-many-entries'
  /** The entries claim to unpack to more than any reader should. */
  | 'zip-expands-too-much'
  | 'odf-incomplete'
  | 'ooxml-incomplete'
  /** The main part is no well-formed XML. */
  | 'content-malformed'
  | 'pdf-truncated'
  | 'pdf-broken'
  /** Opens with a password only. */
  | 'pdf-password'
  | 'reader-timeout'
  | 'reader-memory'
  | 'reader-died'

/** What a PDF says of itself, and what its pages hold. Texts: `''` when it says none, `null` when that could not be read. */
export interface PdfFacts {
  /** Opens with a password only; then nothing below is known. */
  needsPassword: boolean
  pages: number | null
  /** Pages whose content was read: all of a short file, pages all over a long one. */
  examinedPages: number
  /** Of those, pages that show any text. */
  textPages: number
  /** Of those, pages that show a picture and next to no text: scans. */
  scannedPages: number
  /** Visible characters on the examined pages. */
  characters: number
  /** `MarkInfo` says that it is tagged. */
  isTagged: boolean | null
  /** From the document information, else XMP `dc:title`. */
  title: string | null
  /** BCP 47 as written in the catalogue. */
  language: string | null
  /** XMP `pdfuaid:part`: the part of PDF/UA it claims to follow. */
  uaPart: string | null
  producer: string | null
  /** Addresses of its links (URI actions) as written, each once, at most 500. */
  links: readonly string[]
}

/** What holds together an ODF or OOXML file. */
export interface OfficeFacts {
  /** ODF: `mimetype` is the first entry, and stored (OpenDocument 1.2 part 3, 3.3); `null` for OOXML. */
  isMimetypeFirst: boolean | null
  /** Whether the main part is well-formed XML; `null` when it is encrypted, or too large or too deep to be read. */
  isContentWellFormed: boolean | null
}

/** What an archive holds. */
export interface ArchiveFacts {
  files: number
  /** Entries by what their bytes are, for those whose name promises a document. */
  formats: Readonly<Partial<Record<FileFormat, number>>>
  /** Entries whose name promises a document and that were not read: encrypted, too large, too many, damaged. */
  unread: number
}

/** Where a promise of a format was made; in this order they count as evidence. */
export type ClaimSource = 'icon' | 'parameter' | 'path' | 'link-text' | 'content-disposition' | 'content-type'

/** What somebody said a file is. */
export interface FormatClaim {
  source: ClaimSource
  format: FileFormat
}

/** A downloaded file that is no HTML page. */
export interface DocumentFile {
  id: number
  resourceId: number
  /** What the address or the link promises (extension of the path, `icon=`, base64 `n=`); `null` when it promises nothing. */
  named: FileFormat | null
  /** What the server said (Content-Disposition file name, else Content-Type); `null` when it said nothing useful. */
  served: FileFormat | null
  /** What the bytes are; `null` when they are none of the formats we can tell. */
  detected: FileFormat | null
  /** Every promise of a format, in the order in which they count. */
  claims: readonly FormatClaim[]
  /** File name for people: from Content-Disposition, else the decoded path. */
  fileName: string
  facts: DocumentFacts
}
