import type { TrapCaps } from '../store/model/run.ts'
import { looksLikeFile } from './priority.ts'

/** What made an address one of too many, as it stands in its fate. */
export type Trap = 'trap:calendar' | 'trap:list' | 'trap:pattern' | 'trap:folder' | 'trap:path' | 'trap:query'

const calendarNames = /^(date|day|month|year|yy|mm)$/
const listNames =
  /^(page|pagesize|offset|start|p|pn|pageindex|pageno|sort|sortby|sortorder|orderby|order|dir|direction|desc|asc)$/
/** A path that ends in a year, a month, and perhaps a day, as calendars' do. Years of the Republic look like any number. */
const calendarPath = /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?\/?$/
/** Two segments or more, three times in a row: a relative link that grows. */
const growing = /((?:\/[^/]+){2,8}?)\1\1(?=\/|$)/
const maxSameName = 3
const maxQuerySets = 100

/** Counts the addresses of each kind that were let through, and says when a kind has had its share. */
export class Traps {
  readonly #caps: TrapCaps
  readonly #counts = new Map<string, number>()
  readonly #taken = new Set<string>()
  readonly #querySets = new Map<string, Set<string>>()
  readonly #folders = new Set<string>()

  constructor(caps: TrapCaps) {
    this.#caps = caps
  }

  /**
   * What keeps an absolute address out; `null` when it may be asked for: it is then counted, once. An address that was let
   * through stays so. Files lead no further and are never cut.
   */
  cut(url: string): Trap | null {
    if (this.#taken.has(url) || looksLikeFile(url)) return null
    const shape = shapeOf(new URL(url))
    const trap = this.#growth(shape) ?? this.#share(shape)
    if (trap !== null) return trap
    this.#count(url, shape)
    return null
  }

  /** Counts an address that was let through before. */
  recount(url: string): void {
    if (!this.#taken.has(url)) this.#count(url, shapeOf(new URL(url)))
  }

  isCounted(url: string): boolean {
    return this.#taken.has(url)
  }

  #count(url: string, shape: Shape): void {
    this.#taken.add(url)
    for (const { key } of this.#shares(shape)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    this.#knowFolders(shape)
    if (shape.names !== '') this.#querySetsOf(shape.path).add(shape.names)
  }

  #growth({ path, segments, mostSameName, names }: Shape): Trap | null {
    if (segments > this.#caps.pathSegments || growing.test(path)) return 'trap:path'
    const sets = this.#querySets.get(path)
    if (mostSameName > maxSameName) return 'trap:query'
    return sets !== undefined && names !== '' && sets.size >= maxQuerySets && !sets.has(names) ? 'trap:query' : null
  }

  #share(shape: Shape): Trap | null {
    const full = this.#shares(shape).find(({ key, cap }) => (this.#counts.get(key) ?? 0) >= cap)
    return full?.trap ?? null
  }

  #shares(shape: Shape): { key: string; cap: number; trap: Trap }[] {
    const { calendar, list, pattern, folder } = this.#caps
    return [
      ...(shape.calendar === null
        ? []
        : [{ key: `c ${shape.calendar}`, cap: calendar, trap: 'trap:calendar' as const }]),
      ...(shape.list === null ? [] : [{ key: `l ${shape.list}`, cap: list, trap: 'trap:list' as const }]),
      { key: `p ${shape.pattern}`, cap: pattern, trap: 'trap:pattern' },
      { key: `f ${shape.folder}`, cap: folder, trap: 'trap:folder' },
      ...this.#gaining(shape.folder).map((above) => ({ key: `d ${above}`, cap: folder, trap: 'trap:folder' as const })),
    ]
  }

  /**
   * The folders that would have one more folder beneath them with this one: all that it stands in, the top only when it is
   * new there. Made-up names in a path make folders without end, each with few addresses.
   */
  #gaining(folder: string): string[] {
    if (this.#folders.has(folder)) return []
    const [top, ...between] = foldersAround(folder)
    if (top === undefined) return []
    const inner = between.length === 0 ? [] : [top, ...between.slice(0, -1)]
    return this.#folders.has(top) ? inner : ['/', ...inner]
  }

  #knowFolders({ folder }: Shape): void {
    const [top] = foldersAround(folder)
    this.#folders.add(folder)
    if (top !== undefined) this.#folders.add(top)
  }

  #querySetsOf(path: string): Set<string> {
    const known = this.#querySets.get(path)
    if (known !== undefined) return known
    const sets = new Set<string>()
    this.#querySets.set(path, sets)
    return sets
  }
}

/** What addresses have in common that differ in the digits of their path and the values of their query alone. */
export function patternOf(url: string): string {
  return shapeOf(new URL(url)).pattern
}

interface Shape {
  path: string
  segments: number
  mostSameName: number
  /** Sorted names of the query. */
  names: string
  /** One list or calendar, whatever its page or month; `null` when the address is in none. */
  calendar: string | null
  list: string | null
  pattern: string
  folder: string
}

function shapeOf({ pathname: path, search }: URL): Shape {
  const parts = search === '' ? [] : search.slice(1).split('&')
  const named = parts.map((part) => ({ part, name: part.replace(/=.*$/s, '').toLowerCase() }))
  const names = [...new Set(named.map(({ name }) => name))].sort()
  const digitless = path.replace(/\d+/g, '#')
  const rest = (isOne: (name: string) => boolean) => restOf(path, named, isOne)
  const isCalendar = (name: string) => calendarNames.test(name)
  // Alone in a query `p` names an article of a weblog.
  const isList = (name: string) => listNames.test(name) && !(name === 'p' && names.length === 1)
  return {
    path,
    segments: path.split('/').length - 1,
    mostSameName: Math.max(0, ...names.map((name) => named.filter((one) => one.name === name).length)),
    names: names.join('&'),
    calendar: calendarPath.test(path) ? path.replace(calendarPath, '/') : rest(isCalendar),
    list: rest(isList),
    pattern: `${digitless}?${names.join('&')}`,
    folder: digitless.replace(/[^/]*$/, ''),
  }
}

/** `/a/b/` -> `/a/`, `/a/b/`: a folder after those it stands in, without the root. */
function foldersAround(folder: string): string[] {
  const names = folder.split('/').slice(1, -1)
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}/`)
}

/** The address without the parameters that move within a list; `null` when it has none of them. */
function restOf(path: string, named: readonly { part: string; name: string }[], isOne: (name: string) => boolean) {
  const others = named.filter(({ name }) => !isOne(name)).map(({ part }) => part)
  return others.length === named.length ? null : `${path}?${others.sort().join('&')}`
}
