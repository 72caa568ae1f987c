import type { Link } from '../../store/model/link.ts'
import type { Page, PageResourceKind } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { readAddress, type WrittenAddress } from './written-address.ts'

/** One distinct address of the site and where it is used. */
export interface Target {
  /** Normal URL, or the `href` as written when it is malformed. */
  address: string
  written: WrittenAddress
  /** The resource that was asked for; `null` when it was not asked, or cannot be. */
  resourceId: number | null
  /** The page that comes first in order of URLs. */
  firstPage: string
  /** The pages that use it. */
  pageIds: Set<number>
  /** The first few links that lead to it; empty when only a browser asked for it. */
  links: Link[]
  /** True when no HTML names it and no kind tells that the page needs it: a script asked. */
  isAskedByScript: boolean
}

const maxLinks = 5

/**
 * Every internal address that links of any kind but forms lead to, or that a browser asked for while it showed a page,
 * in order of first use. A malformed `href` counts wherever it seems to lead: it leads nowhere.
 */
export function collectTargets(snapshot: Snapshot): Target[] {
  const targets = new Map<string, Target>()
  for (const page of snapshot.pages()) addLinks(targets, page, snapshot.linksOf(page.id))
  const hosts = new Set([snapshot.run.origin, ...snapshot.pages().map((page) => page.url)].map(hostOf))
  for (const page of snapshot.pages()) addPageResources(targets, page, snapshot, hosts)
  return [...targets.values()]
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? ''
}

function addLinks(targets: Map<string, Target>, page: Page, links: readonly Link[]): void {
  for (const link of links) {
    const written = readAddress(link.href, link.url)
    if (!isWanted(link, written)) continue
    const address = written === 'address' ? (link.target ?? link.href) : link.href.trim()
    const target = targets.get(address) ?? newTarget(address, written, page)
    targets.set(address, target)
    target.resourceId ??= written === 'malformed' || written === 'placeholder' ? null : link.targetId
    target.isAskedByScript = false
    target.pageIds.add(page.id)
    if (target.links.length < maxLinks) target.links.push(link)
  }
}

function isWanted(link: Link, written: WrittenAddress): boolean {
  if (link.kind === 'form' || written === 'other-scheme') return false
  return written === 'malformed' || written === 'placeholder' || link.isInternal
}

function newTarget(address: string, written: WrittenAddress, page: Page): Target {
  const nothing = { resourceId: null, links: [], isAskedByScript: true }
  return { address, written, firstPage: page.url, pageIds: new Set(), ...nothing }
}

const neededKinds: readonly PageResourceKind[] = ['style', 'script', 'image', 'font', 'frame']

function addPageResources(targets: Map<string, Target>, page: Page, snapshot: Snapshot, hosts: Set<string>): void {
  for (const { resourceId, kind } of snapshot.pageResources(page.id)) {
    const { url } = snapshot.resource(resourceId)
    if (!hosts.has(hostOf(url)) || isAskedByItself(url)) continue
    const target = targets.get(url) ?? newTarget(url, 'address', page)
    targets.set(url, target)
    target.resourceId ??= resourceId
    target.pageIds.add(page.id)
    if (neededKinds.includes(kind)) target.isAskedByScript = false
  }
}

/** Browsers ask for `/favicon.ico` whether a page names it or not. */
function isAskedByItself(url: string): boolean {
  return URL.parse(url)?.pathname === '/favicon.ico'
}
