import type { Artifact, AxeArtifact } from '../../store/model/artifact.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** What axe said of one page. */
export interface PageAxe {
  page: Page
  artifact: Artifact
  content: AxeArtifact
}

/** Every page that axe was asked about, in order of URLs. */
export function readAxe(snapshot: Snapshot): PageAxe[] {
  return snapshot.artifacts('axe').map((artifact) => {
    const content = snapshot.artifactContent<AxeArtifact>(artifact)
    return { page: snapshot.page(artifact.pageId), artifact, content }
  })
}

/** True when axe really looked: a page that was not rendered has no "0 violations". */
export function isExamined({ content }: PageAxe): boolean {
  return content.status === 'examined'
}
