import { expect, it } from 'vitest'
import { Recent } from '../../store/recent.ts'

it('makes a thing once while it is kept, also one that is undefined', () => {
  const recent = new Recent<string, number | undefined>(2)
  let made = 0
  const make = () => {
    made += 1
    return undefined
  }
  recent.get('a', make)
  recent.get('a', make)
  expect(made).toBe(1)
})

it('lets go of what was made first when there are too many', () => {
  const recent = new Recent<string, string>(2)
  for (const key of ['a', 'b', 'c']) recent.get(key, () => `first ${key}`)
  const made = ['b', 'c', 'a'].map((key) => recent.get(key, () => `second ${key}`))
  expect(made).toEqual(['first b', 'first c', 'second a'])
})
