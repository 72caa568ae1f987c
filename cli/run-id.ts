import { randomInt } from 'node:crypto'

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A run id as in `20261122T020304Z-x7k2q9`: sortable by time, and distinct even within a second. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const tail = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  return `${stamp}-${tail}`
}
