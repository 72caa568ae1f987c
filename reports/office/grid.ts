import type { Cell, Table } from './office-document.ts'

/** A place in the grid of a table: a cell, or one that a span covers. */
export type Place = { kind: 'cell'; cell: Cell; column: number } | { kind: 'covered' }

/** The rows of a table with all places filled, as OpenDocument wants them. @throws Error when a row does not fill its columns: our bug. */
export function gridOf({ name, columnsMm, rows }: Table): Place[][] {
  const covered = new Map<string, true>()
  return rows.map((cells, rowIndex) => {
    const places: Place[] = []
    const waiting = [...cells]
    while (places.length < columnsMm.length) {
      const column = places.length
      const next = covered.has(`${rowIndex} ${column}`) ? undefined : waiting.shift()
      if (next === undefined && !covered.has(`${rowIndex} ${column}`))
        throw new Error(`${name}: row ${rowIndex} is short`)
      if (next === undefined) places.push({ kind: 'covered' })
      else places.push(...spread(next, column, rowIndex, covered))
    }
    if (waiting.length > 0 || places.length > columnsMm.length) throw new Error(`${name}: row ${rowIndex} is too long`)
    return places
  })
}

/** A cell and the places its width covers; what its height covers is noted for the rows below. */
function spread(cell: Cell, column: number, row: number, covered: Map<string, true>): Place[] {
  const { colSpan = 1, rowSpan = 1 } = cell
  for (let below = 1; below < rowSpan; below += 1) {
    for (let beside = 0; beside < colSpan; beside += 1) covered.set(`${row + below} ${column + beside}`, true)
  }
  const rest = Array.from({ length: colSpan - 1 }, (): Place => ({ kind: 'covered' }))
  return [{ kind: 'cell', cell, column }, ...rest]
}
