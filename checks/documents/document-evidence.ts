import type { Evidence } from '../../store/model/evidence.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { atLeastOne, elementEvidence } from '../element-evidence.ts'
import { comparableStem, nameInText } from './link-words.ts'
import type { OfferedDocument } from './offered-document.ts'

/** What came for a document, and the first links that offer it. */
export function evidenceOf(snapshot: Snapshot, { resource, links }: OfferedDocument): Evidence[] {
  const elements = links.slice(0, 2).map((link) => elementEvidence(snapshot, link))
  return resource === null ? elements : [{ kind: 'resource', resourceId: resource.id }, ...elements]
}

/** What people call one document: the longest name a link gives it, else its row, else its file name. */
export function nameOf(documents: readonly OfferedDocument[]): string {
  const linked = documents.flatMap(({ links }) => links.map(({ text }) => nameInText(text)))
  const names = linked.some((name) => name !== '') ? linked : documents.flatMap(({ rowNames }) => rowNames)
  const [longest] = names.filter((name) => name !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [first] = documents
  return longest ?? comparableStem(first?.fileName ?? '') ?? first?.address ?? ''
}

/** How a finding about one document is put down: under its address, with the pages that link to it. */
export function placeOf(snapshot: Snapshot, document: OfferedDocument) {
  const { address, links } = document
  return {
    key: [address] as const,
    url: address,
    pages: new Set(links.map(({ pageId }) => pageId)).size,
    evidence: atLeastOne(evidenceOf(snapshot, document)),
  }
}

/** A format as people write it. */
export function shownFormat(format: string | null): string {
  if (format === null) return '無法辨識'
  if (format === 'ooxml' || format === 'ole') return 'Office'
  return format === 'txt' ? '純文字' : format.toUpperCase()
}
