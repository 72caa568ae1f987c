import type { Snapshot } from '../../../store/snapshot/snapshot.ts'

const entrance = /^\/((zh|tw|en|ch|cht|zh-?tw|zh-?hant)\/?)?((index|default|home|main|welcome)(\.[a-z]{2,5})?\/?)?$/i

/** True for an address that stands for a whole site: its root, the usual names of a first page, or where this run began. */
export function isHomeAddress(snapshot: Snapshot, url: string): boolean {
  const { pathname, search } = new URL(url)
  if (entrance.test(pathname) && search === '') return true
  const { start } = snapshot.run
  return url === withoutHash(start) || url === snapshot.homePage()?.url
}

function withoutHash(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  parsed.hash = ''
  return parsed.href
}

/** Origin and path up to the last `/`. */
export function directoryOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.slice(0, pathname.lastIndexOf('/') + 1)
}
