import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { formatInAddress } from './document-address.ts'
import { isDocumentFormat } from './document-formats.ts'

/** First bytes of PDF, ZIP (and all that is packed in it), old Office, RTF, RAR and 7z: some servers call them all `text/html`. */
const signatures = ['%PDF-', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf', 'Rar!', '7z\xbc\xaf']

const longestLine = 1000

/** True when an address promises a document and a page came instead, under 2xx. Source: facts 9 (soft 404). */
export function isPageForDocument(snapshot: Snapshot, { url, finalUrl, outcome }: Resource): boolean {
  if (!isDocumentFormat(formatInAddress(url)) || outcome.kind === 'failure' || outcome.body === null) return false
  const isPage = /^(text\/html|application\/xhtml\+xml)$/.test(outcome.mediaType ?? '')
  if (!isPage && (outcome.mediaType !== null || snapshot.pageAt(finalUrl) === null)) return false
  const head = Buffer.from(snapshot.body(outcome.body)?.subarray(0, 8) ?? []).toString('latin1')
  return !signatures.some((signature) => head.startsWith(signature))
}

/** True when an address promises a document and a few lines of plain text came instead, under 2xx. */
export function isLineForDocument({ url, outcome }: Resource): boolean {
  if (outcome.kind === 'failure' || outcome.mediaType !== 'text/plain') return false
  return outcome.bodyBytes <= longestLine && isDocumentFormat(formatInAddress(url))
}
