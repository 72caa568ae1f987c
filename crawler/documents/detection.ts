import type { DocumentFacts, FileFormat } from '../../store/model/document-file.ts'

/** What the bytes of a file are, and how they fare. */
export interface Detection {
  format: FileFormat | null
  facts: DocumentFacts
}

/** A readable file of that format about which nothing more is known. */
export function plainDetection(format: FileFormat | null, content: Uint8Array): Detection {
  const health = { isEncrypted: null, isReadable: true, formatVersion: null, problem: null }
  return { format, facts: { bytes: content.byteLength, ...health, pdf: null, office: null, archive: null } }
}

/** The same detection with other facts. */
export function withFacts(detection: Detection, facts: Partial<DocumentFacts>): Detection {
  return { format: detection.format, facts: { ...detection.facts, ...facts } }
}
