import { setImmediate as turn } from 'node:timers/promises'
import { decodeText } from '../store/html.ts'
import type { ExtractedPage } from '../store/snapshot/extracted-page.ts'
import { sniffEncoding } from './extract/encoding.ts'
import { KnownAddresses } from './extract/known-addresses.ts'
import { extractPage } from './extract/page.ts'

/** Where a page came from, and what its header said of its encoding. */
export interface PagePlace {
  url: string
  charset: string | null
}

/** Reads the pages of a site one after another, and lets what came meanwhile be kept in between. */
export class PageReader {
  readonly #addresses = new KnownAddresses()
  #line: Promise<unknown> = Promise.resolve()

  /** All that the markup of a page yields. */
  read(content: Uint8Array, place: PagePlace): Promise<ExtractedPage> {
    const read = this.#line.then(() => turn()).then(() => this.#read(content, place))
    this.#line = read
    return read
  }

  #read(content: Uint8Array, { url, charset }: PagePlace): ExtractedPage {
    const encoding = sniffEncoding(content, charset)
    return extractPage(decodeText(content, encoding), { url, encoding }, this.#addresses)
  }
}
