import type { Page } from '../../../store/model/page.ts'
import type { ServiceFacet } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../../labels.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { compactText, contentLinks } from '../../page-reading.ts'
import { isReadable, mainTextOf, titlesOf } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import { kindsOfLabel } from '../online/kinds-of-label.ts'

/** Something people apply for, and the page that tells of it. */
export interface Service {
  name: string
  page: Page
  /** Further pages of the same name: the steps of one course, or the same thing told twice. */
  others: readonly Page[]
  /** What its own page tells. */
  told: ReadonlySet<ServiceFacet>
}

/** In the order of 001:89; 服務項目 is the page itself. */
export const serviceFacets: readonly ServiceFacet[] = ['contact', 'laws', 'procedure', 'papers', 'examples']

/** A page with fewer of the facets tells of something else: an announcement, a law, a list. */
const fewestFacets = 2
const longestName = 40
/** Pages that do not even speak of applying are not looked into. */
const speaksOfApplying = /申|應備|檢附|應附|報名|租借|核發/u

/** Every page that tells how to apply for one thing, by its title and by what it says: facts 8, 001:89. */
export const findServices = oncePerSnapshot((snapshot: Snapshot, terms: Terms): readonly Service[] =>
  byName(snapshot.pages().flatMap((page) => serviceAt(snapshot, page, terms))),
)

function byName(services: readonly Service[]): Service[] {
  const merged = new Map<string, Service>()
  for (const service of services) {
    const key = normaliseLabel(service.name)
    const first = merged.get(key)
    if (first === undefined) merged.set(key, service)
    else {
      const told = new Set([...first.told, ...service.told])
      merged.set(key, { ...first, others: [...first.others, service.page], told })
    }
  }
  return [...merged.values()]
}

function serviceAt(snapshot: Snapshot, page: Page, terms: Terms): Service[] {
  if (page.depthHops === 0 || !isReadable(snapshot, page)) return []
  if (!speaksOfApplying.test(mainTextOf(snapshot, page))) return []
  const name = serviceName(snapshot, page, terms)
  if (name === null) return []
  const told = facetsOn(snapshot, page, terms)
  if (told.size < fewestFacets || isListOfServices(snapshot, page, terms)) return []
  return [{ name, page, others: [], told }]
}

/** The heading that names what is applied for, else the title of the page; `null` when neither does. */
function serviceName(snapshot: Snapshot, page: Page, terms: Terms): string | null {
  const titles = [...ownHeadings(snapshot, page).slice(0, fewFirst), ...(page.title ?? '').split(/[-|–—－｜_:：]/u)]
  const names = titles.map(foldText).filter((title) => title !== '' && title.length <= longestName)
  // A page whose heading says that it is news or a law is that, whatever else stands on it.
  if (
    names.some(
      (name) => matchesAny(normaliseLabel(name), terms.services.service.not) && isHeading(snapshot, page, name),
    )
  )
    return null
  const name = names.find((name) => isLabelOf(normaliseLabel(name), terms.services.service)) ?? null
  // Where one applies online, the page is the system's, and tells of itself.
  return name === null || kindsOfLabel(normaliseLabel(name), terms.services).length > 0 ? null : name
}

/** A heading far down names a part of the page. */
const fewFirst = 3

/** Headings that the home page has not: the name of the site names no service. */
function ownHeadings(snapshot: Snapshot, page: Page): string[] {
  const home = snapshot.homePage()
  const ofSite = home === null || home.id === page.id ? [] : titlesOf(snapshot, home)
  return titlesOf(snapshot, page).filter((title) => !ofSite.includes(title))
}

function isHeading(snapshot: Snapshot, page: Page, name: string): boolean {
  return titlesOf(snapshot, page).some((title) => foldText(title) === name && title !== page.title)
}

/** Of the facets, those that the text of a page speaks of, or that a link in it names. */
export function facetsOn(snapshot: Snapshot, page: Page, terms: Terms): Set<ServiceFacet> {
  const text = compactText(snapshot, page).toLowerCase()
  const labels = contentLinks(snapshot, page)
    .filter((link) => targetOf(snapshot, link, terms.links).kind !== 'dead')
    .map((link) => normaliseLabel(link.text))
  const isTold = (facet: ServiceFacet) =>
    [text, ...labels].some((said) => matchesAny(said, terms.services.facets[facet].text))
  return new Set(serviceFacets.filter(isTold))
}

/** A page of many services is none itself. */
function isListOfServices(snapshot: Snapshot, page: Page, terms: Terms): boolean {
  const named = contentLinks(snapshot, page).filter(({ text }) =>
    isLabelOf(normaliseLabel(text), terms.services.service),
  )
  return new Set(named.map(({ target }) => target)).size >= 5
}
