import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { ServiceTerms } from '../../store/model/service-terms.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText, matchesAny } from '../labels.ts'
import { navigationOf } from '../navigation.ts'
import { linkEvidence, linksOf, mainTextOf } from '../seen-page.ts'
import { distinctLinks } from './distinct-links.ts'
import { menuTarget } from './menu-target.ts'
import { findServices } from './procedures/find-services.ts'

/** A version of the site in another language, as its switch leads there. */
export interface LanguageVersion {
  title: string
  url: string
  state: 'offered' | 'dead' | 'unsure'
  /** In Traditional Chinese. */
  because: string
  /** On another host, which was not read. */
  isElsewhere: boolean
  /** This run asked for nothing there: no question for a person. */
  isUnasked: boolean
  evidence: readonly Evidence[]
}

/** The languages that home page and site map switch to, each once, the best of its links. */
export function languageVersions(snapshot: Snapshot, terms: Terms): LanguageVersion[] {
  const { pages } = navigationOf(snapshot, terms.siteMap)
  const links = pages.flatMap((page) => linksOf(snapshot, page)).filter(({ kind }) => kind === 'hyperlink')
  return terms.services.foreign.languages.flatMap(({ title, labels }) => {
    const own = links.filter(({ text }) => matchesAny(foldText(text).toLowerCase(), labels))
    const versions = own.map((link) => versionAt(snapshot, title, link, terms))
    const best = ['offered', 'unsure', 'dead'].flatMap((state) => versions.find((one) => one.state === state) ?? [])
    return best.slice(0, 1)
  })
}

function versionAt(snapshot: Snapshot, title: string, link: Link, terms: Terms): LanguageVersion {
  const target = menuTarget(snapshot, link, terms.links)
  const evidence = [linkEvidence(snapshot, link)]
  const at = {
    title,
    url: link.target ?? snapshot.page(link.pageId).url,
    isElsewhere: false,
    isUnasked: false,
    evidence,
  }
  switch (target.kind) {
    case 'page':
      return isForeign(snapshot, target.page)
        ? { ...at, state: 'offered', because: '可閱覽' }
        : { ...at, state: 'unsure', because: '連結之網頁似為中文' }
    case 'dead':
      return { ...at, state: 'dead', because: target.why }
    case 'external':
      return { ...at, ...saidOfHost(snapshot, link, target.url), isElsewhere: true }
    case 'unseen':
      return { ...at, state: 'unsure', because: `未能查核：${target.why}` }
    case 'file':
    case 'here':
      return { ...at, state: 'unsure', because: '未連結至網頁' }
  }
}

function saidOfHost(
  snapshot: Snapshot,
  link: Link,
  url: URL,
): Pick<LanguageVersion, 'state' | 'because' | 'isUnasked'> {
  const resource = link.targetId === null ? snapshot.resourceAt(link.target ?? '') : snapshot.resource(link.targetId)
  const isAnswered = resource?.outcome.kind === 'response' && resource.outcome.status < 400
  const state = isAnswered ? 'offered' : 'unsure'
  return { state, because: `設於其他網站（${url.hostname}）`, isUnasked: resource === null }
}

/** Text shorter than this tells no language. */
const tellingLength = 40
/** Where Han letters are fewer than this share of all, a page is not Chinese. */
const mostHan = 0.3

/** True when the content of a page is in another language than Chinese; kana and hangul tell by themselves. */
function isForeign(snapshot: Snapshot, page: Page): boolean {
  const letters = mainTextOf(snapshot, page)
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 5000)
  if (letters.length < tellingLength) return /^(?!zh)[a-z]{2}\b/iu.test(page.language ?? '')
  if (/[\u3040-\u30ff\uac00-\ud7af]/u.test(letters) && !/[\u3105-\u3129]/u.test(letters)) return isMostlyOther(letters)
  return (letters.match(/\p{Script=Han}/gu)?.length ?? 0) < letters.length * mostHan
}

/** A Chinese page may name a Japanese thing. */
function isMostlyOther(letters: string): boolean {
  const other = letters.match(/[\u3040-\u30ff\uac00-\ud7af]/gu)?.length ?? 0
  return other > letters.length * 0.2
}

/** A page in another language. */
export interface ForeignPage {
  page: Page
  tellsOfApplying: boolean
}

/** Pages in other languages, and whether they tell of applying for something. */
export function foreignPages(snapshot: Snapshot, { foreign }: ServiceTerms): ForeignPage[] {
  const pages = snapshot.pages().filter((page) => isForeign(snapshot, page))
  return pages.map((page) => {
    const text = foldText(`${page.title ?? ''} ${mainTextOf(snapshot, page).slice(0, 20_000)}`)
    return { page, tellsOfApplying: matchesAny(text, foreign.applying) }
  })
}

/** Something foreigners apply for, by the name of the service or of an entry of the site. */
export interface ForeignApplicants {
  name: string
  url: string
  evidence: Evidence
}

/** Services for foreigners, and where none is told of, labels that speak both of foreigners and of applying. */
export function foreignApplicants(snapshot: Snapshot, terms: Terms): ForeignApplicants[] {
  const { services: words } = terms.services.foreign
  const services = findServices(snapshot, terms).filter(({ name }) => matchesAny(name, words))
  if (services.length > 0)
    return services.map(({ name, page }) => ({
      ...{ name, url: page.url },
      evidence: { kind: 'resource', resourceId: page.resourceId },
    }))
  const labels = distinctLinks(snapshot).filter(
    ({ label }) => label.length <= 20 && matchesAny(label, words) && /申請|申辦|登記/u.test(label),
  )
  return labels.map(({ link }) => ({
    name: foldText(link.text),
    url: link.target ?? snapshot.page(link.pageId).url,
    evidence: linkEvidence(snapshot, link),
  }))
}
