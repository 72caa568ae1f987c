import { chanceOf, chanceOfAtLeast, type Draw, type Fraction, percentOf } from './hypergeometric.ts'

/** What is known of all pages that could be drawn. */
export interface Census {
  pages: number
  correct: number
  /** Neither surely correct nor surely wrong. */
  open: number
}

/** A chance in per cent; a point when no page is open. */
export interface ChanceRange {
  low: number
  high: number
}

/** The chances of the bands of 002:114-116 in a draw of fifteen: 14 or 15 correct, 13, 12. */
export interface BandChances {
  chance14: ChanceRange
  chance13: ChanceRange
  chance12: ChanceRange
}

/** Pieces that reviewers draw (003:234-236). */
export const drawnPieces = 15

/** The least and the highest chance of each band, whatever the open pages turn out to be. `pages` is at least fifteen. */
export function bandChances({ pages, correct, open }: Census): BandChances {
  const draws = Array.from({ length: open + 1 }, (_, more): Draw => {
    return { population: pages, marked: correct + more, drawn: drawnPieces }
  })
  return {
    chance14: rangeOver(draws, (draw) => chanceOfAtLeast(14, draw)),
    chance13: rangeOver(draws, (draw) => chanceOf(13, draw)),
    chance12: rangeOver(draws, (draw) => chanceOf(12, draw)),
  }
}

/** All draws are from one population: their chances have one denominator. */
function rangeOver(draws: readonly Draw[], chance: (draw: Draw) => Fraction): ChanceRange {
  const [first, ...others] = draws.map(chance)
  if (first === undefined) throw new Error('no draw')
  const least = others.reduce((one, other) => (other.over < one.over ? other : one), first)
  const most = others.reduce((one, other) => (other.over > one.over ? other : one), first)
  return { low: percentOf(least), high: percentOf(most) }
}
