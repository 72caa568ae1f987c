const encoders = new Map<string, Map<string, string>>()

/**
 * A reference as browsers send it from a page that is not in UTF-8: the characters of its query stand for bytes of the
 * page's own encoding (URL Standard, "percent-encode after encoding"), so `?kw=中文` on a Big5 page asks for `%A4%A4%A4%E5`.
 * Path and fragment stay; they are UTF-8 on every page. What the encoding lacks is sent as a numeric reference.
 */
export function encodeQuery(href: string, encoding: string): string {
  if (/^utf-/i.test(encoding)) return href
  const [, before = '', query = '', after = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? []
  if (!/[^\0-\x7f]/.test(query)) return href
  const encoder = encoderOf(encoding)
  return before + query.replace(/[^\0-\x7f]/gu, (character) => encoder.get(character) ?? reference(character)) + after
}

function reference(character: string): string {
  return `%26%23${character.codePointAt(0) ?? 0xfffd}%3B`
}

/** Character -> percent-encoded bytes, made by decoding every byte and pair of bytes once. */
function encoderOf(encoding: string): Map<string, string> {
  const known = encoders.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding)
  const encoder = new Map<string, string>()
  const learn = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const isOne = [...text].length === 1 && text !== '\ufffd'
    if (isOne && !encoder.has(text)) encoder.set(text, bytes.map(percent).join(''))
  }
  for (let lead = 0x80; lead <= 0xff; lead += 1) learn([lead])
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) learn([lead, trail])
  encoders.set(encoding, encoder)
  return encoder
}

/** The second byte of a pair may be a printable ASCII character, which stays as it is. */
function percent(byte: number): string {
  return byte < 0x7f ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
