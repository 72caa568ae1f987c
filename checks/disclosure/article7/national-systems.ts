import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { DisclosureTerms, NationalSystem } from '../../../store/model/terms.ts'

/** The shared system that publishes the line under that address; `null` when the address is none of theirs. */
export function nationalSystemAt(url: URL, item: ItemNumber, terms: DisclosureTerms): NationalSystem | null {
  const system = terms.nationalSystems.find(({ host }) => isHostOf(url.hostname, host))
  return system?.items.includes(item) === true ? system : null
}

/** True when the address names a thing in a system, not just its front door. */
export function isDeepLink(url: URL): boolean {
  const isFrontDoor = /^\/?((index|default|home|mp)[^/]*)?$/iu.test(url.pathname)
  return !isFrontDoor || url.search.length > 1 || url.hash.length > 2
}

/** Suffix match on labels; `*` stands for one label or more. */
export function isHostOf(hostname: string, suffix: string): boolean {
  const escaped = suffix.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9.-]+')
  return new RegExp(`(^|\\.)${escaped}$`, 'iu').test(hostname)
}
