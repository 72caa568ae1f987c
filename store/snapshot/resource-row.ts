import type { FetchFailureCode, FetchOutcome } from '../model/fetch-outcome.ts'
import type { Resource } from '../model/page.ts'

/** A row of table `resource`: the outcome laid flat. */
export interface ResourceRow {
  id: number
  url: string
  finalUrl: string
  redirects: string
  via: Resource['via']
  fetchedAt: string
  durationMs: number
  tls: string | null
  kind: FetchOutcome['kind']
  status: number | null
  headers: string | null
  mediaType: string | null
  charset: string | null
  body: string | null
  bodyBytes: number | null
  truncated: number | null
  code: string | null
  detail: string | null
}

/** The row to insert for a resource. */
export function resourceRow(resource: Omit<Resource, 'id'>): Omit<ResourceRow, 'id'> {
  const { url, finalUrl, via, fetchedAt, durationMs, tls } = resource
  return {
    url,
    finalUrl,
    redirects: JSON.stringify(resource.redirects),
    via,
    fetchedAt,
    durationMs,
    tls: tls === null ? null : JSON.stringify(tls),
    ...outcomeColumns(resource.outcome),
  }
}

type OutcomeColumns = Pick<
  ResourceRow,
  'kind' | 'status' | 'headers' | 'mediaType' | 'charset' | 'body' | 'bodyBytes' | 'truncated' | 'code' | 'detail'
>

const noColumns = {
  status: null,
  headers: null,
  mediaType: null,
  charset: null,
  body: null,
  bodyBytes: null,
  truncated: null,
  code: null,
  detail: null,
}

function outcomeColumns(outcome: FetchOutcome): OutcomeColumns {
  if (outcome.kind === 'failure') return { ...noColumns, ...outcome }
  return { ...noColumns, ...outcome, headers: JSON.stringify(outcome.headers), truncated: outcome.truncated ? 1 : 0 }
}

/** The resource a row holds. */
export function resourceOf(row: ResourceRow): Resource {
  const { id, url, finalUrl, via, fetchedAt, durationMs } = row
  const tls = row.tls === null ? null : { concessions: [], ...JSON.parse(row.tls) }
  return {
    id,
    url,
    finalUrl,
    redirects: JSON.parse(row.redirects),
    via,
    fetchedAt,
    durationMs,
    tls,
    outcome: outcomeOf(row),
  }
}

function outcomeOf(row: ResourceRow): FetchOutcome {
  if (row.kind === 'failure') {
    return { kind: 'failure', code: row.code as FetchFailureCode, detail: row.detail ?? '' }
  }
  return {
    kind: 'response',
    status: row.status ?? 0,
    headers: JSON.parse(row.headers ?? '{}'),
    mediaType: row.mediaType,
    charset: row.charset,
    body: row.body,
    bodyBytes: row.bodyBytes ?? 0,
    truncated: row.truncated === 1,
  }
}
