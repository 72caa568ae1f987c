import type { DocumentFile, FileFormat } from '../../store/model/document-file.ts'
import type { Link } from '../../store/model/link.ts'
import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { deathOf, isGoneStatus } from '../confirmed-death.ts'
import { formatInAddress, nameInAddress } from './document-address.ts'
import { isArchive, isOdf, isOffice } from './document-formats.ts'
import { formatInText, nameInText } from './link-words.ts'
import { isPageForDocument } from './promised-document.ts'
import { rowNameOf } from './row-name.ts'

/** One address of a document, and the links of the site that offer it. */
export interface OfferedDocument {
  /** Normal URL. */
  address: string
  /** `null` when it was not asked for. */
  resource: Resource | null
  /** `null` when what came is no document, or nothing came. */
  file: DocumentFile | null
  /** What address or link promise; `null` when they promise no document. */
  promised: FileFormat | null
  /** File name for people; of one never fetched what its address carries. */
  fileName: string
  links: Link[]
  /** What the rows of its links call it, where no link does; empty where one does, or no row tells. */
  rowNames: readonly string[]
  /** True when nothing was there, two times. */
  isGone: boolean
}

/** Every document the site offers, fetched or not, in order of addresses. */
export function collectDocuments(snapshot: Snapshot): OfferedDocument[] {
  const documents = new Map<string, OfferedDocument>()
  for (const file of snapshot.documents()) addFile(documents, snapshot.resource(file.resourceId), file)
  for (const page of snapshot.pages()) {
    for (const link of snapshot.linksOf(page.id)) addLink(documents, snapshot, link)
  }
  for (const document of documents.values()) document.rowNames = rowNamesOf(snapshot, document)
  return [...documents.values()].sort((a, b) => (a.address < b.address ? -1 : 1))
}

function addFile(documents: Map<string, OfferedDocument>, resource: Resource, file: DocumentFile): void {
  const { url: address } = resource
  const promised = formatInAddress(address) ?? file.named
  const { fileName } = file
  documents.set(address, { address, resource, file, promised, fileName, links: [], rowNames: [], isGone: false })
}

function addLink(documents: Map<string, OfferedDocument>, snapshot: Snapshot, link: Link): void {
  if (link.kind !== 'hyperlink' || link.target === null || !isOwn(link, snapshot)) return
  const known = documents.get(link.target) ?? newDocument(snapshot, link, link.target)
  if (known === null) return
  documents.set(link.target, known)
  known.promised ??= formatInText(link.text)
  known.links.push(link)
}

/** Links looked at for the names of their rows. */
const mostRows = 3

function rowNamesOf(snapshot: Snapshot, { links }: OfferedDocument): string[] {
  if (links.some(({ text }) => nameInText(text) !== '')) return []
  const names = links.slice(0, mostRows).map((link) => rowNameOf(snapshot, link))
  return [...new Set(names)].filter((name) => name !== '')
}

/** The site's own, also on a host of its own for downloads, as `ws.` beside `www.` (facts 5). */
function isOwn(link: Link, snapshot: Snapshot): boolean {
  if (link.isInternal) return true
  const base = new URL(snapshot.run.origin).hostname.replace(/^www\./, '')
  return URL.parse(link.target ?? '')?.hostname.endsWith(`.${base}`) === true
}

/** A document that was not stored as one: not asked for, failed, or answered by something else. A page in the place of a final one is no document; of an editable one it leaves unknown what it would have been. */
function newDocument(snapshot: Snapshot, link: Link, address: string): OfferedDocument | null {
  const resource = snapshot.resourceAt(address)
  const promised = formatInAddress(address) ?? (resource === null ? formatInText(link.text) : null)
  const isEditable = isOdf(promised) || isOffice(promised)
  if (!isEditable && !isArchive(promised) && promised !== 'pdf') return null
  if (!isEditable && resource !== null && isPageForDocument(snapshot, resource)) return null
  return {
    address,
    resource,
    file: null,
    promised,
    fileName: nameInAddress(address),
    links: [],
    rowNames: [],
    isGone: isGone(snapshot, resource),
  }
}

function isGone(snapshot: Snapshot, resource: Resource | null): boolean {
  if (resource === null || resource.outcome.kind === 'failure' || !isGoneStatus(resource.outcome.status)) return false
  return deathOf(snapshot, resource).kind === 'confirmed'
}
