import type { Declaration } from './declaration.ts'

/** One declaration a name: that of the latest period, then the one declared last, then the one with the last id. */
export function latestDeclarations(declarations: readonly Declaration[]): Declaration[] {
  return [...new Map(oldestFirst(declarations).map((one) => [one.name, one])).values()]
}

/** In order of the end of their periods, then of the day they were declared, then of their ids. */
export function oldestFirst(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
}

function rankOf({ period, declaredOn, id }: Declaration): string {
  return [period?.to ?? '', declaredOn, id].join('\u0000')
}
