import { expect, it } from 'vitest'
import { groupBy } from '../../checks/group-by.ts'

it('puts what has one key together, in order, and leaves out what has none', () => {
  const groups = groupBy(['odt', 'pdf', 'ods', ''], (format) => format[0] ?? null)
  expect([...groups]).toEqual([
    ['o', ['odt', 'ods']],
    ['p', ['pdf']],
  ])
})
