/** How often a check was right over labelled cases. Cases the labels cannot tell are in none of the numbers. */
export interface Confusion {
  truePositive: number
  falsePositive: number
  falseNegative: number
  trueNegative: number
  /** Cases the check left open, by what the labels say of them. */
  openPositive: number
  openNegative: number
}

export function emptyConfusion(): Confusion {
  return { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0, openPositive: 0, openNegative: 0 }
}

/** Counts one case; `null` stands for "cannot tell": of the labels, the case is left out; of the check, it is open. */
export function count(confusion: Confusion, said: boolean | null, truth: boolean | null): void {
  if (truth === null) return
  if (said === null) confusion[truth ? 'openPositive' : 'openNegative'] += 1
  else if (said) confusion[truth ? 'truePositive' : 'falsePositive'] += 1
  else confusion[truth ? 'falseNegative' : 'trueNegative'] += 1
}

/** Share of what it said that is so, 0 to 1; `null` when it said nothing. */
export function precision({ truePositive, falsePositive }: Confusion): number | null {
  return share(truePositive, truePositive + falsePositive)
}

/** Share of what is so that it said, 0 to 1, open cases left out; `null` when there was nothing to say. */
export function recall({ truePositive, falseNegative }: Confusion): number | null {
  return share(truePositive, truePositive + falseNegative)
}

/** Share of its denials that are right, 0 to 1: what accuses an agency. `null` when it denied nothing. */
export function denialPrecision({ trueNegative, falseNegative }: Confusion): number | null {
  return share(trueNegative, trueNegative + falseNegative)
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
