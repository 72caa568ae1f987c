/** A draw without putting back: `drawn` of `population` things, `marked` of which are such as are counted. Whole numbers from 0. */
export interface Draw {
  population: number
  marked: number
  drawn: number
}

/** An exact number: `over / under`, not reduced, `under` above 0. */
export interface Fraction {
  over: bigint
  under: bigint
}

/** In how many ways `taken` can be chosen of `things`; 0 when there are not so many. */
export function choose(things: number, taken: number): bigint {
  if (taken < 0 || taken > things) return 0n
  const fewer = Math.min(taken, things - taken)
  let ways = 1n
  for (let step = 1; step <= fewer; step += 1) ways = (ways * BigInt(things - fewer + step)) / BigInt(step)
  return ways
}

/** The chance that a draw finds exactly so many marked ones: hypergeometric, exact. */
export function chanceOf(found: number, { population, marked, drawn }: Draw): Fraction {
  const over = choose(marked, found) * choose(population - marked, drawn - found)
  return { over, under: choose(population, drawn) }
}

/** The chance that a draw finds so many marked ones or more: exact. */
export function chanceOfAtLeast(least: number, draw: Draw): Fraction {
  let over = 0n
  for (let found = Math.max(0, least); found <= draw.drawn; found += 1) over += chanceOf(found, draw).over
  return { over, under: choose(draw.population, draw.drawn) }
}

/** In per cent, to the nearest tenth. */
export function percentOf({ over, under }: Fraction): number {
  return Number((over * 2000n + under) / (under * 2n)) / 10
}
