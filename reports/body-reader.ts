import { decodeText } from '../store/decode-text.ts'
import { artifactNames, isPicture } from '../store/model/artifact.ts'
import type { Sha256 } from '../store/model/fetch-outcome.ts'
import type { Resource } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** A stored body as the report shows it: text, or bytes with their media type. */
export type StoredBody = { text: string } | { bytes: Uint8Array; mediaType: string }

/** Looks a body up by its address; `null` when it was not stored. */
export type BodyReader = (address: Sha256) => StoredBody | null

const textual = /^(text\/|application\/((.+\+)?json|(.+\+)?xml|javascript|ecmascript|x-javascript)$|image\/svg\+xml$)/

/** Reads bodies of a snapshot: pages in the encoding they were read with, records of the browser as UTF-8, files as bytes. */
export function bodyReaderOf(snapshot: Snapshot): BodyReader {
  const kinds = bodyKinds(snapshot)
  return (address) => {
    const bytes = snapshot.body(address)
    if (bytes === null) return null
    const kind = kinds.get(address) ?? { mediaType: 'application/octet-stream', encoding: null }
    return kind.encoding === null ? { bytes, mediaType: kind.mediaType } : { text: decodeText(bytes, kind.encoding) }
  }
}

interface BodyKind {
  mediaType: string
  /** `null` for bytes. */
  encoding: string | null
}

const json: BodyKind = { mediaType: 'application/json', encoding: 'utf-8' }
const picture: BodyKind = { mediaType: 'image/png', encoding: null }

/** Later entries win: what the browser stored and what was read as a page is surer than what a server said. */
function bodyKinds(snapshot: Snapshot): Map<Sha256, BodyKind> {
  const kinds = new Map<Sha256, BodyKind>()
  for (const resource of snapshot.resources()) addResource(kinds, resource)
  for (const page of snapshot.pages()) {
    kinds.set(page.body, { mediaType: 'text/html', encoding: page.encoding })
    if (page.renderedBody !== null) kinds.set(page.renderedBody, { mediaType: 'text/html', encoding: 'utf-8' })
  }
  for (const name of artifactNames) {
    const kind = isPicture(name) ? picture : json
    for (const { body } of snapshot.artifacts(name)) kinds.set(body, kind)
  }
  return kinds
}

function addResource(kinds: Map<Sha256, BodyKind>, { outcome }: Resource): void {
  if (outcome.kind !== 'response' || outcome.body === null) return
  const mediaType = outcome.mediaType ?? 'application/octet-stream'
  kinds.set(outcome.body, { mediaType, encoding: textual.test(mediaType) ? knownEncoding(outcome.charset) : null })
}

/** The charset a server named, when there is such a one; else UTF-8. */
function knownEncoding(charset: string | null): string {
  if (charset === null) return 'utf-8'
  try {
    return new TextDecoder(charset).encoding
  } catch (error) {
    if (error instanceof RangeError) return 'utf-8'
    throw error
  }
}
