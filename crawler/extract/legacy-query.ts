// Brings the tables of the encodings with two bytes.
import '@exodus/bytes/encoding.js'
import { percentEncodeAfterEncoding } from '@exodus/bytes/whatwg.js'

/**
 * A reference as browsers send it from a page that is not in UTF-8: the characters of its query stand for bytes of the
 * page's own encoding (URL Standard, "percent-encode after encoding"), so `?kw=中文` on a Big5 page asks for `%A4%A4%A4%E5`.
 * Path and fragment stay; they are UTF-8 on every page. What the encoding lacks is sent as a numeric reference.
 */
export function encodeQuery(href: string, encoding: string): string {
  if (/^utf-/i.test(encoding)) return href
  const [, before = '', query = '', after = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? []
  if (!/[^\0-\x7f]/.test(query)) return href
  return before + query.replace(/[^\0-\x7f]+/g, (run) => percentEncodeAfterEncoding(encoding, run, '')) + after
}
