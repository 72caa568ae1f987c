import { pipeline, type Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** No honest server codes a body more often; each coding costs memory before a byte of it is read. */
const mostCodings = 4

/** A body after content decoding. */
export interface DecodedBody {
  content: Uint8Array
  /** True when there was more than the limit; `content` is then its head. */
  truncated: boolean
}

/** Output of a stream that breaks off is kept as far as it came, as browsers do. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
const lenientBrotli = { finishFlush: constants.BROTLI_OPERATION_FLUSH }

/**
 * Reads a body to its end, or to `maxBytes` of decoded content, whichever comes first.
 * A coding we do not know is left as it came. @throws the stream's or the decoder's error, and one that names too many codings.
 */
export async function readDecoded(body: Readable, coding: string | undefined, maxBytes: number): Promise<DecodedBody> {
  const stream = await decodedStream(body, codingsOf(coding))
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const room = maxBytes - bytes
    chunks.push(chunk.byteLength > room ? chunk.subarray(0, room) : chunk)
    bytes += chunk.byteLength
    if (bytes > maxBytes) break
  }
  return { content: Buffer.concat(chunks), truncated: bytes > maxBytes }
}

function codingsOf(header: string | undefined): string[] {
  const names = (header ?? '').toLowerCase().split(',')
  const codings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  if (codings.length <= mostCodings) return codings
  throw Object.assign(new Error(`${codings.length} codings upon another`), { code: 'Z_TOO_MANY_CODINGS' })
}

/** Codings stand in the order in which they were applied, so the last one is undone first. */
async function decodedStream(body: Readable, codings: readonly string[]): Promise<Readable> {
  let stream = body
  for (const coding of codings.toReversed()) {
    const decoder = await decoderFor(coding, stream)
    if (decoder === null) return stream
    // The error reaches whoever reads the decoder, so the callback has nothing left to do.
    stream = pipeline(stream, decoder, () => undefined)
  }
  return stream
}

async function decoderFor(coding: string, stream: Readable) {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip(lenient)
  if (coding === 'br') return createBrotliDecompress(lenientBrotli)
  if (coding === 'deflate') return (await hasZlibHeader(stream)) ? createInflate(lenient) : createInflateRaw(lenient)
  return null
}

/** Servers say `deflate` for data with the zlib wrapper and for data without: the first byte tells. */
async function hasZlibHeader(stream: Readable): Promise<boolean> {
  const first = await firstChunk(stream)
  if (first === null) return true
  stream.unshift(first)
  return ((first[0] ?? 0) & 0x0f) === 8
}

async function firstChunk(stream: Readable): Promise<Uint8Array | null> {
  for (;;) {
    const chunk = stream.read() as Uint8Array | null
    if (chunk !== null) return chunk
    if (stream.readableEnded || stream.destroyed) return null
    await readableOrOver(stream)
  }
}

function readableOrOver(stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      stream.off('readable', settle).off('end', settle).off('close', settle).off('error', settle)
      if (error instanceof Error) reject(error)
      else resolve()
    }
    stream.on('readable', settle).on('end', settle).on('close', settle).on('error', settle)
  })
}
