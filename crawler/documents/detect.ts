import { type Detection, plainDetection, withFacts } from './detection.ts'
import { detectOle } from './ole-formats.ts'
import { detectPdf } from './pdf-format.ts'
import { detectText } from './text-formats.ts'
import { detectZip } from './zip-formats.ts'

/** Of a first entry, of an empty archive, of an archive in several volumes. */
const zipMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** What the bytes of a file are, whatever it is called. Never rejects. */
export async function detectFormat(content: Uint8Array): Promise<Detection> {
  if (content.byteLength === 0) {
    return withFacts(plainDetection('empty', content), { isReadable: false, problem: 'empty' })
  }
  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1')
  if (zipMarks.some((mark) => head.startsWith(mark))) return detectZip(content)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return detectOle(content)
  // Readers take a PDF whose mark stands anywhere in the first 1024 bytes; a page that writes about PDF is none.
  if (head.includes('%PDF-') && !head.trimStart().startsWith('<')) return detectPdf(content)
  if (head.startsWith('{\\rtf')) return detectRtf(content)
  if (head.startsWith('Rar!\x1a\x07')) return plainDetection('rar', content)
  if (head.startsWith('7z\xbc\xaf\x27\x1c')) return plainDetection('7z', content)
  return plainDetection(detectText(content), content)
}

/** A whole RTF file ends in the brace that closes the first one. */
function detectRtf(content: Uint8Array): Detection {
  const tail = Buffer.from(content.subarray(-64)).toString('latin1')
  const detection = plainDetection('rtf', content)
  return /\}[\s\0]*$/.test(tail) ? detection : withFacts(detection, { isReadable: false, problem: 'rtf-truncated' })
}
