import { decodeText } from '../../store/decode-text.ts'
import type { FileFormat } from '../../store/model/document-file.ts'
import { sniffEncoding } from '../extract/encoding.ts'
import { fileFormatOfMediaType } from './file-formats.ts'

/** Enough to tell what a text is. */
const headBytes = 64 * 1024

/** Tells the kinds of text apart, with care: what is not surely HTML, flat ODF, XML, JSON or a table is `txt`; `null` for binary. */
export function detectText(content: Uint8Array): FileFormat | null {
  const head = content.subarray(0, headBytes)
  const text = decodeText(head, sniffEncoding(head, null))
  if (isBinary(text)) return null
  const start = text.trimStart()
  if (isHtml(start)) return 'html'
  const flat = /^<\?xml[\s\S]{0,20000}?\boffice:mimetype\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
  if (flat !== undefined) return fileFormatOfMediaType(flat)
  if (start.startsWith('<?xml') || /^<[a-z][\w.:-]*(\s[^<>]*)?>[\s\S]*<\/[\w.:-]+>\s*$/i.test(start)) return 'xml'
  if (isJson(content, start)) return 'json'
  return isTable(start) ? 'csv' : 'txt'
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const sample = text.slice(0, 4000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text.
  const strange = sample.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return strange > sample.length / 100
}

/** An error page that stands in for a file is the case that matters. */
function isHtml(start: string): boolean {
  const markup = start.replace(/^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/, '')
  return /^<(!doctype\s+html|html|head|body|title|script|meta|h[1-6]|div|p|table|style|font|center)\b/i.test(markup)
}

function isJson(content: Uint8Array, start: string): boolean {
  if (!/^[[{]/.test(start) || content.byteLength > 5_000_000) return false
  try {
    return typeof JSON.parse(new TextDecoder().decode(content)) === 'object'
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Two lines or more of equally many fields, at least two, parted by commas. */
function isTable(start: string): boolean {
  const lines = start
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const full = lines.length > 2 ? lines.slice(0, -1) : lines
  const counts = new Set(full.map((line) => line.replace(/"[^"]*"/g, '').split(',').length))
  return full.length >= 2 && counts.size === 1 && !counts.has(1)
}
