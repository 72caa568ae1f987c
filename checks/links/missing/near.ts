import { hammingDistance, simhash } from './simhash.ts'

/** Bits of 64 in which two readings of one template may differ: the address asked for, the time of day. */
const mostBits = 6
const leastShare = 0.8
/** Less says nothing. */
export const leastText = 4
/** Shorter texts are compared as they are. */
const shortText = 60

/** True when two own texts (compact) are one text, but for numbers and addresses in it. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [withoutEcho(one), withoutEcho(other)]
  if (a === b) return a.length >= leastText
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  if (shorter < shortText || shorter / longer < leastShare) return false
  return hammingDistance(simhash(a), simhash(b)) <= mostBits
}

/** Error pages repeat the address that was asked for, count and tell the time. */
function withoutEcho(text: string): string {
  return text.replace(/[\w%.:/?&=+@~-]*[\d/%=][\w%.:/?&=+@~-]*/g, '')
}
