import type { FileFormat } from '../../store/model/document-file.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { groupBy } from '../group-by.ts'
import { folderOfAddress } from './document-address.ts'
import { comparableStem, isMereSeparation, nameInText } from './link-words.ts'
import type { OfferedDocument } from './offered-document.ts'
import { rowsOf } from './rows.ts'
import { Sets } from './sets.ts'

/** One link of a page that offers a document. */
interface Offer {
  document: OfferedDocument
  link: Link
  /** What the link, or else its row, says beside the format. */
  name: string
}

/** Groups addresses that offer one document in several formats: each group is one document. Source: facts 5, peers A3. */
export function findTwins(snapshot: Snapshot, documents: readonly OfferedDocument[]): OfferedDocument[][] {
  const sets = new Sets<OfferedDocument>(documents)
  joinSameBytes(sets, documents)
  joinByStem(sets, documents, folderOfAddress)
  for (const [pageId, offers] of offersByPage(documents)) joinOnPage(sets, snapshot, snapshot.page(pageId), offers)
  return sets.groups()
}

function joinSameBytes(sets: Sets<OfferedDocument>, documents: readonly OfferedDocument[]): void {
  const read = documents.filter(({ file }) => file !== null)
  for (const same of groupBy(read, bodyOf).values()) sets.join(same)
}

function bodyOf({ resource }: OfferedDocument): string | null {
  return resource?.outcome.kind === 'response' ? resource.outcome.body : null
}

/** The same file name in the same place, as in `a/form.odt` and `a/form.docx`. */
function joinByStem(
  sets: Sets<OfferedDocument>,
  documents: readonly OfferedDocument[],
  placeOf: (address: string) => string,
): void {
  const stemmed = groupBy(documents, ({ address, fileName }) => {
    const stem = comparableStem(fileName)
    return stem === null ? null : `${placeOf(address)} ${stem}`
  })
  for (const same of stemmed.values()) if (haveDistinctFormats(same)) sets.join(same)
}

function offersByPage(documents: readonly OfferedDocument[]): Map<number, Offer[]> {
  const offers = documents.flatMap((document) =>
    document.links.map((link) => ({ document, link, name: nameInText(link.text) || rowName(document) })),
  )
  const byPage = groupBy(offers, ({ link }) => link.pageId)
  for (const list of byPage.values()) list.sort((a, b) => a.link.start - b.link.start)
  return byPage
}

/** The one name that rows give a document of which no link says anything; `''` where they give none, or several. */
function rowName({ rowNames }: OfferedDocument): string {
  const [name, ...more] = rowNames
  return name === undefined || more.length > 0 ? '' : nameInText(name)
}

function joinOnPage(sets: Sets<OfferedDocument>, snapshot: Snapshot, page: Page, offers: Offer[]): void {
  const documents = [...new Set(offers.map(({ document }) => document))]
  if (documents.length < 2) return
  const telling = documents.filter(({ fileName }) => isTelling(comparableStem(fileName)))
  joinByStem(sets, telling, () => '')
  for (const same of groupBy(offers, ({ name }) => name || null).values()) joinOffers(sets, same)
  joinNeighbours(sets, snapshot.html(page), offers)
  const row = rowsOf(snapshot.dom(page))
  for (const same of groupBy(offers, ({ link }) => row(link.start)).values()) {
    if (haveOneName(same)) joinOffers(sets, same)
  }
}

/** `1.odt` and `1.docx` in different folders say nothing of each other. */
function isTelling(stem: string | null): boolean {
  return stem !== null && stem.length >= 3 && !/^\d+$/.test(stem)
}

function haveOneName(offers: readonly Offer[]): boolean {
  return new Set(offers.map(({ name }) => name).filter((name) => name !== '')).size <= 1
}

function joinOffers(sets: Sets<OfferedDocument>, offers: readonly Offer[]): void {
  const documents = [...new Set(offers.map(({ document }) => document))]
  if (haveDistinctFormats(documents)) sets.join(documents)
}

/** 「申請書 odt / pdf / docx」: links that name but a format follow one another. */
function joinNeighbours(sets: Sets<OfferedDocument>, html: string, offers: readonly Offer[]): void {
  let run: Offer[] = []
  for (const offer of offers) {
    const before = run.at(-1)
    const isNext =
      before !== undefined && offer.name === '' && isMereSeparation(html.slice(before.link.end, offer.link.start))
    const documents = [...run, offer].map(({ document }) => document)
    if (isNext && haveDistinctFormats([...new Set(documents)])) run.push(offer)
    else {
      joinOffers(sets, run)
      run = [offer]
    }
  }
  joinOffers(sets, run)
}

/** Two files of one format are two documents: then nothing tells which one the others belong to. */
function haveDistinctFormats(documents: readonly OfferedDocument[]): boolean {
  const formats = documents.map(offeredFormat)
  return new Set(formats).size === formats.length
}

function offeredFormat({ promised, file }: OfferedDocument): FileFormat | null {
  return promised ?? file?.detected ?? null
}
