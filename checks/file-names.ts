import type { DocumentFile } from '../store/model/document-file.ts'
import type { Resource } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

const known = new WeakMap<Snapshot, ReadonlyMap<number, DocumentFile>>()

/** The document that a resource is; `null` for a page, a picture and whatever else is no document. */
export function documentAt(snapshot: Snapshot, resource: Resource): DocumentFile | null {
  const documents = known.get(snapshot) ?? new Map(snapshot.documents().map((one) => [one.resourceId, one]))
  known.set(snapshot, documents)
  return documents.get(resource.id) ?? null
}

/** Name of a file for people: as the server names it, else the last part of its address. */
export function fileNameOf(snapshot: Snapshot, resource: Resource): string {
  return documentAt(snapshot, resource)?.fileName ?? lastPart(resource.finalUrl)
}

function lastPart(url: string): string {
  const part = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
