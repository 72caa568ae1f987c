import { isUtf8 } from 'node:buffer'

/** Bytes a trial looks at: enough for any page, little for a file of 50 MB that calls itself one. */
const trialBytes = 1_000_000

/** True when the bytes are well-formed UTF-8; a character that the end cuts off does not count against it. */
export function isUtf8Text(content: Uint8Array): boolean {
  if (content.byteLength < trialBytes && isUtf8(content)) return true
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content.subarray(0, trialBytes), { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * True when the bytes are well-formed Big5 and read like Chinese: at least one double byte, and most of them in the
 * rows of punctuation and frequent characters (0xA1-0xC6). Western text with accents fails the second test.
 */
export function isBig5Text(content: Uint8Array): boolean {
  const end = Math.min(content.length, trialBytes)
  let pairs = 0
  let frequent = 0
  for (let at = 0; at < end; at += 1) {
    const lead = content[at] ?? 0
    if (lead < 0x80) continue
    at += 1
    if (at >= end) break
    if (!isLead(lead) || !isTrail(content[at] ?? 0)) return false
    pairs += 1
    if (isFrequentRow(lead)) frequent += 1
  }
  return pairs > 0 && frequent / pairs >= 0.7
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe
}

function isFrequentRow(lead: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6
}

function isTrail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe)
}
