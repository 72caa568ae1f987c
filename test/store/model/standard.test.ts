import { expect, it } from 'vitest'
import { standardInForce } from '../../../store/model/standard.ts'
import { taipeiDate } from '../../../store/model/taipei-date.ts'

it('the day changes at midnight in Taipei, whatever the clock of the machine says', () => {
  expect(taipeiDate(new Date('2026-11-29T15:59:59Z'))).toBe('2026-11-29')
  expect(taipeiDate(new Date('2026-11-29T16:00:00Z'))).toBe('2026-11-30')
})

it('the new accessibility standard is in force from 2026-11-30 on', () => {
  expect(standardInForce(new Date('2026-11-29T15:59:59Z'))).toBe('110.07')
  expect(standardInForce(new Date('2026-11-29T16:00:00Z'))).toBe('115.11')
})
