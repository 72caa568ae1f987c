import { decodeText } from '../../store/decode-text.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { evidenceOf } from '../documents/document-evidence.ts'
import { isOdf, isOffice } from '../documents/document-formats.ts'
import { findTwins } from '../documents/find-twins.ts'
import { collectDocuments, type OfferedDocument } from '../documents/offered-document.ts'
import { domOf, isReadable, nodeEvidence } from '../seen-page.ts'
import { declarationsIn, elementPredicates, type PageFacts, stylePredicates } from './machine-predicates.ts'
import { elementsBeneath, type MarkupElement, type MarkupNode, textBeneath, walkMarkup } from './markup-walk.ts'

/** What one code found. */
export interface CodeCount {
  count: number
  pageIds: Set<number>
  /** At most three. */
  evidence: { url: string; evidence: Evidence }[]
}

export interface CodeTally {
  /** Every code whose predicate is known. */
  codes: ReadonlyMap<string, CodeCount>
  /** The pages looked at. */
  pageIds: readonly number[]
  /** Pages that could not be read. */
  unread: number
}

/** Counts, over all pages as served, what the official tool would fail. */
export function tallyCodes(snapshot: Snapshot): CodeTally {
  const names = [...Object.keys(elementPredicates), ...Object.keys(stylePredicates), 'HM1240200C', 'ME1320200C']
  const codes = new Map(
    names.map((code): [string, CodeCount] => [code, { count: 0, pageIds: new Set(), evidence: [] }]),
  )
  const note = (code: string, pageId: number, url: string, evidence: () => Evidence) => {
    const entry = codes.get(code)
    if (entry === undefined) return
    entry.count += 1
    entry.pageIds.add(pageId)
    if (entry.evidence.length < 3) entry.evidence.push({ url, evidence: evidence() })
  }
  const pages = snapshot.pages().filter((page) => page.refreshUrl === null)
  const readable = pages.filter((page) => isReadable(snapshot, page))
  for (const page of readable) judgePage(snapshot, page, note)
  judgeSheets(snapshot, note)
  judgeDocuments(snapshot, note)
  return { codes, pageIds: readable.map(({ id }) => id), unread: pages.length - readable.length }
}

type Note = (code: string, pageId: number, url: string, evidence: () => Evidence) => void

const predicates = Object.entries(elementPredicates)

function judgePage(snapshot: Snapshot, page: Page, note: Note): void {
  const root = domOf(snapshot, page).root()[0] as unknown as MarkupNode
  const facts = factsOf(root)
  const fail = (code: string, element: MarkupElement) =>
    note(code, page.id, page.url, () => nodeEvidence(snapshot, page, element))
  let title = ''
  walkMarkup(root, (element) => {
    for (const [code, fails] of predicates) if (fails(element, facts)) fail(code, element)
    if (element.name === 'title' && element.parent?.name === 'head') title ||= textBeneath(element)
    for (const code of stylesFailing(styleOf(element))) fail(code, element)
  })
  if (title === '')
    note('HM1240200C', page.id, page.url, () => ({ kind: 'absence', lookedFor: '<title>', pageIds: [page.id] }))
}

function factsOf(root: MarkupNode): PageFacts {
  const labels = elementsBeneath(root, 'label').filter((label) => textBeneath(label) !== '')
  const [html] = elementsBeneath(root, 'html')
  return {
    labelled: new Set(labels.flatMap(({ attribs }) => attribs['for'] ?? [])),
    language: (html?.attribs['lang'] ?? '').trim().toLowerCase(),
  }
}

function styleOf(element: MarkupElement): string {
  return element.name === 'style' ? textBeneath(element) : (element.attribs['style'] ?? '')
}

function stylesFailing(style: string): string[] {
  if (style === '') return []
  const declarations = declarationsIn(style)
  return Object.entries(stylePredicates).flatMap(([code, fails]) => (fails.test(declarations) ? [code] : []))
}

/** A style sheet counts once, on the pages that use it. */
function judgeSheets(snapshot: Snapshot, note: Note): void {
  for (const resource of snapshot.resources()) {
    const { outcome } = resource
    if (outcome.kind !== 'response' || outcome.mediaType !== 'text/css' || outcome.body === null) continue
    const pages = snapshot.pagesPulling(resource.id)
    const bytes = pages.length === 0 ? null : snapshot.body(outcome.body)
    if (bytes === null) continue
    for (const code of stylesFailing(decodeText(bytes, 'utf-8')))
      for (const page of pages) note(code, page.id, page.url, () => ({ kind: 'resource', resourceId: resource.id }))
  }
}

/** By names, as the tool sees them: what the bytes are is asked by accessibility/open-format-alternative. */
function judgeDocuments(snapshot: Snapshot, note: Note): void {
  for (const group of findTwins(snapshot, collectDocuments(snapshot))) {
    const isOpen = group.some(({ promised }) => isOdf(promised) || promised === 'pdf')
    const office = group.filter(({ promised }) => isOffice(promised) && promised !== 'rtf')
    if (isOpen) continue
    for (const document of office) noteDocument(snapshot, document, note)
  }
}

function noteDocument(snapshot: Snapshot, document: OfferedDocument, note: Note): void {
  const [link] = document.links
  const [evidence] = evidenceOf(snapshot, document)
  if (link !== undefined && evidence !== undefined) note('ME1320200C', link.pageId, document.address, () => evidence)
}
