/** Pairs of neighbouring characters of a text; a text of one character is its own. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const characters = [...text]
  if (characters.length < 2) return new Set(characters)
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** Dice's share of bigrams two texts have in common, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  return (2 * sharedBy(one, other)) / (one.size + other.size)
}

/** Share of the bigrams of a text that stand in another, 0 to 1. */
export function coverage(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : sharedBy(part, whole) / part.size
}

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return shared
}
