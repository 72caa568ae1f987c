import { decodeText } from '../../store/decode-text.ts'
import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import { sniffEncoding } from '../extract/encoding.ts'
import type { KnownAddresses } from '../extract/known-addresses.ts'
import { extractPage } from '../extract/page.ts'

/** Where a page came from, and what its header said of its encoding. */
export interface PageSource {
  url: string
  charset: string | null
}

/** All that the bytes of a page yield; `known` as in {@link extractPage}. */
export function readPage(content: Uint8Array, { url, charset }: PageSource, known: KnownAddresses): ExtractedPage {
  const encoding = sniffEncoding(content, charset)
  return extractPage(decodeText(content, encoding), { url, encoding }, known)
}
