import { decodeText } from '../store/decode-text.ts'
import type { FetchOutcome } from '../store/model/fetch-outcome.ts'
import type { Resource } from '../store/model/page.ts'
import type { ExtractedStyleReference } from '../store/snapshot/extracted-page.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import { sniffEncoding } from './extract/encoding.ts'
import { styleUrls } from './extract/style-urls.ts'
import type { Intake } from './intake.ts'
import { normalForm } from './normal-form.ts'
import { linkPriority } from './priority.ts'
import type { Scope } from './scope.ts'

/** Turns style sheets into the addresses they name, and those into URLs to ask for. */
export class StyleSheets {
  readonly #writer: SnapshotWriter
  readonly #intake: Intake
  readonly #scope: Scope

  constructor(writer: SnapshotWriter, intake: Intake, scope: Scope) {
    this.#writer = writer
    this.#intake = intake
    this.#scope = scope
  }

  /** Writes what a style sheet of the site names; nothing when the resource is none. `hops` is its distance in the crawl. */
  record(asked: Resource, hops: number): void {
    const resource = asked.url === asked.finalUrl ? asked : this.#writer.written.resourceAt(asked.finalUrl)
    if (resource === null || !this.#scope.contains(resource.url)) return
    const css = this.#textOf(resource)
    if (css === null) return
    const references = styleUrls(css).flatMap((url) => this.#resolved(url, resource.url))
    this.#writer.transaction(() => {
      this.#writer.addStyleReferences(resource.id, references)
      for (const reference of references) this.#discover(reference, hops)
    })
  }

  #textOf({ url, outcome }: Resource): string | null {
    if (!isStyleSheet(url, outcome)) return null
    const content = this.#writer.getBody(outcome.body ?? '')
    if (content === null) return null
    const declared = /^@charset "([\w-]{1,40})";/.exec(Buffer.from(content.subarray(0, 60)).toString('latin1'))?.[1]
    return decodeText(content, sniffEncoding(content, outcome.charset ?? declared ?? null))
  }

  #resolved(url: ReturnType<typeof styleUrls>[number], base: string): ExtractedStyleReference[] {
    const parsed = URL.parse(url.href, base)
    return parsed !== null && /^https?:$/.test(parsed.protocol) ? [{ ...url, target: normalForm(parsed) }] : []
  }

  #discover({ kind, target }: ExtractedStyleReference, hops: number): void {
    if (!this.#scope.contains(target)) return
    this.#intake.take(target, { foundBy: 'style-sheet', hops, priority: linkPriority(target, kind, hops) })
  }
}

function isStyleSheet(url: string, outcome: FetchOutcome): outcome is Extract<FetchOutcome, { kind: 'response' }> {
  if (outcome.kind === 'failure' || outcome.status > 299) return false
  return outcome.mediaType === 'text/css' || (outcome.mediaType === null && new URL(url).pathname.endsWith('.css'))
}
