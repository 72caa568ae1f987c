import type { Resource } from '../store/model/page.ts'
import type { LinkedFile } from '../store/snapshot/written.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { detectFormat } from './documents/detect.ts'
import type { Detection } from './documents/detection.ts'
import { DocumentReader } from './documents/document-reader.ts'
import { identifyDocument } from './documents/identify.ts'
import { normalForm } from './normal-form.ts'
import { linkPriority } from './priority.ts'

/** Media types of documents, among others; what comes under other names is read as well, only not before its time. */
const mayBeDocument = /^application\/(pdf|msword|octet-stream|zip|vnd\.)/

/** Documents that only documents lead to may lead to others; a site built of more layers is a trap. */
const maxRounds = 5

/** Records every file some link leads to, and crawls what only links in documents lead to. */
export class LinkedDocuments {
  readonly #parts: CrawlParts
  readonly #reader = new DocumentReader()
  #isExpecting = false

  constructor(parts: CrawlParts) {
    this.#parts = parts
  }

  /** Learns of an answer that came: when the first one that may be a document is there, whoever is to read it gets ready. */
  expect({ outcome }: Resource): void {
    if (this.#isExpecting || outcome.kind === 'failure' || outcome.status > 299) return
    this.#isExpecting = mayBeDocument.test(outcome.mediaType ?? '')
    if (this.#isExpecting) this.#reader.prepare()
  }

  /** Afterwards every file has its row, and what they lead to was asked for by `askForRest`; one body in memory at a time. A run that is over looks at their kind alone. */
  async record(askForRest: () => Promise<void>): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      const files = this.#parts.writer.written.linkedFiles()
      let added = 0
      for (const [index, file] of files.entries()) {
        added += await this.#recordOne(file)
        this.#report(index + 1, files.length)
      }
      if (added === 0 || this.#isOver()) return
      await askForRest()
    }
  }

  close(): void {
    this.#reader.close()
  }

  /** Returns how many addresses the file led to that were new. */
  async #recordOne(linked: LinkedFile): Promise<number> {
    const { resource, linkText } = linked
    const { outcome, url, id } = resource
    if (outcome.kind === 'failure') return 0
    const { writer } = this.#parts
    const content = outcome.body === null ? null : writer.getBody(outcome.body)
    const { headers, mediaType, truncated } = outcome
    const clues = { url, linkText, headers, mediaType, isCut: truncated }
    const isHasty = this.#isOver()
    const read = (bytes: Uint8Array): Promise<Detection> => (isHasty ? detectFormat(bytes) : this.#reader.read(bytes))
    const file = await identifyDocument(content ?? new Uint8Array(), clues, read)
    return writer.transaction(() => {
      writer.addDocument({ ...file, resourceId: id })
      if (isHasty) writer.working.markHasty(id)
      return this.#queue(linked, file.facts.pdf?.links ?? [])
    })
  }

  /** Lets what the file links to into the queue; returns how many were new. */
  #queue({ resource, hops }: LinkedFile, links: readonly string[]): number {
    const { scope, intake } = this.#parts
    let added = 0
    for (const link of links) {
      const target = URL.parse(link, resource.url)
      if (target === null || !scope.contains(target.href)) continue
      const url = normalForm(target)
      const found = { foundBy: 'document', hops: hops + 1, priority: linkPriority(url, 'hyperlink', hops + 1) }
      if (intake.take(url, found)) added += 1
    }
    return added
  }

  #isOver(): boolean {
    const { control, budget, patience } = this.#parts
    return control.signal.aborted || budget.remainingMs() === 0 || patience.isOver()
  }

  #report(done: number, known: number): void {
    const { control, recorder, budget } = this.#parts
    const requests = budget.counts.first + budget.counts.retries
    control.onProgress({ stage: 'documents', done, known, pages: recorder.count, requests })
  }
}
