import type { Artifact, ArtifactName } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** What an observer left of one page. */
export interface Observed<T> {
  page: Page
  artifact: Artifact
  content: T
}

/** What an observer left of every page, in order of URLs; the caller knows the shape by the name. */
export function observedPages<T>(snapshot: Snapshot, name: ArtifactName): Observed<T>[] {
  return snapshot.artifacts(name).map((artifact) => {
    return { page: snapshot.page(artifact.pageId), artifact, content: snapshot.artifactContent<T>(artifact) }
  })
}

/** A place in what an observer left, as evidence. */
export function pointTo({ artifact }: Pick<Observed<unknown>, 'artifact'>, pointer: string): Evidence {
  return { kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer }
}
