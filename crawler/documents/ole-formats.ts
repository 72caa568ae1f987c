import type { FileFormat } from '../../store/model/document-file.ts'
import { readCompoundDirectory } from './compound-file.ts'
import { type Detection, plainDetection, withFacts } from './detection.ts'

const formatByStream: Readonly<Record<string, FileFormat>> = {
  WordDocument: 'doc',
  Workbook: 'xls',
  Book: 'xls',
  'PowerPoint Document': 'ppt',
}

/** Tells Word, Excel and PowerPoint before 2007 apart by their streams, and OOXML locked by a password. */
export function detectOle(content: Uint8Array): Detection {
  const { names, isWhole } = readCompoundDirectory(content)
  const isLocked = names.includes('EncryptedPackage')
  const stream = names.find((name) => Object.hasOwn(formatByStream, name))
  const format = isLocked ? 'ooxml' : stream === undefined ? 'ole' : (formatByStream[stream] ?? 'ole')
  const detection = withFacts(plainDetection(format, content), { isEncrypted: isLocked ? true : null })
  return isWhole ? detection : withFacts(detection, { isReadable: false, problem: 'ole-truncated' })
}
