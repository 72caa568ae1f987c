import type { Declaration, Period } from '../store/model/declaration.ts'
import { latestDeclarations, oldestFirst } from '../store/model/latest-declarations.ts'
import type { DeclarationTable } from './world.ts'

/**
 * What is declared, by name; of several declarations of one name the latest. `<name>-last-year` is, unless it was declared
 * itself, what was declared of the same days a year before.
 */
export function declarationTable(declarations: readonly Declaration[]): DeclarationTable {
  const latest = latestDeclarations(declarations)
  const before = latest.flatMap((one) => {
    const earlier = oldestFirst(declarations).findLast(
      ({ name, period }) => name === one.name && isYearBefore(period, one.period),
    )
    return earlier === undefined ? [] : [[`${one.name}-last-year`, earlier.value] as const]
  })
  return new Map([...before, ...latest.map(({ name, value }) => [name, value] as const)])
}

function isYearBefore(earlier: Period | null, later: Period | null): boolean {
  if (earlier === null || later === null) return false
  return yearBefore(later.from) === earlier.from && yearBefore(later.to) === earlier.to
}

/** 29 February is compared as the 28th. */
function yearBefore(date: string): string {
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)
  return `${Number(date.slice(0, 4)) - 1}${day}`
}
