import type { DocumentFile, FileFormat } from '../../store/model/document-file.ts'
import type { Link } from '../../store/model/link.ts'
import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { deathOf, isGoneStatus } from '../confirmed-death.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { formatInAddress, nameInAddress } from './document-address.ts'
import { isArchive, isDocumentFormat, isOdf, isOffice } from './document-formats.ts'
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
  links: readonly Link[]
  /** What the rows of its links call it, where no link does; empty where one does, or no row tells. */
  rowNames: readonly string[]
  /** True when nothing was there, two times. */
  isGone: boolean
}

/** Every document the site offers, fetched or not, in order of addresses. */
export const collectDocuments = oncePerSnapshot((snapshot: Snapshot): readonly OfferedDocument[] => {
  const documents = new Documents(snapshot)
  for (const link of snapshot.links()) documents.add(link)
  return documents.all()
})

/** Its links are still being gathered. */
type Collected = OfferedDocument & { links: Link[] }

class Documents {
  readonly #snapshot: Snapshot
  readonly #host: string
  readonly #byAddress = new Map<string, Collected>()
  /** What addresses promise: menus lead to the same ones from every page. */
  readonly #formats = new Map<string, FileFormat | null>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    this.#host = new URL(snapshot.run.origin).hostname.replace(/^www\./, '')
    for (const file of snapshot.documents()) this.#addFile(snapshot.resource(file.resourceId), file)
  }

  all(): OfferedDocument[] {
    const documents = [...this.#byAddress.values()]
    for (const document of documents) document.rowNames = rowNamesOf(this.#snapshot, document)
    return documents.sort((a, b) => (a.address < b.address ? -1 : 1))
  }

  /** Takes the link up when it leads to a document. */
  add(link: Link): void {
    if (link.kind !== 'hyperlink' || link.target === null || !this.#isOwn(link)) return
    const known =
      this.#byAddress.get(link.target) ?? newDocument(this.#snapshot, link, link.target, this.#formatAt(link.target))
    if (known === null) return
    this.#byAddress.set(link.target, known)
    known.promised ??= formatInText(link.text)
    known.links.push(link)
  }

  #addFile(resource: Resource, file: DocumentFile): void {
    const { url: address } = resource
    // `/form-1.html` may well be a file: what its links promise counts.
    const promised = this.#formatAt(address) ?? (isDocumentFormat(file.named) ? file.named : null)
    const { fileName } = file
    const found = { address, resource, file, promised, fileName, links: [], rowNames: [], isGone: false }
    this.#byAddress.set(address, found)
  }

  /** The site's own, also on a host of its own for downloads, as `ws.` beside `www.` (facts 5). */
  #isOwn({ isInternal, target }: Link): boolean {
    return isInternal || URL.parse(target ?? '')?.hostname.endsWith(`.${this.#host}`) === true
  }

  #formatAt(address: string): FileFormat | null {
    const known = this.#formats.get(address)
    if (known !== undefined) return known
    const format = formatInAddress(address)
    this.#formats.set(address, format)
    return format
  }
}

/** Links looked at for the names of their rows. */
const mostRows = 3

function rowNamesOf(snapshot: Snapshot, { links }: OfferedDocument): string[] {
  if (links.some(({ text }) => nameInText(text) !== '')) return []
  const names = links.slice(0, mostRows).map((link) => rowNameOf(snapshot, link))
  return [...new Set(names)].filter((name) => name !== '')
}

/** A document that was not stored as one: not asked for, failed, or answered by something else. A page in the place of a final one is no document; of an editable one it leaves unknown what it would have been. */
function newDocument(snapshot: Snapshot, { text }: Link, address: string, named: FileFormat | null): Collected | null {
  const resource = snapshot.resourceAt(address)
  const promised = named ?? (resource === null ? formatInText(text) : null)
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
