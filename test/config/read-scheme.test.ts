import { expect, it } from 'vitest'
import { readSchemes } from '../../config/read-scheme.ts'

it('reads', () => {
  const r = readSchemes()
  expect(r[0]?.scheme.criteria.length).toBe(8)
})
