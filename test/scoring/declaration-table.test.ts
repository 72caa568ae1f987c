import { expect, it } from 'vitest'
import { declarationTable } from '../../scoring/declaration-table.ts'
import { declaration } from './sample-facts.ts'

it('the number of the latest period counts, whenever it was declared', () => {
  const table = declarationTable([
    declaration('cases', 15, '2026-01-05', 2025),
    declaration('cases', 12, '2026-03-01', 2024),
  ])
  expect(table.get('cases')).toBe(15)
})

it('last year is what was declared of the year before', () => {
  const table = declarationTable([
    declaration('cases', 12, '2025-01-05', 2024),
    declaration('cases', 15, '2026-01-05', 2025),
  ])
  expect(table.get('cases-last-year')).toBe(12)
})

it('a gap of two years is no last year', () => {
  const table = declarationTable([
    declaration('cases', 12, '2024-01-05', 2023),
    declaration('cases', 15, '2026-01-05', 2025),
  ])
  expect(table.has('cases-last-year')).toBe(false)
})

it('a last year that was declared by itself stands', () => {
  const table = declarationTable([
    declaration('cases', 12, '2025-01-05', 2024),
    declaration('cases', 15, '2026-01-05', 2025),
    declaration('cases-last-year', 11, '2026-01-05', 2025),
  ])
  expect(table.get('cases-last-year')).toBe(11)
})

it('what is declared of no time has no last year', () => {
  expect(declarationTable([declaration('cases', 1), declaration('cases', 2)]).has('cases-last-year')).toBe(false)
})
