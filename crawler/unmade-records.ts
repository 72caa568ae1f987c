import { sha256 } from '../store/sha256.ts'

/** Fewer addresses are no records of a program. */
const leastRecords = 3

/** What is asked, and for what it stands: `directory` as in `Probe`. */
export interface Question {
  directory: string
  url: string
}

/** Programs of many records, the busiest first, each with the address of a record that nobody can have made. */
export function unmadeRecords(answers: Iterable<{ url: string }>, seed: string): Question[] {
  const found = new Map<string, { url: string; name: string; ids: Set<string> }>()
  for (const { url } of answers) {
    const { origin, pathname, searchParams } = new URL(url)
    const [name, id] = longestId(searchParams)
    if (name === undefined || id === undefined) continue
    const program = `${origin}${pathname}?${name}=`
    const known = found.get(program) ?? { url, name, ids: new Set() }
    known.ids.add(id)
    found.set(program, known)
  }
  return [...found]
    .filter(([, { ids }]) => ids.size >= leastRecords)
    .sort(([a, one], [b, other]) => other.ids.size - one.ids.size || (a < b ? -1 : 1))
    .map(([directory, { url, name }]) => ({ directory, url: withRandomId(url, name, sha256(`${seed} ${directory}`)) }))
}

/** Numbers of three digits or more, or hexadecimal ones of eight: a shorter number may be of a page, a menu, a year of the Republic. */
const number = /^\d{3,}$/
const hexadecimal = /^[0-9a-f]{8,}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A day without entries looks like no day, and a page past the last one is no record. */
const noRecord = /date|day|month|year|time|page|size|^(y|m|d|yy|mm|dd|p|pn|start|offset|limit)$/i
const date = /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])?$|^1\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/

function longestId(parameters: URLSearchParams): readonly [name?: string, id?: string] {
  const ids = [...parameters].filter(
    ([name, value]) => !noRecord.test(name) && !date.test(value) && (number.test(value) || hexadecimal.test(value)),
  )
  return ids.sort(([, a], [, b]) => b.length - a.length)[0] ?? []
}

/** The rest of the address stays as it is spelt: of a query in Big5 there is no other spelling. */
function withRandomId(url: string, name: string, draw: string): string {
  const start = url.indexOf('?') + 1
  const pairs = url.slice(start).split('&')
  const drawn = pairs.map((pair) => {
    const [id] = new URLSearchParams(pair).getAll(name)
    return id === undefined ? pair : `${pair.slice(0, pair.indexOf('=') + 1)}${randomId(id, draw)}`
  })
  return url.slice(0, start) + drawn.join('&')
}

/** A number that a 32-bit integer holds and no table reaches; of hexadecimal ones the same form. */
function randomId(id: string, draw: string): string {
  const decimals = draw.replace(/\D/g, '').padEnd(8, '7').slice(0, 8)
  return number.test(id) ? `19${decimals}` : sameForm(id, draw)
}

function sameForm(id: string, draw: string): string {
  let at = 0
  return id.replace(/[0-9a-f]/gi, () => draw[at++ % draw.length] ?? '0')
}
