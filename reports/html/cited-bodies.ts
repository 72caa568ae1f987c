import type { Sha256 } from '../../store/model/fetch-outcome.ts'
import type { ReportEvidence, ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { compareText } from '../build/order.ts'
import { pointerAnchor, rangeAnchor } from './site-plan.ts'

/** A stretch of text that evidence points at. */
export interface CitedRange {
  anchor: string
  start: number
  end: number
}

/** A place in JSON that evidence points at. */
export interface CitedPointer {
  anchor: string
  pointer: string
}

/** A stored body that evidence rests on, with everything that points into it. */
export interface CitedBody {
  sha256: Sha256
  /** Addresses it came from, in order. */
  sources: readonly string[]
  ranges: readonly CitedRange[]
  pointers: readonly CitedPointer[]
  findings: readonly ReportFinding[]
}

interface Gathered {
  sources: Set<string>
  ranges: Map<string, CitedRange>
  pointers: Map<string, CitedPointer>
  findings: Set<ReportFinding>
}

/** Every cited body once, in order of SHA-256. */
export function citedBodies({ findings }: RunReport): CitedBody[] {
  const gathered = new Map<Sha256, Gathered>()
  for (const finding of findings) {
    for (const evidence of finding.evidence) gather(gathered, finding, evidence)
  }
  return [...gathered]
    .sort(([a], [b]) => compareText(a, b))
    .map(([sha256, body]) => ({
      sha256,
      sources: [...body.sources].sort(compareText),
      ranges: [...body.ranges.values()],
      pointers: [...body.pointers.values()],
      findings: [...body.findings],
    }))
}

function gather(all: Map<Sha256, Gathered>, finding: ReportFinding, evidence: ReportEvidence): void {
  if (!('body' in evidence) || evidence.body === null) return
  const body = all.get(evidence.body) ?? {
    sources: new Set(),
    ranges: new Map(),
    pointers: new Map(),
    findings: new Set(),
  }
  all.set(evidence.body, body)
  body.findings.add(finding)
  body.sources.add(evidence.kind === 'resource' ? evidence.finalUrl : evidence.page)
  if (evidence.kind === 'element') {
    const { start, end } = evidence
    const anchor = rangeAnchor(start, end)
    body.ranges.set(anchor, { anchor, start, end })
  }
  if (evidence.kind === 'artifact') {
    const anchor = pointerAnchor(evidence.pointer)
    body.pointers.set(anchor, { anchor, pointer: evidence.pointer })
  }
}
