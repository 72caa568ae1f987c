import { readFileSync } from 'node:fs'

/** What a person worked out of the sample agency, as `fixtures/sample-agency/sheets.md` has it. */
export interface HandSheets {
  /** Criterion of wra-105 -> low, estimate, high as written. */
  points: ReadonlyMap<string, readonly [string, string, string]>
  /** `<scheme>/<criterion>` -> verdict and `<item> <是|否|待|依抽測>` of each item. */
  checklists: ReadonlyMap<string, { reached: string; items: ReadonlyMap<string, string> }>
  /** Paths of pages that are wrong, and of those a person must confirm. */
  wrong: readonly string[]
  open: readonly string[]
  /** Band as written -> chance at least and at most, in per cent. */
  chances: ReadonlyMap<string, readonly [number, number]>
}

/** Reads the tables of the page. */
export function handSheets(): HandSheets {
  const text = readFileSync(new URL('../../fixtures/sample-agency/sheets.md', import.meta.url), 'utf8')
  const parts = new Map(text.split(/^## /m).map((part) => [part.split('\n')[0] ?? '', tablesIn(part)]))
  const [wrong = [], open = [], chances = []] = parts.get('抽測') ?? []
  const [points = []] = parts.get('wra-105') ?? []
  const schemes = ['campus-plan', 'moe-105', 'moe-107', 'leap-106']
  const lists = schemes.flatMap((scheme) => (parts.get(scheme)?.[0] ?? []).map((row) => [scheme, row] as const))
  return {
    points: new Map(points.map(([id = '', low = '', estimate = '', high = '']) => [id, [low, estimate, high]])),
    checklists: new Map(
      lists.map(([scheme, [id = '', reached = '', items = '']]) => [
        `${scheme}/${id}`,
        { reached, items: itemsIn(items) },
      ]),
    ),
    wrong: wrong.map(([path = '']) => path),
    open: open.map(([path = '']) => path),
    chances: new Map(chances.map(([band = '', low, high]) => [band, [Number(low), Number(high)]])),
  }
}

/** Rows of each table, without its head. */
function tablesIn(part: string): string[][][] {
  const tables: string[][][] = []
  let isInside = false
  for (const line of part.split('\n')) {
    if (line.startsWith('|') && !isInside) tables.push([])
    isInside = line.startsWith('|')
    if (isInside)
      tables.at(-1)?.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
  }
  return tables.map((rows) => rows.slice(2))
}

function itemsIn(text: string): Map<string, string> {
  return new Map(text.split('、').map((one) => one.split(' ') as [string, string]))
}
