import { type Detection, plainDetection, withFacts } from './detection.ts'

/** PDF readers look for the end mark in the last 1024 bytes; more is searched, because servers append. */
const tailBytes = 8192

/** Version, encryption and whether the file breaks off, from header, trailer and tail. Never throws. */
export function detectPdf(content: Uint8Array): Detection {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const head = text.subarray(0, 1100).toString('latin1')
  const formatVersion = /%PDF-(\d\.\d)/.exec(head)?.[1] ?? null
  const detection = plainDetection('pdf', content)
  const facts = { formatVersion, isEncrypted: isEncrypted(text) }
  const tail = text.subarray(Math.max(0, text.length - tailBytes)).toString('latin1')
  if (!/startxref\s+\d+/.test(tail) && !tail.includes('%%EOF')) {
    return withFacts(detection, { ...facts, isReadable: false, problem: 'pdf-truncated' })
  }
  return withFacts(detection, facts)
}

/** `/Encrypt` stands in the trailer, or in the dictionary of a cross-reference stream: both are never compressed. */
function isEncrypted(text: Buffer): boolean {
  for (let at = text.indexOf('/Encrypt'); at !== -1; at = text.indexOf('/Encrypt', at + 8)) {
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text.toString('latin1', at, at + 40))) return true
  }
  return false
}
