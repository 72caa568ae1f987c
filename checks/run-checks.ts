import { artifactTitles } from '../store/model/artifact.ts'
import type { CheckResult } from '../store/model/check-result.ts'
import type { Finding, FindingId } from '../store/model/finding.ts'
import type { Measure } from '../store/model/measure.ts'
import { sha256 } from '../store/sha256.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import type { Answer, Check, CheckContext, DraftFinding, EarlierResults } from './check.ts'
import { fingerprintOf } from './fingerprint.ts'

/** Runs every check over the snapshot, in order. A check that throws is `crashed`, with its stack; the others go on. */
export function runChecks(snapshot: Snapshot, checks: readonly Check[], context: CheckContext): CheckResult[] {
  const results: CheckResult[] = []
  for (const check of checks) results.push(runCheck(snapshot, check, context, earlierFor(check, results)))
  return results
}

function earlierFor({ reads = [] }: Check, results: readonly CheckResult[]): EarlierResults {
  return new Map(results.filter(({ checkId }) => reads.includes(checkId)).map((result) => [result.checkId, result]))
}

function runCheck(snapshot: Snapshot, check: Check, context: CheckContext, earlier: EarlierResults): CheckResult {
  const missing = check.needs.find((name) => snapshot.artifacts(name).length === 0)
  if (missing !== undefined)
    return withoutNumbers(check, 'undetermined', `未執行瀏覽器檢測（缺少${artifactTitles[missing]}），無法判定。`)
  try {
    return resultOf(snapshot, check, check.run(snapshot, context, earlier))
  } catch (error) {
    return withoutNumbers(check, 'crashed', error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

function withoutNumbers(check: Check, status: CheckResult['status'], reason: string): CheckResult {
  return { checkId: check.id, checkVersion: check.version, status, reason, measures: [], findings: [], detail: null }
}

function resultOf(snapshot: Snapshot, check: Check, answer: Answer): CheckResult {
  const findings = (answer.findings ?? []).map((draft) => findingOf(snapshot, check, draft)).sort(byUrlThenId)
  assertDistinct(check, findings)
  const measures = answer.status === 'done' ? measuresOf(check, answer.measures, findings) : []
  const reason = answer.status === 'done' ? null : answer.reason
  const head = { checkId: check.id, checkVersion: check.version, status: answer.status, reason }
  return { ...head, measures, findings, detail: answer.detail ?? null }
}

function findingOf(snapshot: Snapshot, check: Check, draft: DraftFinding): Finding {
  const id = findingId(check.id, draft.key)
  const told = { ...draft, evidence: distinct(draft.evidence) }
  return { pages: 1, inferredPages: 0, ...told, fingerprint: fingerprintOf(snapshot, told), id, checkId: check.id }
}

/** A check that comes by the same proof twice tells it once. */
function distinct(evidence: Finding['evidence']): Finding['evidence'] {
  const byContent = new Map(evidence.map((one) => [JSON.stringify(one), one]))
  return [evidence[0], ...[...byContent.values()].slice(1)]
}

/** Stable over runs and versions: 16 hexadecimal digits of the hash of check id and key. */
export function findingId(checkId: string, key: readonly string[]): FindingId {
  return sha256(JSON.stringify([checkId, ...key])).slice(0, 16)
}

function byUrlThenId(a: Finding, b: Finding): number {
  if (a.url !== b.url) return a.url < b.url ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function assertDistinct(check: Check, findings: readonly Finding[]): void {
  const ids = new Set(findings.map((finding) => finding.id))
  if (ids.size < findings.length) throw new Error(`${check.id} gave one key to two findings`)
}

type DoneAnswer = Extract<Answer, { status: 'done' }>

function measuresOf(check: Check, drafts: DoneAnswer['measures'], findings: readonly Finding[]): Measure[] {
  return Object.entries(check.measures).map(([name, { unit, counts }]) => {
    const draft = drafts[name]
    if (draft === undefined) throw new Error(`${check.id} did not answer its measure ${name}`)
    const basis = draft.basis?.map((key) => findingId(check.id, key)) ?? findings.map((finding) => finding.id)
    const numbers = { value: draft.value, unknown: draft.unknown ?? 0, outOf: draft.outOf ?? null }
    return { name, ...numbers, unit, basis, ...(counts === undefined ? {} : { counts }) }
  })
}
