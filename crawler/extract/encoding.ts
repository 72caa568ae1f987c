import sniffHtmlEncoding from 'html-encoding-sniffer'
import { isBig5Text, isUtf8Text } from './encoding-trials.ts'

/** What the sniffer is told to answer when neither mark, header nor meta element says anything. */
const undeclared = 'undeclared'

/** Encodings a server or a template claims by default, whatever the bytes are. */
const looseClaims: ReadonlySet<string> = new Set(['Big5', 'windows-1252', 'ISO-8859-2', 'GBK', 'gb18030'])

/**
 * The WHATWG name of the encoding to decode a page with, always one that `decodeText` knows.
 * Order: byte order mark, `charset` of the header, meta element in the first 1024 bytes, XML declaration; without any of
 * them the bytes decide: strict UTF-8, else Big5, else windows-1252 (which decodes anything). Where the claim is false by
 * the bytes (UTF-8 claimed, the bytes are no UTF-8 but Big5; or the other way round) the bytes are believed, because an
 * audit must read what an official wrote, not what the server's default says.
 */
export function sniffEncoding(content: Uint8Array, headerCharset: string | null): string {
  const claimed = claimedEncoding(content, headerCharset)
  if (claimed === null) return encodingByBytes(content)
  if (claimed === 'UTF-8' && !isUtf8Text(content) && isBig5Text(content)) return 'Big5'
  if (looseClaims.has(claimed) && hasNonAscii(content) && isUtf8Text(content)) return 'UTF-8'
  return claimed
}

/** What mark, header, meta element or XML declaration say; `null` when they say nothing a decoder is known for. */
function claimedEncoding(content: Uint8Array, headerCharset: string | null): string | null {
  const header = headerCharset === null ? {} : { transportLayerEncodingLabel: headerCharset }
  const sniffed = sniffHtmlEncoding(content, { ...header, defaultEncoding: undeclared })
  const claimed = sniffed === undeclared ? xmlDeclaration(content) : sniffed
  return claimed === null ? null : canonicalName(claimed)
}

function xmlDeclaration(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 200)).toString('latin1')
  return /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w:.-]+)["']/.exec(head)?.[1] ?? null
}

/** UTF-16 in a declaration that could be read as ASCII is a lie; encodings that are not to be decoded count as undeclared. */
function canonicalName(label: string): string | null {
  const name = sniffHtmlEncoding(new Uint8Array(), { transportLayerEncodingLabel: label, defaultEncoding: undeclared })
  return name === undeclared || name === 'replacement' ? null : name
}

function encodingByBytes(content: Uint8Array): string {
  if (isUtf8Text(content)) return 'UTF-8'
  return isBig5Text(content) ? 'Big5' : 'windows-1252'
}

function hasNonAscii(content: Uint8Array): boolean {
  return content.some((byte) => byte >= 0x80)
}
