/** What can be said of a statement: it holds, it does not, or we cannot tell. */
export type Truth = 'yes' | 'no' | 'unknown'

/** Everything holds; one `no` settles it whatever else is unknown. True of nothing at all. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

/** Something holds; one `yes` settles it whatever else is unknown. */
export function anyOf(truths: readonly Truth[]): Truth {
  return opposite(allOf(truths.map(opposite)))
}

/** What is unknown stays unknown. */
export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown'
  return truth === 'yes' ? 'no' : 'yes'
}
