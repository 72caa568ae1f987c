import type { Artifact, SearchPurpose, SearchQuery, SearchTrialArtifact } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'

/** What the site's own search did when it was used, with the artifact that holds it. */
export interface Trial {
  artifact: Artifact
  content: SearchTrialArtifact
}

/** The trial of the run; `null` when the search was not used: no browser, a folder, an interrupted run. */
export function readTrial(snapshot: Snapshot): Trial | null {
  const [artifact] = snapshot.artifacts('search-trial')
  if (artifact === undefined) return null
  return { artifact, content: snapshot.artifactContent<SearchTrialArtifact>(artifact) }
}

/** The query made for a purpose; `null` when none was. */
export function queryFor({ content }: Trial, purpose: SearchPurpose): SearchQuery | null {
  return content.queries.find((query) => query.purpose === purpose) ?? null
}

/** What was recorded of a query, the page of results as it was served, and the picture of it where one was taken. */
export function queryEvidence(snapshot: Snapshot, trial: Trial, query: SearchQuery): [Evidence, ...Evidence[]] {
  const { artifact, content } = trial
  const pointer = `/queries/${content.queries.indexOf(query)}`
  const record: Evidence = { kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer }
  const resource = query.url === null ? null : snapshot.resourceAt(query.url)
  const served: Evidence[] = resource === null ? [] : [{ kind: 'resource', resourceId: resource.id }]
  const pictures = query.purpose === 'title' ? snapshot.artifacts('search-picture') : []
  return [
    record,
    ...served,
    ...pictures.map(({ id, body }): Evidence => ({ kind: 'artifact', artifactId: id, body, pointer: '' })),
  ]
}

/** The whole record of a trial. */
export function trialEvidence({ artifact }: Trial): Evidence {
  return { kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer: '' }
}

/** True when results came, and no error in their stead. */
export function wasAnswered(query: SearchQuery | null): query is SearchQuery {
  return query !== null && query.outcome === 'shown' && (query.status ?? 200) < 400
}

const barredWords: Readonly<Record<string, string>> = { robots: 'robots.txt 不允許', external: '位於其他網站' }

/** Why the search could not be judged, in Traditional Chinese; `null` when it was used. */
export function whyUntried({ status, detail }: SearchTrialArtifact): string | null {
  if (status === 'tried') return null
  const why = { none: '未見可供實測之檢索欄位', external: '網站檢索使用外部搜尋引擎，本工具不向外部引擎送出查詢' }
  const other = {
    posts: '檢索以POST方式送出，本工具僅以GET查詢，未予實測',
    guarded: '檢索須輸入驗證碼，未予實測',
    barred: `檢索結果頁不得查閱（${barredWords[detail ?? ''] ?? detail ?? ''}），未予實測`,
    unanswered: detail === 'unchanged' ? '於檢索欄位輸入並送出後，網頁未有反應' : '檢索未於時限內回應',
    failed: `檢索實測中斷（${detail ?? ''}）`,
  }
  return { ...why, ...other }[status]
}
