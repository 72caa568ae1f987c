import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import { identifyDocument } from './documents/identify.ts'

/** Writes a document row for every file some hyperlink leads to, one body in memory at a time. */
export async function recordDocuments(writer: SnapshotWriter): Promise<void> {
  for (const { resource, linkText } of writer.written.linkedFiles()) {
    const { outcome, url, id } = resource
    if (outcome.kind === 'failure') continue
    const content = outcome.body === null ? null : writer.getBody(outcome.body)
    const { headers, mediaType } = outcome
    const file = await identifyDocument(content ?? new Uint8Array(), {
      url,
      linkText,
      headers,
      mediaType,
      isCut: outcome.truncated,
    })
    writer.addDocument({ ...file, resourceId: id })
  }
}
