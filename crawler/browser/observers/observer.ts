import type { ArtifactName } from '../../../store/model/artifact.ts'
import type { CandidatePage } from '../candidate-page.ts'
import type { OpenPage } from '../open-page.ts'

/** Looks at a page while it is open and says what is to be kept. */
export interface Observer {
  name: ArtifactName
  /** Raised when the same page may yield another artifact. */
  version: number
  /** Left out: it looks at every page; false: it may leave nothing of one. */
  isForEvery?: false
  /** Content of the artifact; `null` when there is nothing to keep of this page. May reject, or never end: the caller sees to that. */
  observe(open: OpenPage, candidate: CandidatePage): Promise<ArtifactContent | null>
  /** What is kept of a page that could not be looked at; `null` when nothing is. */
  failure(detail: string): ArtifactContent | null
}

/** Bytes of an artifact with their media type. */
export interface ArtifactContent {
  mediaType: 'application/json' | 'image/png'
  content: Uint8Array
}
