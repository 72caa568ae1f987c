import type { ClaimSource, FileFormat, FormatClaim } from '../../store/model/document-file.ts'
import { parseUrl } from '../../store/parse-url.ts'
import { fileFormatOfExtension } from './file-formats.ts'

/** Parameters in which download handlers carry the file name, in clear or in base64 (facts section 5). */
const nameParameters = ['n', 'name', 'filename', 'file', 'fn', 'f', 'path', 'u']

/** What an address and the text of a link promise. */
export interface Promised {
  /** In the order in which they count. */
  claims: readonly FormatClaim[]
  /** Name of the file in a parameter; `null` when there is none. */
  fileName: string | null
}

/**
 * Reads an address as people would: `icon=.pdf` first, then the file name in a parameter, then the extension of the path.
 * The text of the link counts last, when it is itself a file name or ends in a format in brackets, as in 「申請書(odt)」.
 */
export function promisedBy(address: string, linkText: string | null): Promised {
  const url = parseUrl(address)
  const fileName = url === null ? null : nameInParameters(url)
  const claims = [
    claim('icon', url === null ? null : fileFormatOfExtension(parameter(url, 'icon') ?? '')),
    claim('parameter', fileName === null ? null : fileFormatOfExtension(fileName)),
    claim('path', url === null ? null : fileFormatOfExtension(decodePath(url.pathname))),
    claim('link-text', fileFormatOfText(linkText)),
  ]
  return { claims: claims.flat(), fileName }
}

/** A list of that claim; empty when there is none. */
export function claim(source: ClaimSource, format: FileFormat | null): FormatClaim[] {
  return format === null ? [] : [{ source, format }]
}

function parameter(url: URL, name: string): string | null {
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === name) return value
  return null
}

/** The first parameter that holds a file name with an extension we know. */
function nameInParameters(url: URL): string | null {
  for (const name of nameParameters) {
    const value = parameter(url, name)
    const found = value === null ? undefined : [value, fromBase64(value)].find((text) => isFileName(text))
    if (found) return lastSegment(found)
  }
  return null
}

function isFileName(text: string | null): boolean {
  return text !== null && text.length < 500 && fileFormatOfExtension(text) !== null
}

/** Text of a base64 value in UTF-8; `null` when it is none. A `+` comes out of a query as a space. */
function fromBase64(value: string): string | null {
  const compact = value.replaceAll(' ', '+')
  if (!/^[A-Za-z0-9+/_-]{4,2000}={0,2}$/.test(compact)) return null
  const text = Buffer.from(compact, 'base64').toString('utf8')
  return isPrintable(text) ? text : null
}

/** False for what base64 makes of a value that never was base64: malformed UTF-8 and control characters. */
function isPrintable(text: string): boolean {
  return !/[\p{Cc}\ufffd]/u.test(text)
}

/** Last segment of a path or file name; `''` when it ends in a slash. */
export function lastSegment(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? ''
}

/** A path with its percent-escapes resolved, as it stands when they are malformed. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

function fileFormatOfText(linkText: string | null): FileFormat | null {
  const text = linkText?.trim() ?? ''
  const bracketed = /[([（［【]\s*\.?([a-z0-9]{2,5})\s*[)\]）］】]$/i.exec(text)?.[1]
  return fileFormatOfExtension(text) ?? (bracketed === undefined ? null : fileFormatOfExtension(`.${bracketed}`))
}
