import type { DocumentFile } from '../store/model/document-file.ts'
import type { Resource } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { oncePerSnapshot } from './once-per.ts'

const documentsOf = oncePerSnapshot(
  (snapshot: Snapshot) => new Map(snapshot.documents().map((one) => [one.resourceId, one])),
)

/** The document that a resource is; `null` for a page, a picture and whatever else is no document. */
export function documentAt(snapshot: Snapshot, resource: Resource): DocumentFile | null {
  return documentsOf(snapshot).get(resource.id) ?? null
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
