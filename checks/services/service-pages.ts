import type { Page } from '../../store/model/page.ts'
import type { OnlineServiceKind } from '../../store/model/service-terms.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { findQueries } from './find-queries.ts'
import { findOnlineItems } from './online/find-items.ts'
import { findServices } from './procedures/find-services.ts'

const doneThere: readonly OnlineServiceKind[] = ['application', 'payment', 'appointment']

/** Pages of the site on which one applies, pays, books or asks after a case; where there is none, those that tell of services. By URL. */
export function servicePages(snapshot: Snapshot, terms: Terms): Page[] {
  const online = findOnlineItems(snapshot, terms).flatMap(({ kind, url, state }) => {
    return state === 'offered' && doneThere.includes(kind) && url !== null ? (snapshot.pageAt(url) ?? []) : []
  })
  const queries = findQueries(snapshot, terms).flatMap(({ page, state }) => (state === 'offered' ? (page ?? []) : []))
  const used = [...online, ...queries]
  const told = () => findServices(snapshot, terms).flatMap(({ page, others }) => [page, ...others])
  return [...new Set(used.length > 0 ? used : told())].sort((a, b) => (a.url < b.url ? -1 : 1))
}
