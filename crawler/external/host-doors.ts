import { SiteCookies } from '../fetch/cookie-jar.ts'
import { type Fetcher, openFetcher } from '../fetch/fetcher.ts'
import type { TrustZone } from '../fetch/trust-zone.ts'
import { bareHost } from '../scope.ts'

/** Opens a door that keeps hosts apart: each has its own connections and cookies, a `www.` twin shares them. */
export function openHostDoors(zone: TrustZone): Fetcher {
  const doors = new Map<string, Fetcher>()
  const doorTo = (url: string): Fetcher => {
    const host = hostOf(url)
    const known = doors.get(host)
    if (known !== undefined) return known
    const opened = openFetcher(zone, new SiteCookies((other) => hostOf(other) === host))
    doors.set(host, opened)
    return opened
  }
  return {
    ask: (url, signal) => doorTo(url).ask(url, signal),
    close: async () => {
      await Promise.all([...doors.values()].map((door) => door.close()))
    },
  }
}

function hostOf(url: string): string {
  return bareHost(new URL(url).hostname)
}
