import { expect, it } from 'vitest'
import { retryAfterMs } from '../../crawler/retry-after.ts'

const now = Date.parse('2026-11-22T02:00:00Z')

it('seconds and HTTP dates are understood, a date that has passed asks for no wait', () => {
  expect(retryAfterMs('0', now)).toBe(0)
  expect(retryAfterMs(' 90 ', now)).toBe(90_000)
  expect(retryAfterMs('Sun, 22 Nov 2026 02:00:30 GMT', now)).toBe(30_000)
  expect(retryAfterMs('Sun, 22 Nov 2026 01:00:00 GMT', now)).toBe(0)
})

it('what is neither is no answer', () => {
  for (const text of [undefined, '', '-5', '1.5', 'soon', '9'.repeat(400), 'Sun, 99 Foo', '120, 120']) {
    expect(retryAfterMs(text, now)).toBeNull()
  }
})
