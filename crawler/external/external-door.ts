import type { CrawlPolicy } from '../../store/model/run.ts'
import type { SnapshotWriter } from '../../store/snapshot/writer.ts'
import { Asker } from '../asker.ts'
import type { Budget } from '../budget.ts'
import type { CrawlControl } from '../crawl-control.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Timeouts } from '../fetch/trust-zone.ts'
import { Politeness } from '../politeness.ts'
import { openHostDoors } from './host-doors.ts'

/** Enough of a page to tell what it is; the rest of it is nobody's business here. */
const maxBodyBytes = 256 * 1024
/** Nobody waits longer for a page that is only linked to. */
const timeouts: Timeouts = { connectMs: 10_000, headersMs: 20_000, bodyMs: 20_000, totalMs: 30_000 }
/** A link's target is a stranger: one request at a time, at most two a second. */
const pace = { concurrency: 1, ratePerSecond: 2 }

/** Asks other hosts for what the site's links lead to: once each, gently, and no more of a body than tells what it is. */
export interface ExternalDoor {
  asker: Asker
  fetcher: Fetcher
}

/** Opens the door; its connections live until the fetcher is closed. Where the site may be asked without a rate, so may others: both are on loopback. */
export function openExternalDoor(
  policy: CrawlPolicy,
  writer: SnapshotWriter,
  control: CrawlControl,
  budget: Budget,
): ExternalDoor {
  const { userAgent, allowPrivate, ratePerSecond } = policy.politeness
  const { authorities = [] } = control
  const zone = { timeouts: control.timeouts ?? timeouts, maxBodyBytes, userAgent, allowPrivate, authorities }
  const fetcher = openHostDoors(zone)
  const rate = ratePerSecond === null ? null : Math.min(pace.ratePerSecond, ratePerSecond)
  const politeness = new Politeness({ concurrency: pace.concurrency, ratePerSecond: rate })
  const asker = new Asker({ fetcher, politeness, budget, asksTwice: false }, writer, control.signal)
  return { asker, fetcher }
}
