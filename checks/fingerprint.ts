import { decodeText } from '../store/decode-text.ts'
import type { Evidence } from '../store/model/evidence.ts'
import { Recent } from '../store/recent.ts'
import { sha256 } from '../store/sha256.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import type { DraftFinding } from './check.ts'
import { oncePerSnapshot } from './once-per.ts'

/** Pieces of evidence that are looked at; what a person judges by stands first. */
const mostEvidence = 3
/** UTF-16 code units of a cited place; a whole page may be cited. */
const longestCited = 2000

/**
 * What a person has before them who judges a finding: verdict, message, values, and of its first pieces of evidence the place
 * and what stands there. Equal when nothing of that changed, whatever else did on the page.
 */
export function fingerprintOf(snapshot: Snapshot, { verdict, messageId, values, evidence }: DraftFinding): string {
  const shown = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = evidence.slice(0, mostEvidence).map((one) => seenAt(snapshot, one))
  return sha256(JSON.stringify([verdict, messageId, shown, seen])).slice(0, 16)
}

function seenAt(snapshot: Snapshot, evidence: Evidence): readonly unknown[] {
  switch (evidence.kind) {
    case 'element':
      return [evidence.kind, snapshot.page(evidence.pageId).url, evidence.selector, citedText(snapshot, evidence)]
    case 'resource':
      return [evidence.kind, ...answerAt(snapshot, evidence)]
    case 'artifact':
      return [evidence.kind, evidence.pointer]
    case 'absence':
      return [evidence.kind, evidence.lookedFor]
    case 'declared':
      return [evidence.kind, evidence.declarationId]
  }
}

function citedText(snapshot: Snapshot, cited: Extract<Evidence, { kind: 'element' }>): string {
  const { pageId, view, body, start, end } = cited
  return textOf(snapshot, pageId, view, body).slice(start, Math.min(end, start + longestCited))
}

/** Pages cited of late: findings about menus cite the same few again and again. */
const textsOf = oncePerSnapshot((_snapshot: Snapshot) => new Recent<string, string>(32))

function textOf(snapshot: Snapshot, pageId: number, view: 'static' | 'rendered', body: string): string {
  const encoding = view === 'static' ? snapshot.page(pageId).encoding : 'utf-8'
  return textsOf(snapshot).get(`${encoding} ${body}`, () => {
    const content = snapshot.body(body)
    return content === null ? '' : decodeText(content, encoding)
  })
}

function answerAt(snapshot: Snapshot, { resourceId, header }: Extract<Evidence, { kind: 'resource' }>): unknown[] {
  const { url, outcome } = snapshot.resource(resourceId)
  if (outcome.kind === 'failure') return [url, outcome.code]
  if (header !== undefined) return [url, header, outcome.headers[header.toLowerCase()] ?? null]
  return [url, outcome.status, outcome.body]
}
