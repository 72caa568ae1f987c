import { decodeText } from '../../store/decode-text.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { evidenceOf } from '../documents/document-evidence.ts'
import { isOdf, isOffice } from '../documents/document-formats.ts'
import { findTwins } from '../documents/find-twins.ts'
import { collectDocuments, type OfferedDocument } from '../documents/offered-document.ts'
import { elementsBeneath, type MarkupElement, type MarkupNode, textBeneath, walkMarkup } from '../markup-walk.ts'
import { nodeEvidence } from '../seen-page.ts'
import { declarationsIn, elementPredicates, type PageFacts, stylePredicates } from './machine-predicates.ts'

/** What one code found. */
export interface CodeCount {
  count: number
  pageIds: Set<number>
  /** At most three. */
  evidence: { url: string; evidence: Evidence }[]
}

/** What the official tool would fail, by its codes: every code whose predicate is known, counted page by page. */
export class CodeTally {
  readonly counts: ReadonlyMap<string, CodeCount>
  readonly #snapshot: Snapshot

  constructor(snapshot: Snapshot) {
    const names = [...Object.keys(elementPredicates), ...Object.keys(stylePredicates), 'HM1240200C', 'ME1320200C']
    this.counts = new Map(names.map((code) => [code, { count: 0, pageIds: new Set<number>(), evidence: [] }]))
    this.#snapshot = snapshot
  }

  /** Counts what fails on a page. */
  notePage(page: Page, root: MarkupNode): void {
    const facts = factsOf(root)
    const fail = (code: string, element: MarkupElement) =>
      this.#note(code, page.id, page.url, () => nodeEvidence(this.#snapshot, page, element))
    let title = ''
    walkMarkup(root, (element) => {
      for (const [code, fails] of predicates) if (fails(element, facts)) fail(code, element)
      if (element.name === 'title' && element.parent?.name === 'head') title ||= textBeneath(element)
      for (const code of stylesFailing(styleOf(element))) fail(code, element)
    })
    if (title === '')
      this.#note('HM1240200C', page.id, page.url, () => ({ kind: 'absence', lookedFor: '<title>', pageIds: [page.id] }))
  }

  /** A style sheet counts once, on the pages that use it. */
  noteSheets(): void {
    for (const { id: resourceId, outcome } of this.#snapshot.resources()) {
      if (outcome.kind !== 'response' || outcome.mediaType !== 'text/css' || outcome.body === null) continue
      const pages = this.#snapshot.pagesPulling(resourceId)
      const bytes = pages.length === 0 ? null : this.#snapshot.body(outcome.body)
      if (bytes === null) continue
      for (const code of stylesFailing(decodeText(bytes, 'utf-8')))
        for (const page of pages) this.#note(code, page.id, page.url, () => ({ kind: 'resource', resourceId }))
    }
  }

  /** By names, as the tool sees them: what the bytes are is asked by accessibility/open-format-alternative. */
  noteDocuments(): void {
    for (const group of findTwins(this.#snapshot, collectDocuments(this.#snapshot))) {
      const isOpen = group.some(({ promised }) => isOdf(promised) || promised === 'pdf')
      const office = group.filter(({ promised }) => isOffice(promised) && promised !== 'rtf')
      if (!isOpen) for (const document of office) this.#noteDocument(document)
    }
  }

  #noteDocument(document: OfferedDocument): void {
    const [link] = document.links
    const [evidence] = evidenceOf(this.#snapshot, document)
    if (link !== undefined && evidence !== undefined)
      this.#note('ME1320200C', link.pageId, document.address, () => evidence)
  }

  #note(code: string, pageId: number, url: string, evidence: () => Evidence): void {
    const entry = this.counts.get(code)
    if (entry === undefined) return
    entry.count += 1
    entry.pageIds.add(pageId)
    if (entry.evidence.length < mostEvidence) entry.evidence.push({ url, evidence: evidence() })
  }
}

const mostEvidence = 3
const predicates = Object.entries(elementPredicates)

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
