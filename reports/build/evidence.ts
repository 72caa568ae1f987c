import { decodeText } from '../../store/decode-text.ts'
import { type ArtifactName, artifactNames, isPicture } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { ReportEvidence } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { valueAt } from '../json-pointer.ts'
import { artifactExcerpt } from './artifact-excerpt.ts'
import { compareText, cut } from './order.ts'

const excerptLimit = 300
const pagesLimit = 20

type Of<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>

/** Turns row ids into addresses and adds what stands at the cited place. One resolver a report: it keeps the last decoded page. */
export class EvidenceResolver {
  readonly #snapshot: Snapshot
  readonly #artifactNames: ReadonlyMap<number, { name: ArtifactName; page: string }>
  #text: { key: string; content: string } = { key: '', content: '' }

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    const artifacts = artifactNames.flatMap((name) => snapshot.artifacts(name))
    this.#artifactNames = new Map(
      artifacts.map(({ id, name, pageId }) => [id, { name, page: snapshot.page(pageId).url }]),
    )
  }

  resolve(evidence: Evidence): ReportEvidence {
    switch (evidence.kind) {
      case 'element':
        return this.#element(evidence)
      case 'resource':
        return this.#resource(evidence)
      case 'artifact':
        return this.#artifact(evidence)
      case 'absence':
        return this.#absence(evidence)
      case 'declared':
        return { kind: 'declared', declarationId: evidence.declarationId }
    }
  }

  #element(evidence: Of<'element'>): ReportEvidence {
    const { pageId, view, body, selector, start, end } = evidence
    const page = this.#snapshot.page(pageId)
    const excerpt = cut(this.#textOf(page, evidence).slice(start, end), excerptLimit)
    return { kind: 'element', page: page.url, view, body, selector, start, end, excerpt }
  }

  #textOf(page: Page, { view, body }: Of<'element'>): string {
    const encoding = view === 'static' ? page.encoding : 'utf-8'
    const key = `${encoding} ${body}`
    if (this.#text.key !== key) {
      const content = this.#snapshot.body(body)
      this.#text = { key, content: content === null ? '' : decodeText(content, encoding) }
    }
    return this.#text.content
  }

  #resource({ resourceId, header }: Of<'resource'>): ReportEvidence {
    const { url, finalUrl, outcome } = this.#snapshot.resource(resourceId)
    const named = header === undefined ? {} : { header: { name: header, value: headerValue(outcome, header) } }
    const place = { kind: 'resource' as const, url, finalUrl }
    if (outcome.kind === 'failure') {
      return { ...place, status: null, failure: outcome.code, mediaType: null, bytes: null, body: null, ...named }
    }
    const { status, mediaType, bodyBytes, body } = outcome
    return { ...place, status, failure: null, mediaType, bytes: bodyBytes, body, ...named }
  }

  #artifact({ artifactId, body, pointer }: Of<'artifact'>): ReportEvidence {
    const artifact = this.#artifactNames.get(artifactId)
    if (artifact === undefined) throw new Error(`the snapshot holds no artifact ${artifactId}`)
    const content = isPicture(artifact.name) ? null : this.#snapshot.body(body)
    const excerpt = content === null ? '' : jsonExcerpt(decodeText(content, 'utf-8'), pointer)
    return { kind: 'artifact', page: artifact.page, name: artifact.name, body, pointer, excerpt }
  }

  #absence({ lookedFor, pageIds }: Of<'absence'>): ReportEvidence {
    const urls = [...new Set(pageIds.map((pageId) => this.#snapshot.page(pageId).url))].sort(compareText)
    return { kind: 'absence', lookedFor, pages: urls.slice(0, pagesLimit), pageCount: urls.length }
  }
}

function headerValue(outcome: ReturnType<Snapshot['resource']>['outcome'], name: string): string | null {
  return outcome.kind === 'response' ? (outcome.headers[name.toLowerCase()] ?? null) : null
}

function jsonExcerpt(json: string, pointer: string): string {
  const value = valueAt(JSON.parse(json), pointer)
  if (value === undefined) return ''
  return artifactExcerpt(value)
}
