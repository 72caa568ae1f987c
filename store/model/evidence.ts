import type { Sha256 } from './fetch-outcome.ts'

/** What proves a finding, down to bytes in the snapshot. */
export type Evidence =
  | {
      kind: 'element'
      pageId: number
      view: 'static' | 'rendered'
      body: Sha256
      selector: string
      /** Offsets in the decoded text of `body`. */
      start: number
      end: number
    }
  | { kind: 'resource'; resourceId: number; header?: string }
  | {
      kind: 'artifact'
      artifactId: number
      body: Sha256
      /** RFC 6901 */
      pointer: string
    }
  /** "Not found" is evidence too: what was looked for, on which pages. */
  | { kind: 'absence'; lookedFor: string; pageIds: readonly number[] }
  /** Said by the agency, not seen by us. */
  | { kind: 'declared'; declarationId: string }
