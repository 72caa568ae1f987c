import { type CheerioAPI, load } from 'cheerio'

/** A parsed page: a function of selectors. */
export type Dom = CheerioAPI

/** DOM of a page for checks. Nodes carry `startIndex` and `endIndex`: offsets in `html`, the last one inclusive. */
export function parseHtml(html: string): Dom {
  return load(html, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true } })
}

/** Decodes bytes with the encoding of that WHATWG name; a byte order mark is dropped, malformed bytes become U+FFFD. */
export function decodeText(content: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(content)
}
