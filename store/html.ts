import type { CheerioAPI } from 'cheerio'
// Without parse5 and all else that takes longer to load than a small site to crawl.
import { load } from 'cheerio/slim'

/** A parsed page: a function of selectors. */
export type Dom = CheerioAPI

/** DOM of a page for checks. Nodes carry `startIndex` and `endIndex`: offsets in `html`, the last one inclusive. */
export function parseHtml(html: string): Dom {
  return load(html, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true } })
}
