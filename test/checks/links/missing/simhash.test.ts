import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isNear } from '../../../../checks/links/missing/near.ts'
import { hammingDistance, type Simhash, simhash } from '../../../../checks/links/missing/simhash.ts'
import { anyText } from '../../../support/any-text.ts'

const half = fc.integer({ min: 0, max: 0xffffffff })
const hash: fc.Arbitrary<Simhash> = fc.record({ high: half, low: half })

it('the distance of two hashes is a distance: none to itself, the same both ways, never longer by a detour', () => {
  fc.assert(
    fc.property(hash, hash, hash, (a, b, c) => {
      expect(hammingDistance(a, a)).toBe(0)
      expect(hammingDistance(a, b)).toBe(hammingDistance(b, a))
      expect(hammingDistance(a, c)).toBeLessThanOrEqual(hammingDistance(a, b) + hammingDistance(b, c))
      expect(hammingDistance(a, b)).toBeLessThanOrEqual(64)
      const inverse = { high: ~a.high >>> 0, low: ~a.low >>> 0 }
      expect(hammingDistance(a, inverse)).toBe(64)
    }),
  )
})

it('any text has one hash of 64 bits, and neither order nor number of its shingles changes it', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const { high, low } = simhash(text)
      expect([high >>> 0, low >>> 0]).toEqual([high, low])
      expect(simhash(text)).toEqual({ high, low })
    }),
  )
  const turned = simhash('abcabcabcabcabc')
  expect(simhash('abcabcabc')).toEqual(turned)
})

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
const passage = fc.string({ unit: han, minLength: 150, maxLength: 300 })

it('a text with one character changed stays near, another text does not', () => {
  fc.assert(
    fc.property(passage, passage, fc.nat(149), (text, other, at) => {
      const changed = `${text.slice(0, at)}變${text.slice(at + 1)}`
      expect(hammingDistance(simhash(text), simhash(changed))).toBeLessThan(20)
      expect(hammingDistance(simhash(text), simhash(other))).toBeGreaterThan(8)
      expect(isNear(text, other)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

it('what repeats the address, counts or tells the time is one text', () => {
  const excuse = (echo: string) => `很抱歉您要求的網頁${echo}目前無法提供請回首頁或使用站內搜尋`
  expect(isNear(excuse('/news/a1b2.html'), excuse('/about/zz9.aspx?id=4'))).toBe(true)
  expect(isNear(excuse('10:30:15'), excuse('10:30:16'))).toBe(true)
  expect(isNear('', '')).toBe(false)
  expect(isNear('2026', '2025')).toBe(false)
  expect(isNear('最新消息', '機關介紹')).toBe(false)
})
