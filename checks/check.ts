import type { AccessibilityStandard } from '../store/model/accessibility-standard.ts'
import type { ArtifactName } from '../store/model/artifact.ts'
import type { CheckDetail, CheckResult } from '../store/model/check-result.ts'
import type { Declaration } from '../store/model/declaration.ts'
import type { Evidence } from '../store/model/evidence.ts'
import type { Verdict } from '../store/model/finding.ts'
import type { Measure, MeasureLabel } from '../store/model/measure.ts'
import type { Agency } from '../store/model/site.ts'
import type { Terms } from '../store/model/terms.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** What a check is told beside the snapshot. */
export interface CheckContext {
  terms: Terms
  agency: Agency
  declarations: readonly Declaration[]
  standard: AccessibilityStandard
}

/** A finding as a check writes it; the runner adds the id. */
export interface DraftFinding<MessageId extends string = string> {
  key: readonly [string, ...string[]]
  messageId: MessageId
  values: Readonly<Record<string, string | number>>
  verdict: Verdict
  url: string
  /** Default 1. */
  pages?: number
  /** Default 0. */
  inferredPages?: number
  evidence: readonly [Evidence, ...Evidence[]]
  /** No measure counts it: a review of it changes no number. */
  isUncounted?: true
}

/** A measure as a check writes it; the runner adds name, unit and, unless given, all findings that do not conform as basis. */
export type DraftMeasure = Pick<Measure, 'value'> & {
  /** Default 0. */
  unknown?: number
  /** Default `null`. */
  outOf?: number | null
  /** Keys of the findings this number rests on; default: every finding of the check. */
  basis?: readonly (readonly string[])[]
}

/** The answer of a check: every declared measure, or why there is none. */
export type Answer<MeasureName extends string = string, MessageId extends string = string> =
  | {
      status: 'done'
      measures: Readonly<Record<MeasureName, DraftMeasure>>
      findings: readonly DraftFinding<MessageId>[]
      detail?: CheckDetail
    }
  | {
      status: 'not-applicable' | 'undetermined'
      /** In Traditional Chinese. */
      reason: string
      /** What was seen all the same. */
      findings?: readonly DraftFinding<MessageId>[]
      detail?: CheckDetail
    }

/** One question about a site, answered from stored bytes alone. */
export interface Check<MeasureName extends string = string, MessageId extends string = string> {
  /** `<area>/<question>`, also the path of its file. */
  id: string
  /** Raised when the same snapshot may yield another number. */
  version: number
  /** In Traditional Chinese. */
  question: string
  /** Artifacts it reads; empty: stored bytes suffice. Without any of them in the snapshot the runner answers `undetermined`. */
  needs: readonly ArtifactName[]
  /** Checks whose results it is handed; they stand before it in the registry. Default: none. */
  reads?: readonly string[]
  measures: Readonly<Record<MeasureName, MeasureLabel>>
  /** In Traditional Chinese, with `{slots}`. */
  messages: Readonly<Record<MessageId, string>>
  run(snapshot: Snapshot, context: CheckContext, earlier: EarlierResults): Answer<MeasureName, MessageId>
}

/** What the checks concluded that a check `reads`, by their ids; one that did not run is not there. */
export type EarlierResults = ReadonlyMap<string, CheckResult>

/** Types a check by the names it declares, so that a misspelt measure or message does not compile. */
export function defineCheck<const MeasureName extends string, const MessageId extends string>(
  check: Check<MeasureName, MessageId>,
): Check<MeasureName, MessageId> {
  return check
}
