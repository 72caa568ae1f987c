import type { Link } from '../store/model/link.ts'
import type { Page, Resource } from '../store/model/page.ts'
import type { LinkTerms, SectionTerms, Terms } from '../store/model/terms.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { type Judgement, notDocument } from './links/judge-target.ts'
import { TargetJudge } from './links/target-judge.ts'
import { whyNotAsked } from './not-asked.ts'
import { oncePerSnapshot } from './once-per.ts'

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

/** Words of the section with those for what it leads to. */
export function sectionTermsOf(terms: Terms): SectionTerms {
  const known = sectionTerms.get(terms) ?? { ...terms.disclosure, links: terms.links }
  sectionTerms.set(terms, known)
  return known
}

/** The same object each time: what is found with words is kept by them. */
const sectionTerms = new WeakMap<Terms, SectionTerms>()

/** What is known of the end of a link, by the judge of all links; never asks for anything. */
export function targetOf(snapshot: Snapshot, link: Link, words: LinkTerms): Target {
  if (link.target === null || link.url === null || link.target === snapshot.page(link.pageId).url)
    return { kind: 'here' }
  const resource = link.targetId === null ? snapshot.resourceAt(link.target) : snapshot.resource(link.targetId)
  if (resource === null) {
    return link.isInternal
      ? { kind: 'unseen', why: whyUnfetched(snapshot, link.target) }
      : { kind: 'external', url: new URL(link.url) }
  }
  const judgement = judgementOf(snapshot, resource, words)
  if (isDead(judgement)) return { kind: 'dead', resource, why: judgement.reason ?? '' }
  if (!link.isInternal) return { kind: 'external', url: new URL(link.url) }
  return isThere(judgement) ? contentAt(snapshot, resource) : { kind: 'unseen', why: judgement.reason ?? '' }
}

function isDead({ verdict }: Judgement): boolean {
  return verdict === 'broken' || verdict === 'soft-404' || verdict === 'malformed'
}

/** A page in the place of a document is a page all the same. */
function isThere({ verdict, reason }: Judgement): boolean {
  return verdict === 'ok' || verdict === 'redirected-permanent' || (verdict === 'unconfirmed' && reason === notDocument)
}

function contentAt(snapshot: Snapshot, resource: Resource): Target {
  const page = snapshot.pageAt(resource.finalUrl)
  if (page !== null) return { kind: 'page', page, resource }
  if (!sameHost(resource.url, resource.finalUrl)) return { kind: 'external', url: new URL(resource.finalUrl) }
  if (resource.outcome.kind === 'response' && resource.outcome.bodyBytes === 0) {
    return { kind: 'dead', resource, why: '回應內容為空' }
  }
  return { kind: 'file', resource }
}

function sameHost(one: string, other: string): boolean {
  return new URL(one).host === new URL(other).host
}

/** One judge a snapshot, who judges each resource once: lists and menus lead to the same ones over and over. */
const judgedBy = oncePerSnapshot((snapshot: Snapshot, words: LinkTerms) => ({
  judge: new TargetJudge(snapshot, words),
  judgements: new Map<number, Judgement>(),
}))

function judgementOf(snapshot: Snapshot, resource: Resource, words: LinkTerms): Judgement {
  const { judge, judgements } = judgedBy(snapshot, words)
  const judgement = judgements.get(resource.id) ?? judge.judge(resource)
  judgements.set(resource.id, judgement)
  return judgement
}

const fatesOf = oncePerSnapshot((snapshot: Snapshot) => new Map(snapshot.urlFates().map((fate) => [fate.url, fate])))

function whyUnfetched(snapshot: Snapshot, target: string): string {
  return whyNotAsked(fatesOf(snapshot).get(target)?.reason ?? null)
}
