import type { Evidence } from '../../../store/model/evidence.ts'
import type { OnlineServiceKind } from '../../../store/model/service-terms.ts'

/** In the order of 002:31. */
export const onlineServiceKinds: readonly OnlineServiceKind[] = [
  'formDownload',
  'application',
  'payment',
  'pickupNotice',
  'appointment',
]

/** One address under a label that promises an online service, and what was found there. */
export interface OnlineItem {
  kind: OnlineServiceKind
  /** What the link says. */
  name: string
  /** `null` when the label leads nowhere. */
  url: string | null
  state: 'offered' | 'dead' | 'unsure'
  /** `own`: on a host of the agency; `shared`: a system of many agencies; `other`: anybody's. */
  place: 'own' | 'shared' | 'other'
  /** Name of the shared system; `null` elsewhere. */
  system: string | null
  /** In Traditional Chinese. */
  because: string
  evidence: readonly Evidence[]
}
