import { ownCopy } from '../store/own-copy.ts'

/** Longer questions are answered anew: whoever asks them seldom asks again. */
const longest = 1_000

/**
 * The same answers as `answer` gives, the last `most` of them kept: what stands on one page of a site stands on all. `answer`
 * must depend on its argument alone.
 */
export function remembered<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.answer
    const now = answer(text)
    if (known.size >= most) known.clear()
    if (text.length <= longest) known.set(ownCopy(text), { answer: now })
    return now
  }
}
