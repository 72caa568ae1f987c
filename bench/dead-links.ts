import { readFileSync } from 'node:fs'
import type { Page } from '../store/model/page.ts'
import type { UrlFate } from '../store/model/run.ts'
import type { RunReport } from '../store/model/run-report.ts'
import { openSnapshot } from '../store/snapshot/open.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** One target on which the auditor and the plain parser do not agree. */
export interface Difference {
  /** Path without the leading slash and query, decoded: how the list writes it. */
  target: string
  /** Why, as far as it can be told from the snapshot. */
  reason: string
  /** A page that refers to it. */
  page: string
}

export interface Comparison {
  /** Distinct missing targets both name. */
  agreed: number
  onlyInList: readonly Difference[]
  onlyInReport: readonly Difference[]
}

type Report = Pick<RunReport, 'links'>

/** Compares the files of an audit with the list of the same folder: see `compare`. */
export function compareDeadLinks(reportPath: string, listPath: string, snapshotPath: string): Comparison {
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report
  const snapshot = openSnapshot(snapshotPath)
  try {
    return compare(report, readFileSync(listPath, 'utf8'), snapshot)
  } finally {
    snapshot.close()
  }
}

/**
 * Compares an audit's dead internal links with the list a plain HTML parser made of the same folder
 * (`../shared/domain/real-sites/<name>.tsv`): which targets both name, and why the others differ.
 */
export function compare(report: Report, list: string, snapshot: Snapshot): Comparison {
  const [crawled, dead, listed] = [new Crawled(snapshot), deadOf(report), readList(list)]
  const onlyInList = [...listed].filter(([target]) => !dead.has(target))
  const onlyInReport = [...dead].filter(([target]) => !listed.has(target))
  return {
    agreed: listed.size - onlyInList.length,
    onlyInList: onlyInList.map(([target, references]) => crawled.whyOnlyInList(target, references)),
    onlyInReport: onlyInReport.map(([target, page]) => crawled.whyOnlyInReport(target, page)),
  }
}

interface Listed {
  page: string
  tag: string
  href: string
}

/** Missing target -> the references to it; fragments that are not on their page are another question. */
function readList(text: string): Map<string, Listed[]> {
  const listed = new Map<string, Listed[]>()
  for (const line of text.split('\n').slice(1)) {
    const [page = '', tag = '', href = '', resolved = '', status] = line.split('\t')
    if (status?.trim() !== 'MISSING') continue
    const key = keyOfPath(resolved)
    listed.set(key, [...(listed.get(key) ?? []), { page: keyOfPath(page), tag, href }])
  }
  return listed
}

/** Dead target -> a page that refers to it (`''` when only a browser asked). */
function deadOf(report: Report): Map<string, string> {
  const dead = report.links.dead.filter(({ verdict }) => verdict === 'broken')
  return new Map(dead.map((link) => [keyOfUrl(link.url), link.from[0]?.page ?? '']))
}

/** What the crawl saw, by the keys of the list. */
class Crawled {
  readonly #snapshot: Snapshot
  readonly #pages: Map<string, Page>
  readonly #fates: Map<string, UrlFate>

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    this.#pages = new Map(snapshot.pages().map((page) => [keyOfUrl(page.url), page]))
    this.#fates = new Map(snapshot.urlFates().map((fate) => [keyOfUrl(fate.url), fate]))
  }

  whyOnlyInList(target: string, references: readonly Listed[]): Difference {
    const reached = references.find((reference) => this.#pages.has(reference.page))
    const page = reached?.page ?? references[0]?.page ?? ''
    const reason = reached === undefined ? 'no page that refers to it was reached' : this.#whyNotDead(target, reached)
    return { target, reason, page }
  }

  #whyNotDead(target: string, reference: Listed): string {
    const fate = this.#fates.get(target)
    if (fate !== undefined) return this.#whyAsked(fate)
    const page = this.#pages.get(reference.page)
    if (page === undefined) return 'no page that refers to it was reached'
    const link = this.#snapshot.linksOf(page.id).find(({ href }) => href.trim() === reference.href.trim())
    if (link === undefined) return this.#whyNotExtracted(page, reference)
    return link.isInternal ? 'the link was extracted and never asked for' : 'the crawl holds it for another site'
  }

  #whyNotExtracted(page: Page, { tag, href }: Listed): string {
    const withScripts = this.#snapshot.html(page).replace(/<noscript[\s\S]*?<\/noscript>/gi, '')
    if (!withScripts.includes(href)) return `it stands in <noscript>, which a browser with scripts leaves out`
    return `the crawl did not extract this <${tag}>: ${href}`
  }

  #whyAsked(fate: UrlFate): string {
    if (fate.state !== 'fetched') return `not answered: ${fate.state}, ${fate.reason}`
    const outcome = this.#snapshot.resourceAt(fate.url)?.outcome
    if (outcome?.kind !== 'response') return `asked, no response: ${outcome?.code ?? 'nothing stored'}`
    return `asked, answered HTTP ${outcome.status}`
  }

  whyOnlyInReport(target: string, page: string): Difference {
    const link = page === '' ? undefined : this.#linkTo(target)
    if (link === undefined) return { target, reason: 'no HTML names it: a style sheet or a script asked', page }
    return { target, reason: `the list did not read this <${link.kind}>: ${link.href}`, page }
  }

  #linkTo(target: string) {
    const url = this.#fates.get(target)?.url
    return url === undefined ? undefined : this.#snapshot.linksTo(url)[0]
  }
}

function keyOfUrl(url: string): string {
  return keyOfPath(new URL(url).pathname)
}

/** One spelling for the list and for addresses: decoded, without slashes around. */
function keyOfPath(path: string): string {
  const bare = path.replace(/^\/+|\/+$/g, '')
  try {
    return decodeURIComponent(bare).normalize('NFC')
  } catch {
    return bare
  }
}

/** The comparison for people: counts, then the differences grouped by reason with three examples each. */
export function describe(comparison: Comparison): string {
  const parts = [
    `agreed: ${comparison.agreed}`,
    `only in the list: ${comparison.onlyInList.length}`,
    ...grouped(comparison.onlyInList),
    `only in the report: ${comparison.onlyInReport.length}`,
    ...grouped(comparison.onlyInReport),
  ]
  return `${parts.join('\n')}\n`
}

function grouped(differences: readonly Difference[]): string[] {
  const groups = new Map<string, Difference[]>()
  for (const difference of differences) {
    const head = difference.reason.replace(/: [^:]*$/, '')
    groups.set(head, [...(groups.get(head) ?? []), difference])
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([head, group]) => [`  ${group.length} × ${head}`, ...group.slice(0, 3).map(example)])
}

function example({ target, reason, page }: Difference): string {
  return `      ${target}  (on ${page || 'no page'}; ${reason})`
}
