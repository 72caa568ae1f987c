/**
 * File name in a `Content-Disposition` header (RFC 6266), without folders; `null` when it gives none. `filename*` counts
 * before `filename`; percent-escapes in `filename`, and raw bytes in UTF-8 or Big5, are read as servers here mean them.
 */
export function fileNameOfDisposition(header: string): string | null {
  const parameters = parametersOf(header.slice(0, 4000))
  const name = extendedName(parameters.get('filename*')) ?? plainName(parameters.get('filename'))
  const bare = name?.split(/[/\\]/).at(-1)?.trim()
  return bare === undefined || bare === '' ? null : bare
}

const parameterForm = /;\s*([a-z*]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gi

function parametersOf(header: string): Map<string, string> {
  const parameters = new Map<string, string>()
  // Some servers send the name alone, without `attachment`.
  for (const [, key, quoted, bare] of `;${header}`.matchAll(parameterForm)) {
    const value = quoted === undefined ? (bare ?? '').trim() : quoted.replace(/\\(["\\])/g, '$1')
    const name = key?.toLowerCase() ?? ''
    if (!parameters.has(name)) parameters.set(name, value)
  }
  return parameters
}

/** RFC 8187: `UTF-8''%E7%94%B3.odt`. */
function extendedName(value: string | undefined): string | null {
  const parts = /^([\w-]+)'[^']*'(.*)$/.exec(value ?? '')
  if (parts === null) return null
  return decode(unescapeBytes(parts[2] ?? ''), parts[1] ?? '')
}

function plainName(value: string | undefined): string | null {
  if (value === undefined) return null
  const word = /^=\?([\w-]+)\?b\?([A-Za-z0-9+/=]+)\?=$/i.exec(value)
  if (word !== null) return decode(Buffer.from(word[2] ?? '', 'base64'), word[1] ?? '')
  const isEscaped = /%[0-9a-f]{2}/i.test(value)
  return decodeGuessing(isEscaped ? unescapeBytes(value) : rawBytes(value)) ?? value
}

/** Header bytes as the HTTP layer hands them over: one character a byte; a name decoded already is `null`. */
function rawBytes(value: string): Uint8Array | null {
  return /[^\0-\xff]/.test(value) ? null : Buffer.from(value, 'latin1')
}

function unescapeBytes(value: string): Uint8Array {
  const bytes: number[] = []
  for (const [part, hex] of value.matchAll(/%([0-9a-f]{2})|[^%]+|%/gi)) {
    if (hex === undefined) bytes.push(...Buffer.from(part, 'utf8'))
    else bytes.push(Number.parseInt(hex, 16))
  }
  return Uint8Array.from(bytes)
}

function decodeGuessing(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : (decode(bytes, 'utf-8') ?? decode(bytes, 'big5'))
}

/** `null` when the bytes are malformed, or nobody knows the encoding. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}
