import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ServiceFacet } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { isCutShort } from '../../cut-short.ts'
import { matchesAny, normaliseLabel } from '../../labels.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { contentLinks } from '../../page-reading.ts'
import { domOf, isReadable } from '../../seen-page.ts'
import { targetOf } from '../../targets.ts'
import { facetsOn, type Service, serviceFacets } from './find-services.ts'

/** What is told of one service on its page and on those beside it. */
export interface JudgedService extends Service {
  missing: readonly ServiceFacet[]
  /** Not seen, and something stands there that could not be read and may tell it. */
  doubtful: readonly ServiceFacet[]
}

/** A page that tells so many of the five is meant to tell all. */
const fullDescription = 3

/** Looks for what the service's own page does not tell: behind its links, and on every page that names the service. */
export function judgeService(snapshot: Snapshot, service: Service, terms: Terms): JudgedService {
  const further = furtherLinks(snapshot, service.page, terms)
  const told = new Set(service.told)
  for (const page of [...pagesBehind(snapshot, further, terms), ...pagesNaming(snapshot, service)]) {
    if (told.size === serviceFacets.length) break
    for (const facet of facetsOn(snapshot, page, terms)) told.add(facet)
  }
  const absent = serviceFacets.filter((facet) => !told.has(facet))
  const isSure =
    service.told.size >= fullDescription &&
    !isCutShort(snapshot) &&
    !holdsUnread(snapshot, service.page, further, terms)
  return { ...service, told, missing: isSure ? absent : [], doubtful: isSure ? [] : absent }
}

function furtherLinks(snapshot: Snapshot, page: Page, terms: Terms): Link[] {
  return contentLinks(snapshot, page).filter(({ text }) =>
    matchesAny(normaliseLabel(text), terms.services.furtherPapers),
  )
}

function pagesBehind(snapshot: Snapshot, links: readonly Link[], terms: Terms): Page[] {
  return links.flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' && isReadable(snapshot, target.page) ? [target.page] : []
  })
}

/** Pages of forms, of procedures or of questions about the same service. */
function pagesNaming(snapshot: Snapshot, { name, page }: Service): Page[] {
  const core = coreName(name)
  if (core.length < 3) return []
  return titledPages(snapshot).flatMap(([title, other]) =>
    other.id !== page.id && title.includes(core) ? [other] : [],
  )
}

const titledPages = oncePerSnapshot((snapshot: Snapshot) =>
  snapshot.pages().map((page) => [normaliseLabel(page.title ?? ''), page] as const),
)

/** What is left of a name when the words of applying at its end are taken away. */
export function coreName(name: string): string {
  return normaliseLabel(name).replace(/(線上|網路)?(申請|申辦|辦理|登記|作業|服務|須知|說明|流程|書表)*$/u, '')
}

/** A picture, a file or another site in the content may tell what the text does not. */
function holdsUnread(snapshot: Snapshot, page: Page, further: readonly Link[], terms: Terms): boolean {
  const kinds = further.map((link) => targetOf(snapshot, link, terms.links).kind)
  if (kinds.some((kind) => kind === 'file' || kind === 'external' || kind === 'unseen' || kind === 'here')) return true
  const $ = domOf(snapshot, page)
  return $('main img, main iframe, main object, main embed, [role="main"] img, [role="main"] iframe').length > 0
}
