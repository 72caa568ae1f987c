import type { OnlineServiceKind } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { isCutShort } from '../../cut-short.ts'
import { matchesAny } from '../../labels.ts'
import type { Navigation } from '../../navigation.ts'
import { compactText } from '../../page-reading.ts'
import { findServices, type Service } from '../procedures/find-services.ts'
import { findOnlineItems } from './find-items.ts'
import type { OnlineItem } from './online-item.ts'

/** Whether one kind of online services is offered, and by which addresses. */
export interface JudgedKind {
  kind: OnlineServiceKind
  state: 'offered' | 'dead' | 'undetermined' | 'none'
  offered: readonly OnlineItem[]
  /** What else bears the label. */
  others: readonly OnlineItem[]
  /** Services whose own text promises the kind. */
  toldBy: readonly Service[]
}

/** Judges one kind from the addresses under its labels, or from what services say of themselves. */
export function judgeKind(
  snapshot: Snapshot,
  navigation: Navigation,
  kind: OnlineServiceKind,
  terms: Terms,
): JudgedKind {
  const items = findOnlineItems(snapshot, terms).filter((item) => item.kind === kind)
  const offered = items.filter(({ state }) => state === 'offered')
  const toldBy = kind === 'pickupNotice' ? tellingOfNotices(snapshot, terms) : []
  const others = items.filter(({ state }) => state !== 'offered')
  const isSeen = navigation.isSeen && !isCutShort(snapshot)
  return { kind, state: stateOf(offered.length + toldBy.length, others, isSeen), offered, others, toldBy }
}

function stateOf(offered: number, others: readonly OnlineItem[], isSeen: boolean): JudgedKind['state'] {
  if (offered > 0) return 'offered'
  if (others.some(({ state }) => state === 'unsure')) return 'undetermined'
  if (others.length > 0) return 'dead'
  return isSeen ? 'none' : 'undetermined'
}

function tellingOfNotices(snapshot: Snapshot, terms: Terms): Service[] {
  return findServices(snapshot, terms).filter(({ page }) =>
    matchesAny(compactText(snapshot, page), terms.services.pickupNoticeText),
  )
}
