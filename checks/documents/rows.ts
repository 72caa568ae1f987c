import type { Dom } from '../../store/html.ts'

/** Tells for a place in a page the innermost table row or list item it lies in, by its own place; `null` outside of all. */
export function rowsOf(dom: Dom): (place: number) => number | null {
  const rows = dom('tr, li, dd')
    .toArray()
    .map(({ startIndex, endIndex }) => ({ start: startIndex ?? -1, end: endIndex ?? -1 }))
  return (place) => rows.findLast(({ start, end }) => start <= place && place <= end)?.start ?? null
}
