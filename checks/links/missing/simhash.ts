/** A 64-bit simhash as two unsigned halves: texts that share most of their shingles differ in few bits. */
export interface Simhash {
  high: number
  low: number
}

const shingleLength = 3

/** The simhash of a text over its distinct shingles of three characters; of a shorter text it is the hash of the text itself. */
export function simhash(text: string): Simhash {
  const weights = new Int32Array(64)
  for (const shingle of shinglesOf(text)) addTo(weights, hash(shingle, 0x811c9dc5), hash(shingle, 0x2f0b4f9d))
  return { high: halfOf(weights, 0), low: halfOf(weights, 32) }
}

/** In how many of 64 bits two hashes differ. */
export function hammingDistance(a: Simhash, b: Simhash): number {
  return bitsIn(a.high ^ b.high) + bitsIn(a.low ^ b.low)
}

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>()
  const last = Math.max(0, text.length - shingleLength)
  for (let at = 0; at <= last; at += 1) shingles.add(text.slice(at, at + shingleLength))
  return shingles
}

/** FNV-1a over UTF-16 code units, its bits mixed at the end (the finaliser of MurmurHash3). */
function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function addTo(weights: Int32Array, high: number, low: number): void {
  for (let bit = 0; bit < 32; bit += 1) {
    weights[bit] = (weights[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1)
    weights[bit + 32] = (weights[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1)
  }
}

function halfOf(weights: Int32Array, from: number): number {
  let half = 0
  for (let bit = 0; bit < 32; bit += 1) if ((weights[from + bit] ?? 0) > 0) half |= 1 << bit
  return half >>> 0
}

function bitsIn(value: number): number {
  let rest = value >>> 0
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}
