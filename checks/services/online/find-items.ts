import type { Link } from '../../../store/model/link.ts'
import type { OnlineServiceKind, ServiceTerms } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { leadsHome } from '../../labelled-links.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { contentLinks } from '../../page-reading.ts'
import { distinctLinks } from '../distinct-links.ts'
import { menuTarget } from '../menu-target.ts'
import { judgeItem } from './judge-item.ts'
import { kindsOfLabel } from './kinds-of-label.ts'
import type { OnlineItem } from './online-item.ts'

const mostCandidates = 2000

/** Every online service that a label of the site promises, each address of a kind once, judged: 002:31, 003:265. */
export const findOnlineItems = oncePerSnapshot(collect)

function collect(snapshot: Snapshot, terms: Terms): readonly OnlineItem[] {
  const candidates = candidatesOf(snapshot, terms.services)
  const items = candidates.flatMap(({ kind, link }) => judgeItem(snapshot, kind, link, terms) ?? [])
  const listed = candidates.flatMap((candidate) => listedBehind(snapshot, candidate, terms))
  const byAddress = new Map<string, OnlineItem>()
  for (const item of [...items, ...listed]) {
    const key = `${item.kind} ${item.url ?? ''}`
    if (byAddress.get(key)?.state !== 'offered') byAddress.set(key, item)
  }
  const found = withoutListedForms(snapshot, [...byAddress.values()])
  return found.sort((a, b) => ((a.url ?? '') < (b.url ?? '') ? -1 : 1))
}

/** A form that a page of forms lists is offered by that page, wherever else a link names it. */
function withoutListedForms(snapshot: Snapshot, items: readonly OnlineItem[]): OnlineItem[] {
  const isForms = ({ kind, state }: OnlineItem) => kind === 'formDownload' && state === 'offered'
  const pages = items.filter(isForms).flatMap(({ url }) => snapshot.pageAt(url ?? '') ?? [])
  const listed = new Set(pages.flatMap((page) => contentLinks(snapshot, page).map(({ target }) => target)))
  return items.filter((item) => !isForms(item) || snapshot.pageAt(item.url ?? '') !== null || !listed.has(item.url))
}

const listing: readonly OnlineServiceKind[] = ['application', 'payment', 'appointment']
const mostListed = 200

/** 線上申辦 may be a list whose entries are named after what is applied for: those that lead to where one can. */
function listedBehind(snapshot: Snapshot, { kind, link }: Candidate, terms: Terms): OnlineItem[] {
  const target = listing.includes(kind) ? menuTarget(snapshot, link, terms.links) : null
  if (target?.kind !== 'page') return []
  const home = snapshot.homePage()
  const entries = contentLinks(snapshot, target.page).filter(
    (entry) => entry.target !== null && !leadsHome(entry, home),
  )
  return entries.slice(0, mostListed).flatMap((entry) => {
    const item = judgeItem(snapshot, kind, entry, terms)
    return item?.state === 'offered' ? [item] : []
  })
}

interface Candidate {
  kind: OnlineServiceKind
  link: Link
}

/** The first link of each kind to each address; a label that leads nowhere once a kind. */
function candidatesOf(snapshot: Snapshot, terms: ServiceTerms): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const { link, label, address } of distinctLinks(snapshot)) {
    for (const kind of kindsOfLabel(label, terms)) {
      const key = `${kind} ${address}`
      if (!found.has(key) && found.size < mostCandidates) found.set(key, { kind, link })
    }
  }
  return [...found.values()]
}
