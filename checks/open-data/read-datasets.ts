import type { Link } from '../../store/model/link.ts'
import type { OpenDataTerms } from '../../store/model/open-data-terms.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { contentOf } from '../content.ts'
import { isHostOf } from '../disclosure/article7/national-systems.ts'
import { foldText, matchesAny, normaliseLabel } from '../labels.ts'
import { contentLinks } from '../page-reading.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'

/** Data as a page offers them: one set in one or several formats. */
export interface Dataset {
  name: string
  /** Formats in lower case, as in `csv`; `api` for a program's door. */
  formats: readonly string[]
  links: readonly Link[]
}

/** What an open data page holds. */
export interface DataPage {
  page: Page
  datasets: readonly Dataset[]
  /** Files in formats that no program reads well, and in no other. */
  closed: readonly Dataset[]
  /** To the data of one agency on a platform. */
  portal: readonly Link[]
  /** To a platform as such. */
  barePortal: readonly Link[]
  /** Text and rows of the page and of the pages it leads to, without white space. */
  text: string
}

/** Pages of single datasets that are read behind one list. */
const mostDetails = 100

/** Reads an open data page with the pages of single datasets it leads to. */
export function readDataPage(snapshot: Snapshot, page: Page, terms: Terms): DataPage {
  const words = sectionTermsOf(terms)
  const content = contentOf(snapshot, page, words)
  const details = content.entries.slice(0, mostDetails).flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' ? [target.page] : []
  })
  const pages = [page, ...new Set(details)]
  const links = pages.flatMap((one) => contentLinks(snapshot, one).filter((link) => isAlive(snapshot, link, terms)))
  const sets = groupFiles(links, terms.openData)
  const portals = links.filter(({ target }) => target !== null && isPortal(new URL(target), terms.openData))
  const texts = pages.map((one) => contentOf(snapshot, one, words))
  return {
    page,
    datasets: sets.filter(({ formats }) => formats.some((format) => isOpenFormat(format, terms.openData))),
    closed: sets.filter(({ name, formats }) => isClosed(name, formats, terms.openData)),
    portal: portals.filter((link) => isDeep(link, terms.openData)),
    barePortal: portals.filter((link) => !isDeep(link, terms.openData)),
    text: texts.flatMap(({ rows, text }) => [...rows, text]).join(' '),
  }
}

function isAlive(snapshot: Snapshot, link: Link, terms: Terms): boolean {
  const { kind } = targetOf(snapshot, link, terms.links)
  return kind !== 'dead' && kind !== 'here'
}

/** A platform on which agencies open their data. */
export function isPortal({ hostname }: URL, { portals }: OpenDataTerms): boolean {
  return portals.some((host) => isHostOf(hostname, host))
}

/** A link to the data of one agency or one set, not to the platform's front door. */
export function isDeep({ url }: Link, { portalData }: OpenDataTerms): boolean {
  const address = URL.parse(url ?? '')
  return address !== null && matchesAny(`${address.pathname}${address.search}`, portalData)
}

/** One dataset each stem of an address, or each name where addresses tell no format. */
function groupFiles(links: readonly Link[], terms: OpenDataTerms): Dataset[] {
  const groups = new Map<string, Dataset>()
  for (const link of links) {
    const format = formatOf(link, terms)
    if (format === null) continue
    const key = stemOf(link, format)
    const known = groups.get(key) ?? { name: foldText(link.text), formats: [], links: [] }
    groups.set(key, { ...known, formats: [...new Set([...known.formats, format])], links: [...known.links, link] })
  }
  return [...groups.values()]
}

/** The format a link promises, by its address, else by its words; `null` when it leads to no data file. */
function formatOf(link: Link, terms: OpenDataTerms): string | null {
  const address = URL.parse(link.url ?? '')
  if (address === null) return null
  const known = [...terms.formats, ...terms.closedFormats]
  const extension = /\.([a-z0-9]{2,8})$/iu.exec(address.pathname)?.[1]?.toLowerCase() ?? ''
  if (known.includes(extension)) return extension
  const label = normaliseLabel(link.text)
  if (matchesAny(label, terms.apiWords) || matchesAny(`${address.pathname}${address.search}`, terms.apiPaths))
    return 'api'
  const word = foldText(link.text).toLowerCase()
  return known.find((format) => new RegExp(`(^|[^a-z])${format}($|[^a-z])`, 'u').test(word)) ?? null
}

function stemOf(link: Link, format: string): string {
  const address = link.target ?? link.href
  if (address.toLowerCase().endsWith(`.${format}`)) return address.slice(0, -format.length - 1).toLowerCase()
  const name = foldText(link.text)
    .toLowerCase()
    .replace(format, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return name === '' ? address : `${link.pageId} ${name}`
}

function isOpenFormat(format: string, terms: OpenDataTerms): boolean {
  return format === 'api' || terms.formats.includes(format)
}

function isClosed(name: string, formats: readonly string[], terms: OpenDataTerms): boolean {
  return !formats.some((format) => isOpenFormat(format, terms)) && !matchesAny(normaliseLabel(name), terms.guides)
}
