import { isAscii, isUtf8, transcode } from 'node:buffer'
import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js'

/**
 * Decodes bytes with the encoding of that WHATWG name; a byte order mark is dropped, malformed bytes become U+FFFD. Node
 * decodes Big5 as code page 950: without Hong Kong's characters, and others fall into private use.
 */
export function decodeText(content: Uint8Array, encoding: string): string {
  if (/^utf-8$/i.test(encoding) && isUtf8(content)) return textOfUtf8(content)
  const Decoder = /^utf-/i.test(encoding) ? TextDecoder : StandardDecoder
  return new Decoder(encoding).decode(content)
}

/** Text of well-formed UTF-8: the same as the decoder gives, in a fifth of the time. */
function textOfUtf8(content: Uint8Array): string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  if (isAscii(text)) return text.toString('latin1')
  return transcode(text, 'utf8', 'utf16le').toString('utf16le')
}
