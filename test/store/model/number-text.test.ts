import { expect, it } from 'vitest'
import { fillMessage } from '../../../store/model/message.ts'
import { numberText } from '../../../store/model/number-text.ts'

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [14690, '14,690'],
  [1234567.89, '1,234,567.9'],
  [-1234, '-1,234'],
])('%d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text)
})

it('a count in a message is set off by thousands, a year that is text is not', () => {
  expect(fillMessage('{count}處，{year}年；{gone}', { count: 14690, year: '2026' })).toBe('14,690處，2026年；{gone}')
})
