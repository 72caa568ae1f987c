import fc from 'fast-check'
import { expect, it } from 'vitest'
import { concurrencyOf, delayMsOf, fullPace, halved, recovered, slowestDelayMs } from '../../crawler/host-pace.ts'

const agreements = fc.record({
  concurrency: fc.integer({ min: 1, max: 300 }),
  ratePerSecond: fc.option(fc.double({ min: 0.05, max: 500, noNaN: true })),
})
const delayOf = (rate: number | null) => (rate === null ? 0 : 1000 / rate)

it('a host is never asked more often than agreed, nor less often than the floor, whatever it answers', () => {
  fc.assert(
    fc.property(agreements, fc.array(fc.boolean(), { maxLength: 300 }), (agreed, answers) => {
      const pace = answers.reduce((one, isGood) => (isGood ? recovered(one) : halved(one)), fullPace)
      const delay = delayOf(agreed.ratePerSecond)
      expect(concurrencyOf(pace, agreed)).toBeGreaterThanOrEqual(1)
      expect(concurrencyOf(pace, agreed)).toBeLessThanOrEqual(agreed.concurrency)
      expect(delayMsOf(pace, delay)).toBeGreaterThanOrEqual(delay)
      expect(delayMsOf(pace, delay)).toBeLessThanOrEqual(Math.max(delay, slowestDelayMs))
    }),
  )
})

it('a host in lasting trouble is asked one at a time, once in five seconds', () => {
  fc.assert(
    fc.property(agreements, (agreed) => {
      let pace = fullPace
      for (let n = 0; n < 20; n += 1) pace = halved(pace)
      expect(concurrencyOf(pace, agreed)).toBe(1)
      expect(delayMsOf(pace, delayOf(agreed.ratePerSecond))).toBe(
        Math.max(delayOf(agreed.ratePerSecond), slowestDelayMs),
      )
    }),
  )
})

it('the first trouble halves the pace, and good answers bring all of it back', () => {
  const agreed = { concurrency: 8, ratePerSecond: 4 }
  let pace = halved(fullPace)
  expect([concurrencyOf(pace, agreed), delayMsOf(pace, 250)]).toEqual([4, 500])
  for (let n = 0; n < 19; n += 1) pace = recovered(pace)
  expect(pace.share).toBe(0.5)
  for (let n = 0; n < 200; n += 1) pace = recovered(pace)
  expect(pace).toEqual(fullPace)
})
