import { sumOf } from '../scoring/points.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { ScoreSheet } from '../store/model/score-sheet.ts'

/**
 * Whether the points that count in the first points scheme are estimated below a target: reviewed, else declared, else measured; lines that nobody
 * assessed count neither way. @throws ExpectedError when there is no such scheme, or a line of it has no estimate: then there is nothing to compare.
 */
export function isBelow(sheets: readonly Pick<ScoreSheet, 'scale' | 'lines'>[], target: number): boolean {
  const lines = sheets.find(({ scale }) => scale.kind === 'points')?.lines ?? []
  const { estimate } = sumOf(lines.flatMap(({ final }) => (final === null ? [] : [final])))
  if (estimate !== null) return estimate < target
  throw new ExpectedError('operator', 'usage/no-estimate', '--fail-below 需要推估分數，但本次查核只有區間，沒有推估')
}
