import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** Addresses as a sitemap file lists them, not yet checked. */
export interface Sitemap {
  /** Of pages. */
  urls: readonly string[]
  /** Of further sitemap files. */
  sitemaps: readonly string[]
  /** The first fault that was read over, as the parser says it; `null` when there was none. */
  problem: string | null
}

export const maxSitemapBytes = 25 * 1024 * 1024
export const maxSitemapUrls = 50_000

/**
 * Reads a sitemap file: XML (sitemap or index, well-formed or not) or plain text, packed with gzip or not. Reading ends at
 * 25 MB unpacked or 50,000 addresses. Never rejects.
 */
export async function readSitemap(content: Uint8Array): Promise<Sitemap> {
  const found = new SitemapReader()
  try {
    for await (const text of textOf(content)) {
      found.write(text)
      if (found.isFull()) break
    }
    found.end()
  } catch (error) {
    found.problem ??= error instanceof Error ? error.message : String(error)
  }
  return found
}

async function* textOf(content: Uint8Array): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let bytes = 0
  for await (const chunk of unpacked(content)) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    const piece = chunk.subarray(0, maxSitemapBytes - bytes)
    bytes += piece.byteLength
    yield decoder.decode(piece, { stream: true })
    if (bytes >= maxSitemapBytes) return
  }
  if (decoder !== null) yield decoder.decode()
}

function unpacked(content: Uint8Array): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b
  return isGzip ? Readable.from([content]).pipe(createGunzip()) : [content]
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const declaration = Buffer.from(head.subarray(0, 200)).toString('latin1')
  const label = /^[^<]{0,3}<\?xml[^>]*encoding=["']([\w-]+)/i.exec(declaration)?.[1] ?? 'utf-8'
  return isEncoding(label) ? label : 'utf-8'
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Takes text piece by piece and keeps the addresses alone. */
class SitemapReader {
  readonly urls: string[] = []
  readonly sitemaps: string[] = []
  problem: string | null = null
  #sink: ((text: string) => void) | null = null
  #end: () => void = () => undefined

  write(text: string): void {
    this.#sink ??= /^\s*</.test(text) ? this.#xmlSink() : this.#textSink()
    this.#sink(text)
  }

  end(): void {
    this.#end()
  }

  isFull(): boolean {
    return this.urls.length + this.sitemaps.length >= maxSitemapUrls
  }

  add(list: string[], address: string): void {
    const trimmed = address.trim()
    if (trimmed !== '' && !this.isFull()) list.push(trimmed)
  }

  #xmlSink(): (text: string) => void {
    const parser = new SaxesParser()
    const path: string[] = []
    let text = ''
    const keep = (more: string) => {
      text += more
    }
    // Saxes goes on after a fault when somebody listens: half a sitemap is better than none.
    parser.on('error', (error) => {
      this.problem ??= error.message
    })
    parser.on('opentag', (tag: SaxesTagPlain) => {
      path.push(localName(tag.name))
      text = ''
    })
    parser.on('text', keep)
    parser.on('cdata', keep)
    parser.on('closetag', () => {
      const [parent, name] = path.slice(-2)
      if (name === 'loc' && parent === 'url') this.add(this.urls, text)
      if (name === 'loc' && parent === 'sitemap') this.add(this.sitemaps, text)
      path.pop()
      text = ''
    })
    this.#end = () => parser.close()
    return (more) => void parser.write(more)
  }

  #textSink(): (text: string) => void {
    let rest = ''
    this.#end = () => this.#addLine(rest)
    return (more) => {
      const lines = (rest + more).split(/\r\n?|\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) this.#addLine(line)
    }
  }

  #addLine(line: string): void {
    if (/^\s*https?:\/\//i.test(line)) this.add(this.urls, line)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}
