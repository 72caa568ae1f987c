import type { FetchFailureCode, FetchOutcome } from '../store/model/fetch-outcome.ts'
import type { Link } from '../store/model/link.ts'
import type { Page, Resource } from '../store/model/page.ts'
import type { UrlFate } from '../store/model/run.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { deathOf, deathText, isGoneStatus } from './confirmed-death.ts'
import { whyNotAsked } from './not-asked.ts'

/** Where a link leads, as far as the run knows. Reasons in Traditional Chinese. */
export type Target =
  | { kind: 'page'; page: Page; resource: Resource }
  | { kind: 'file'; resource: Resource }
  /** Looked at, and nothing is there. */
  | { kind: 'dead'; resource: Resource; why: string }
  /** Could not be looked at. */
  | { kind: 'unseen'; why: string }
  | { kind: 'external'; url: URL }
  /** `#`, `javascript:`, `mailto:` or a place on the same page. */
  | { kind: 'here' }

/** What is known of the end of a link; never asks for anything. */
export function targetOf(snapshot: Snapshot, link: Link): Target {
  if (link.target === null || link.url === null || link.target === snapshot.page(link.pageId).url)
    return { kind: 'here' }
  const resource = link.targetId === null ? snapshot.resourceAt(link.target) : snapshot.resource(link.targetId)
  if (resource === null) {
    return link.isInternal
      ? { kind: 'unseen', why: whyUnfetched(snapshot, link.target) }
      : { kind: 'external', url: new URL(link.url) }
  }
  const fault = faultOf(snapshot, resource)
  if (fault?.isDead === true) return { kind: 'dead', resource, why: fault.why }
  if (!link.isInternal) return { kind: 'external', url: new URL(link.url) }
  return fault === null ? contentAt(snapshot, link, resource) : { kind: 'unseen', why: fault.why }
}

function contentAt(snapshot: Snapshot, link: Link, resource: Resource): Target {
  const page = snapshot.pageAt(resource.finalUrl)
  if (page !== null) return isSentHome(link, resource, page) ? sentHome(resource) : { kind: 'page', page, resource }
  if (!sameHost(resource.url, resource.finalUrl)) return { kind: 'external', url: new URL(resource.finalUrl) }
  if (resource.outcome.kind === 'response' && resource.outcome.bodyBytes === 0) {
    return { kind: 'dead', resource, why: '回應內容為空' }
  }
  return { kind: 'file', resource }
}

/** A site that sends a missing address to its start page says that there is nothing at the address. */
function isSentHome(link: Link, resource: Resource, page: Page): boolean {
  return page.depthHops === 0 && resource.redirects.length > 0 && new URL(link.target ?? resource.url).pathname !== '/'
}

function sentHome(resource: Resource): Target {
  return { kind: 'dead', resource, why: '轉址至首頁' }
}

function sameHost(one: string, other: string): boolean {
  return new URL(one).host === new URL(other).host
}

const deadFailures: Partial<Record<FetchFailureCode, string>> = {
  'dns-not-found': '主機名稱不存在',
  'redirect-loop': '重新導向循環',
  'redirect-limit': '重新導向次數過多',
  'malformed-url': '網址格式錯誤',
}

/** What is gone is called dead only when it was so twice. */
function faultOf(snapshot: Snapshot, resource: Resource): { isDead: boolean; why: string } | null {
  const fault = faultIn(resource.outcome)
  if (fault?.isDead !== true || !isGone(resource.outcome)) return fault
  const death = deathOf(snapshot, resource)
  return death.kind === 'confirmed' ? fault : { isDead: false, why: `${fault.why}；${deathText(death)}` }
}

function isGone(outcome: FetchOutcome): boolean {
  return outcome.kind === 'failure' ? outcome.code === 'dns-not-found' : isGoneStatus(outcome.status)
}

function faultIn(outcome: FetchOutcome): { isDead: boolean; why: string } | null {
  if (outcome.kind === 'failure') {
    const dead = deadFailures[outcome.code]
    if (dead !== undefined) return { isDead: true, why: dead }
    return { isDead: false, why: outcome.code === 'robots' ? 'robots.txt 不允許查核' : '未能取得回應' }
  }
  if (isGoneStatus(outcome.status)) return { isDead: true, why: `HTTP ${outcome.status}` }
  if (outcome.status >= 400) return { isDead: false, why: `網站拒絕或無法回應自動查核（HTTP ${outcome.status}）` }
  return null
}

const fatesOf = new WeakMap<Snapshot, ReadonlyMap<string, UrlFate>>()

function whyUnfetched(snapshot: Snapshot, target: string): string {
  const known = fatesOf.get(snapshot) ?? new Map(snapshot.urlFates().map((fate) => [fate.url, fate]))
  fatesOf.set(snapshot, known)
  return whyNotAsked(known.get(target)?.reason ?? null)
}
