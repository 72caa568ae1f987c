import { MIMEType } from 'whatwg-mimetype'
import { remembered } from '../remembered.ts'

const beyondAscii = /[^\0-\x7f]/

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

/**
 * Headers as they are stored: names in lower case, repeated ones joined by `, `, cookies left out. Values that are valid
 * UTF-8 are text, others one character a byte; in `location` every byte beyond ASCII is percent-encoded, as the server meant it.
 */
export function storedHeaders(raw: RawHeaders): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || name === 'set-cookie') continue
    if (name === 'location') headers[name] = percentEncoded(Array.isArray(value) ? (value[0] ?? '') : value)
    else headers[name] = textOf(Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

function percentEncoded(bytes: string): string {
  return bytes.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

function textOf(bytes: string): string {
  if (!beyondAscii.test(bytes)) return bytes
  const text = new TextDecoder().decode(Buffer.from(bytes, 'latin1'))
  return text.includes('\ufffd') ? bytes : text
}

/** What a `content-type` names. */
interface ContentType {
  mediaType: string | null
  charset: string | null
}

/** Media type and charset a `content-type` names; both `null` when it is missing or malformed. */
export function contentType(header: string | undefined): Readonly<ContentType> {
  return header === undefined ? unnamed : named(header)
}

const unnamed: Readonly<ContentType> = { mediaType: null, charset: null }

const named = remembered(200, (header): Readonly<ContentType> => {
  const type = MIMEType.parse(header.split(/,(?=\s*[\w.+-]+\/)/)[0] ?? '')
  if (type === null) return unnamed
  return { mediaType: type.essence, charset: type.parameters.get('charset')?.toLowerCase() ?? null }
})
