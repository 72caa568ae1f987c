import { expect, it } from 'vitest'
import { readStandards } from '../../../config/read-standards.ts'
import { standardInForce } from '../../../store/model/standard.ts'
import { taipeiDate, taipeiTimeOfDay } from '../../../store/model/taipei-date.ts'

it('the day changes at midnight in Taipei, whatever the clock of the machine says', () => {
  expect(taipeiDate(new Date('2026-11-29T15:59:59Z'))).toBe('2026-11-29')
  expect(taipeiDate(new Date('2026-11-29T16:00:00Z'))).toBe('2026-11-30')
  expect(taipeiTimeOfDay(new Date('2026-11-29T16:00:00Z'))).toBe('00:00')
  expect(taipeiTimeOfDay(new Date('2026-11-29T02:03:59Z'))).toBe('10:03')
})

it('the new accessibility standard is in force from 2026-11-30 on', () => {
  expect(standardInForce(new Date('2026-11-29T15:59:59Z'), readStandards()).version).toBe('110.07')
  expect(standardInForce(new Date('2026-11-29T16:00:00Z'), readStandards()).version).toBe('115.11')
})

it('before any standard nothing is in force', () => {
  const later = readStandards().filter(({ inForceFrom }) => inForceFrom !== null)
  expect(() => standardInForce(new Date('2026-01-01T00:00:00Z'), later)).toThrow('2026-01-01')
})
