import type { Artifact, PagingArtifact, RenderingArtifact } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Link, LinkKind } from '../../store/model/link.ts'
import type { Page, PageResourceKind } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { elementEvidence } from '../element-evidence.ts'
import { readAddress, type WrittenAddress } from './written-address.ts'

/** One distinct address that links lead to and where it is used. */
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
  /** The first few links that lead to it, as they stand in a page; empty when only a browser asked for it. */
  evidence: Evidence[]
  /** True when no link leads to it and no kind tells that the page needs it: a script asked, or might, or a rule of style names it. */
  isAskedByScript: boolean
}

type Targets = Map<string, Target>

const maxEvidence = 5
/** That a visitor's browser goes there is not sure. */
const guessed: readonly LinkKind[] = ['scripted', 'styled']

/**
 * Every internal address that links of any kind but forms lead to, before or after scripts ran, or that a browser asked
 * for while it showed a page, or that a style sheet names, in order of first use. A malformed `href` counts wherever it seems to lead: it leads nowhere.
 */
export function collectTargets(snapshot: Snapshot): Target[] {
  const targets = new Map<string, Target>()
  const rendered = new Set(snapshot.artifacts('rendering').map(({ pageId }) => pageId))
  for (const page of snapshot.pages())
    addLinks(targets, page, snapshot, (link, written) => {
      // Where a browser showed the page, what the placeholder became is among the rendered links.
      return isWanted(link, written) && !(written === 'placeholder' && rendered.has(page.id))
    })
  const hosts = hostsOf(snapshot)
  addRenderedLinks(targets, snapshot, (address) => hosts.has(hostOf(address)))
  for (const page of snapshot.pages()) addPageResources(targets, page, snapshot, hosts)
  addStyleReferences(targets, snapshot, hosts)
  return [...targets.values()]
}

/** Every address on another host that links of any kind but forms lead to, before or after scripts ran, in order of first use. */
export function collectExternalTargets(snapshot: Snapshot): Target[] {
  const targets = new Map<string, Target>()
  const hosts = hostsOf(snapshot)
  for (const page of snapshot.pages()) addLinks(targets, page, snapshot, isExternal)
  addRenderedLinks(targets, snapshot, (address) => !hosts.has(hostOf(address)))
  return [...targets.values()]
}

function isExternal({ kind, isInternal }: Link, written: WrittenAddress): boolean {
  return kind !== 'form' && !isInternal && (written === 'address' || written === 'sloppy')
}

function hostsOf(snapshot: Snapshot): ReadonlySet<string> {
  return new Set([snapshot.run.origin, ...snapshot.pages().map((page) => page.url)].map(hostOf))
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? ''
}

type IsWanted = (link: Link, written: WrittenAddress) => boolean

function addLinks(targets: Targets, page: Page, snapshot: Snapshot, isOneToTake: IsWanted): void {
  for (const link of snapshot.linksOf(page.id)) {
    const written = readAddress(link.href, link.url)
    if (!isOneToTake(link, written)) continue
    const address = written === 'address' ? (link.target ?? link.href) : link.href.trim()
    const target = use(targets, address, written, page)
    target.resourceId ??= written === 'malformed' || written === 'placeholder' ? null : link.targetId
    target.isAskedByScript &&= guessed.includes(link.kind)
    if (target.evidence.length < maxEvidence) target.evidence.push(elementEvidence(snapshot, link))
  }
}

/** Takes the target out of the list, or puts it there, and notes that the page uses it. */
function use(targets: Targets, address: string, written: WrittenAddress, page: Page): Target {
  const nothing = { resourceId: null, evidence: [], isAskedByScript: true }
  const made = { address, written, firstPage: page.url, pageIds: new Set<number>(), ...nothing }
  const target = targets.get(address) ?? made
  targets.set(address, target)
  target.pageIds.add(page.id)
  return target
}

function isWanted(link: Link, written: WrittenAddress): boolean {
  if (link.kind === 'form' || written === 'other-scheme') return false
  return written === 'malformed' || written === 'placeholder' || link.isInternal
}

/** Links that only stand on a page after its scripts ran, or on the further pages of a list. */
function addRenderedLinks(targets: Targets, snapshot: Snapshot, isOneToTake: (address: string) => boolean): void {
  for (const artifact of [...snapshot.artifacts('rendering'), ...snapshot.artifacts('paging')]) {
    const page = snapshot.page(artifact.pageId)
    for (const { pointer, url } of linksIn(snapshot, artifact)) {
      const address = url.replace(/#.*$/s, '')
      if (!isWebAddress(address) || !isOneToTake(address)) continue
      const isNew = !targets.get(address)?.pageIds.has(page.id)
      const target = use(targets, address, 'address', page)
      target.resourceId ??= snapshot.resourceAt(address)?.id ?? null
      target.isAskedByScript = false
      const place = { kind: 'artifact', artifactId: artifact.id, body: artifact.body } as const
      if (isNew && target.evidence.length < maxEvidence) target.evidence.push({ ...place, pointer })
    }
  }
}

/** The links of an artifact with their place in it. */
function linksIn(snapshot: Snapshot, artifact: Artifact): { pointer: string; url: string }[] {
  const placed = (links: RenderingArtifact['links'], at: string) =>
    links.map(({ url }, index) => ({ pointer: `${at}/links/${index}`, url }))
  if (artifact.name === 'rendering') return placed(snapshot.artifactContent<RenderingArtifact>(artifact).links, '')
  const { steps } = snapshot.artifactContent<PagingArtifact>(artifact)
  return steps.flatMap(({ links }, index) => placed(links, `/steps/${index}`))
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//.test(address) && readAddress(address, address) === 'address'
}

const neededKinds: readonly PageResourceKind[] = ['style', 'script', 'image', 'font', 'frame']

function addPageResources(targets: Targets, page: Page, snapshot: Snapshot, hosts: ReadonlySet<string>): void {
  for (const { resourceId, kind } of snapshot.pageResources(page.id)) {
    const { url } = snapshot.resource(resourceId)
    if (!hosts.has(hostOf(url)) || isAskedByItself(url)) continue
    const target = use(targets, url, 'address', page)
    target.resourceId ??= resourceId
    if (neededKinds.includes(kind)) target.isAskedByScript = false
  }
}

/** What a style sheet names is asked for only where its rule applies, which only a browser knows. */
function addStyleReferences(targets: Targets, snapshot: Snapshot, hosts: ReadonlySet<string>): void {
  const users = new Map<number, readonly Page[]>()
  for (const { resourceId, target: address } of snapshot.styleReferences()) {
    if (!hosts.has(hostOf(address))) continue
    const pages = users.get(resourceId) ?? snapshot.pagesPulling(resourceId)
    users.set(resourceId, pages)
    for (const page of pages) use(targets, address, 'address', page)
    const target = targets.get(address)
    if (target === undefined) continue
    target.resourceId ??= snapshot.resourceAt(address)?.id ?? null
    if (target.evidence.length < maxEvidence) target.evidence.push({ kind: 'resource', resourceId })
  }
}

/** Browsers ask for `/favicon.ico` whether a page names it or not. */
function isAskedByItself(url: string): boolean {
  return URL.parse(url)?.pathname === '/favicon.ico'
}
