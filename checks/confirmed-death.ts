import type { Resource } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** What the second look at an address that seemed dead makes of it. */
export type Death =
  /** Gone both times. */
  | { kind: 'confirmed' }
  /** Gone, then there. */
  | { kind: 'unstable' }
  /** Not asked again (`second` is `null`), or the second answer proves nothing either way. */
  | { kind: 'unconfirmed'; second: string | null }

/** True for the statuses that say that there is nothing at an address. */
export function isGoneStatus(status: number): boolean {
  return status === 404 || status === 410
}

/** Whether nothing was there the second time either; for a resource whose first answer was 404, 410 or no such host name. */
export function deathOf(snapshot: Snapshot, { id }: Resource): Death {
  const outcome = snapshot.confirmationOf(id)?.outcome
  if (outcome === undefined) return { kind: 'unconfirmed', second: null }
  if (outcome.kind === 'failure') {
    return outcome.code === 'dns-not-found' ? { kind: 'confirmed' } : { kind: 'unconfirmed', second: '無回應' }
  }
  const { status } = outcome
  if (isGoneStatus(status)) return { kind: 'confirmed' }
  if ((status >= 200 && status < 300) || status === 304) return { kind: 'unstable' }
  return { kind: 'unconfirmed', second: `HTTP ${status}` }
}

/** What officials read of a death that is none for sure, in Traditional Chinese. */
export function deathText(death: Exclude<Death, { kind: 'confirmed' }>): string {
  if (death.kind === 'unstable') return '首次查核失敗，再次查核正常'
  return death.second === null ? '首次查核失敗，未能再次查核' : `首次查核失敗，再次查核${death.second}`
}
