import { SaxesParser } from 'saxes'

/** Bounds beyond which nobody can say: hostile files claim more than any document holds. */
const mostBytes = 64 * 1024 * 1024
const deepest = 2_000

/**
 * Whether a stream of bytes is well-formed XML; `null` when it is larger or deeper than a document, or rests on entities
 * of its own, which are never resolved. Never rejects: a stream that breaks is not well-formed.
 */
export async function isWellFormedXml(chunks: AsyncIterable<Uint8Array>): Promise<boolean | null> {
  const reading = new XmlReading()
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) return null
      reading.write(chunk)
      if (reading.isOver()) break
    }
    return reading.verdict()
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

class XmlReading {
  readonly #parser = new SaxesParser()
  #decoder: TextDecoder | null = null
  #depth = 0
  #isTooDeep = false
  #hasDoctype = false
  #hasFault = false

  constructor() {
    this.#parser.on('opentagstart', () => this.#open())
    this.#parser.on('closetag', () => {
      this.#depth -= 1
    })
    this.#parser.on('doctype', () => {
      this.#hasDoctype = true
    })
    this.#parser.on('error', () => {
      this.#hasFault = true
    })
  }

  write(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    this.#parser.write(this.#decoder.decode(chunk, { stream: true }))
  }

  /** True when nothing that follows can change the verdict. */
  isOver(): boolean {
    return this.#hasFault || this.#isTooDeep
  }

  verdict(): boolean | null {
    if (!this.isOver()) this.#parser.write(this.#decoder?.decode() ?? '').close()
    if (this.#isTooDeep) return null
    return this.#hasFault ? (this.#hasDoctype ? null : false) : true
  }

  #open(): void {
    this.#depth += 1
    if (this.#depth > deepest) this.#isTooDeep = true
  }
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
}
