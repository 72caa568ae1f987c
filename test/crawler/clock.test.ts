import { expect, it } from 'vitest'
import { steadyClock } from '../../crawler/clock.ts'

it('the steady clock tells the time of day, never goes back, and a stop ends a wait', async () => {
  expect(Math.abs(steadyClock.now() - Date.now())).toBeLessThan(60_000)
  const times = Array.from({ length: 100 }, () => steadyClock.now())
  expect(times.toSorted((a, b) => a - b)).toEqual(times)
  const before = steadyClock.now()
  await steadyClock.wait(600_000, AbortSignal.timeout(20))
  expect(steadyClock.now() - before).toBeLessThan(60_000)
})
