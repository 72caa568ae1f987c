import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'
import type { Resource } from '../../store/model/page.ts'
import type { LinkTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { deathOf, deathText } from '../confirmed-death.ts'
import { isLineForDocument, isPageForDocument } from '../documents/promised-document.ts'
import { type Judgement, judgeOutcome, notDocument } from './judge-target.ts'
import { type Absence, MissingPages } from './missing/missing-pages.ts'
import { wallOf } from './wall.ts'

/** The one place that says what the answer to a link is worth, for links within the site and to others. */
export class TargetJudge {
  readonly #snapshot: Snapshot
  readonly #terms: LinkTerms
  readonly #missing: MissingPages
  readonly #dnsWorks: boolean

  constructor(snapshot: Snapshot, terms: LinkTerms) {
    this.#snapshot = snapshot
    this.#terms = terms
    this.#missing = new MissingPages(snapshot, terms)
    this.#dnsWorks = hasSeenDnsWork(snapshot)
  }

  /** The verdict on what came back for an address. What seems dead is called dead only when it was so twice. */
  judge(resource: Resource): Judgement {
    const first = judgeOutcome(resource.outcome, this.#dnsWorks)
    if (first.verdict === 'broken') return this.#dead(resource, first)
    if (resource.outcome.kind === 'failure') return first
    const { status } = first
    const wall = this.#mayBeWall(resource) ? wallOf(this.#snapshot, resource.outcome, this.#terms.botWalls) : null
    if (wall !== null) return { verdict: 'blocked', status, reason: `${wall} 防護機制之回應（HTTP ${status}）` }
    if (first.verdict !== 'ok') return leadsBack(resource) ?? first
    if (this.isShared(resource)) return first
    return this.#good(resource, first)
  }

  #dead(resource: Resource, first: Judgement): Judgement {
    const death = deathOf(this.#snapshot, resource)
    if (death.kind === 'confirmed') return first
    if (death.kind === 'unstable') return { ...first, verdict: 'unstable', reason: `首次${first.reason}` }
    return { ...first, verdict: 'unconfirmed', reason: `${first.reason}；${deathText(death)}` }
  }

  /** What answered 2xx. */
  #good(resource: Resource, first: Judgement): Judgement {
    const absence = this.#missing.of(resource)
    if (absence !== null) return this.#absent(resource, first, absence)
    if (isPageForDocument(this.#snapshot, resource)) return this.#noDocument(resource, first)
    if (isLineForDocument(resource) && this.#missing.isMissingDocument(resource))
      return { ...first, verdict: 'soft-404', reason: '應為文件，實際回應「無此檔案」之文字' }
    return isMovedForGood(resource)
      ? { ...first, verdict: 'redirected-permanent', reason: `已永久轉址至 ${resource.finalUrl}` }
      : first
  }

  #absent(resource: Resource, first: Judgement, { kind, reason }: Absence): Judgement {
    if (kind === 'error-page') return { ...first, verdict: 'server-error', reason }
    if (kind === 'redirected-home' || kind === 'blocked') return { ...first, verdict: kind, reason }
    return this.#isOwn(resource) ? { ...first, verdict: kind, reason } : this.#confirmedAbsence(resource, first, reason)
  }

  /** A stranger may have sent us away for want of a cookie: there, too, only what was missing twice is missing. */
  #confirmedAbsence(resource: Resource, first: Judgement, reason: string): Judgement {
    const confirmation = this.#snapshot.confirmationOf(resource.id)
    if (confirmation === null) return { ...first, verdict: 'unconfirmed', reason: `${reason}；未能再次查核` }
    if (this.#missing.isMissingAgain(resource, confirmation)) return { ...first, verdict: 'soft-404', reason }
    return { ...first, verdict: 'unstable', reason: `首次${reason}` }
  }

  #noDocument(resource: Resource, first: Judgement): Judgement {
    if (this.#missing.isLogin(resource)) return { ...first, verdict: 'blocked', reason: `${notDocument}，須先登入` }
    const verdict = this.#missing.isMissingDocument(resource) ? 'soft-404' : 'unconfirmed'
    return { ...first, verdict, reason: notDocument }
  }

  #isOwn({ url }: Resource): boolean {
    return bareHost(url) === bareHost(this.#snapshot.run.origin)
  }

  /** A page with much to show is none, and reading every body would cost. */
  #mayBeWall({ finalUrl, outcome }: Resource): boolean {
    const page = this.#snapshot.pageAt(finalUrl)
    if (page !== null) return page.textLength <= this.#terms.botWalls.longestText
    return outcome.kind === 'response'
  }

  /** True for addresses of which only a sign of life is asked: short links, social networks. */
  isShared({ url, finalUrl }: Resource): boolean {
    return isOneOf(url, this.#terms.sharedHosts) || isOneOf(finalUrl, this.#terms.sharedHosts)
  }
}

/** True when the host of an address, or a domain above it, is in the list. */
export function isOneOf(url: string, hosts: readonly string[]): boolean {
  const { hostname } = new URL(url)
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

/** A chain that ended with a redirect: where it points was none of ours to ask. */
function leadsBack({ outcome, finalUrl, redirects }: Resource): Judgement | null {
  if (outcome.kind === 'failure' || outcome.status < 300 || outcome.status > 399 || redirects.length === 0) return null
  return { verdict: 'skipped', status: outcome.status, reason: `轉址至未查核之網址（${finalUrl}）` }
}

/** Moved for good by every step, and not only to https, to the `www.` twin or past a slash. */
function isMovedForGood({ url, finalUrl, redirects }: Resource): boolean {
  if (redirects.length === 0 || plain(url) === plain(finalUrl)) return false
  return redirects.every(({ status }) => status === 301 || status === 308)
}

function plain(url: string): string {
  const { pathname, search } = new URL(url)
  return bareHost(url) + pathname.replace(/\/$/, '') + search
}

function bareHost(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

/**
 * A name that is not found proves something only where another name was found in the same run: not on loopback, not over a
 * folder.
 */
export function hasSeenDnsWork(snapshot: Snapshot): boolean {
  const { isFolder, origin } = snapshot.run
  for (const { url, outcome } of snapshot.resources()) {
    if (!isName(url) || !wasConnected(outcome)) continue
    if (!isFolder || bareHost(url) !== bareHost(origin)) return true
  }
  return false
}

function isName(url: string): boolean {
  const { hostname } = new URL(url)
  return !/^[\d.]+$|^\[/.test(hostname) && hostname !== 'localhost' && !hostname.endsWith('.localhost')
}

function wasConnected(outcome: FetchOutcome): boolean {
  return outcome.kind === 'response' || outcome.code === 'refused' || outcome.code === 'reset' || outcome.code === 'tls'
}
