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

/** What the bytes say of a document. `null` = not looked at, or does not apply to the format. */
export interface DocumentFacts {
  bytes: number
  isEncrypted: boolean | null
  /** False when the file breaks off or its container cannot be read. */
  isReadable: boolean
  /** ODF: version attribute of the manifest; OOXML and PDF: version of the format. */
  formatVersion: string | null
  /** Why it is not readable, or another oddity, as a code. */
  problem: string | null
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
  /** File name for people: from Content-Disposition, else the decoded path. */
  fileName: string
  facts: DocumentFacts
}
