import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { AnswerView } from './answer-view.ts'

const entrance = /^\/((zh|tw|en|ch|cht|zh-?tw|zh-?hant)\/?)?((index|default|home|main|welcome)(\.[a-z]{2,5})?\/?)?$/i

/** True for an address that stands for a whole site: its root, the usual names of a first page, or where this run began. */
export function isHomeAddress(snapshot: Snapshot, url: string): boolean {
  const { pathname, search } = new URL(url)
  if (entrance.test(pathname) && search === '') return true
  const { start } = snapshot.run
  return url === withoutHash(start) || url === snapshot.homePage()?.url
}

/** True for an answer that shows nothing and sends its reader to the home page. */
export function isSentHome(snapshot: Snapshot, { goesTo }: Pick<AnswerView, 'goesTo'>): boolean {
  return goesTo !== null && isHomeAddress(snapshot, goesTo)
}

function withoutHash(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  parsed.hash = ''
  return parsed.href
}

/** The programs an address may be a record of, as `Probe` names them: its path with the name of one of its parameters. */
export function programsOf(url: string): string[] {
  const { origin, pathname, searchParams } = new URL(url)
  return [...new Set(searchParams.keys())].map((name) => `${origin}${pathname}?${name}=`)
}

/** True for the scope of a print that is a program, not a directory. */
export function isProgram(scope: string): boolean {
  return scope.endsWith('=')
}

/** Origin and path up to the last `/`. */
export function directoryOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.slice(0, pathname.lastIndexOf('/') + 1)
}
