import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { linkEvidence } from '../seen-page.ts'

/** What is known of one way to take part. */
export interface Channel {
  /** `unclear`: only a person can tell, as of what lies behind a log-in or has no post of the last months. */
  state: 'offered' | 'unusable' | 'unclear'
  /** Why, in Traditional Chinese. */
  because: string
  label: string
  url: string
  /** The page of the site behind the label; `null` for other ends. */
  page: Page | null
  evidence: readonly [Evidence, ...Evidence[]]
}

/** What every judge of channels is given. */
export interface Sight {
  snapshot: Snapshot
  terms: Terms
  /** ISO date of the run in Taipei. */
  today: string
}

/** A channel from its link. */
export function channelOf(
  { snapshot }: Sight,
  link: Link,
  page: Page | null,
  said: Pick<Channel, 'state' | 'because'>,
): Channel {
  const label = link.text.trim() === '' ? (URL.parse(link.url ?? '')?.hostname ?? link.href) : link.text.trim()
  const url = link.target ?? snapshot.page(link.pageId).url
  return { ...said, label, url, page, evidence: [linkEvidence(snapshot, link)] }
}

/** The best of several channels of one kind: one that is there, else one that may be. `null` when there is none. */
export function bestOf(channels: readonly Channel[]): Channel | null {
  const order = ['offered', 'unclear', 'unusable'] as const
  return order.flatMap((state) => channels.find((one) => one.state === state) ?? [])[0] ?? null
}
