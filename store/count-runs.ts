/** How many of the texts hold each run of characters between spaces: what most pages of a site carry is its frame. */
export function countRuns(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const run of new Set(text.split(/\s+/u))) counts.set(run, (counts.get(run) ?? 0) + 1)
  return counts
}
