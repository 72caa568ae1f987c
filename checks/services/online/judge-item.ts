import type { Evidence } from '../../../store/model/evidence.ts'
import type { Link } from '../../../store/model/link.ts'
import type { OnlineServiceKind, SharedSystem } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { isDeepLink, isHostOf } from '../../disclosure/article7/national-systems.ts'
import { nameInAddress } from '../../documents/document-address.ts'
import { rowNameOf } from '../../documents/row-name.ts'
import { foldText, matchesAny, normaliseLabel } from '../../labels.ts'
import { linkEvidence } from '../../seen-page.ts'
import { menuTarget } from '../menu-target.ts'
import { judgeServicePage } from './judge-service-page.ts'
import type { OnlineItem } from './online-item.ts'

type Said = Pick<OnlineItem, 'state' | 'place' | 'system' | 'because'>

/**
 * What a label that promises an online service leads to; `null` when the address is the front door that every footer has, or a
 * file that nothing calls a form.
 */
export function judgeItem(snapshot: Snapshot, kind: OnlineServiceKind, link: Link, terms: Terms): OnlineItem | null {
  const said = saidOf(snapshot, kind, link, terms)
  if (said === null) return null
  const target = menuTarget(snapshot, link, terms.links)
  const answer: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const evidence = [linkEvidence(snapshot, link), ...answer]
  const url = target.kind === 'here' ? null : link.target
  return { kind, name: foldText(link.text), url, evidence, ...said }
}

function saidOf(snapshot: Snapshot, kind: OnlineServiceKind, link: Link, terms: Terms): Said | null {
  const target = menuTarget(snapshot, link, terms.links)
  const own = { place: 'own' as const, system: null }
  switch (target.kind) {
    case 'page':
      return { ...own, ...judgeServicePage(snapshot, { kind, label: link.text, page: target.page }, terms) }
    case 'file':
      return kind === 'formDownload' && !namesForm(snapshot, link, terms) ? null : { ...own, ...saidOfFile(kind) }
    case 'dead':
      return { ...own, state: 'dead', because: `連結失效（${target.why}）` }
    case 'unseen':
      return { ...own, state: 'unsure', because: `未能查核：${target.why}` }
    case 'here':
      return { ...own, state: 'unsure', because: '未連結至其他網頁' }
    case 'external':
      return saidOfHost(snapshot, kind, link, target.url, terms)
  }
}

/** 「下載」 says of no file that it is a form: its row or its name does. */
function namesForm(snapshot: Snapshot, link: Link, { documents }: Terms): boolean {
  const names = [link.text, nameInAddress(link.target ?? ''), rowNameOf(snapshot, link)]
  return names.some((name) => matchesAny(normaliseLabel(name), documents.formLabels))
}

/** A file is what one downloads; it applies, pays and books nothing. */
function saidOfFile(kind: OnlineServiceKind): Pick<Said, 'state' | 'because'> {
  if (kind === 'formDownload') return { state: 'offered', because: '提供檔案下載' }
  return { state: 'unsure', because: '僅連結至檔案，未見可線上辦理之網頁' }
}

/** What an address on another host offers of a kind; `null` for the front door of a shared system. */
export function saidOfHost(
  snapshot: Snapshot,
  kind: OnlineServiceKind,
  link: Link,
  url: URL,
  terms: Terms,
): Said | null {
  const system = systemAt(url, terms.services.systems)
  if (system !== null) return saidOfSystem(system, kind, url)
  const place = isOfAgency(url.hostname, snapshot) ? 'own' : 'other'
  const isAnswered = isAnsweredWell(snapshot, link)
  const state = place === 'own' && isAnswered ? 'offered' : 'unsure'
  const because = state === 'offered' ? `連結至機關系統（${url.hostname}）` : `連結至其他網站（${url.hostname}）`
  return { place, system: null, state, because }
}

function saidOfSystem(system: SharedSystem, kind: OnlineServiceKind, url: URL): Said | null {
  if (system.needsDeepLink && !isDeepLink(url)) return null
  const state = system.kinds.includes(kind) ? 'offered' : 'unsure'
  return { place: 'shared', system: system.name, state, because: `連結至共用系統「${system.name}」` }
}

function systemAt(url: URL, systems: readonly SharedSystem[]): SharedSystem | null {
  return systems.find(({ host }) => isHostOf(url.hostname, host)) ?? null
}

/** `eservice.wra.gov.tw` beside `www.wra.gov.tw`. */
function isOfAgency(hostname: string, { run }: Snapshot): boolean {
  const base = new URL(run.origin).hostname.replace(/^www\./u, '')
  return hostname === base || hostname.endsWith(`.${base}`)
}

function isAnsweredWell(snapshot: Snapshot, link: Link): boolean {
  const resource = link.targetId === null ? snapshot.resourceAt(link.target ?? '') : snapshot.resource(link.targetId)
  return resource?.outcome.kind === 'response' && resource.outcome.status < 400
}
