/** Compares by UTF-16 code units: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A copy sorted by a text key. */
export function sortedBy<T>(rows: Iterable<T>, keyOf: (row: T) => string): T[] {
  return [...rows].sort((a, b) => compareText(keyOf(a), keyOf(b)))
}

/** A record whose names stand in order. */
export function sortedRecord<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries(sortedBy(entries, ([name]) => name))
}

/** How often each name occurs, names in order. */
export function tally(names: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return sortedRecord(counts)
}

/** At most `limit` UTF-16 code units, never half a character; a cut text ends in an ellipsis. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`
}
