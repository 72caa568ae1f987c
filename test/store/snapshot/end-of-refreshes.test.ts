import fc from 'fast-check'
import { expect, it } from 'vitest'
import { endOfRefreshes } from '../../../store/snapshot/end-of-refreshes.ts'

interface Door {
  name: string
  refreshUrl: string | null
}

function end(links: Readonly<Record<string, string | null>>, first: string): string | undefined {
  const pageAt = (name: string): Door | null => {
    const refreshUrl = links[name]
    return refreshUrl === undefined ? null : { name, refreshUrl }
  }
  const door = pageAt(first)
  return door === null ? undefined : endOfRefreshes(door, pageAt).name
}

it('a reader ends at the first page that sends nobody on', () => {
  expect(end({ a: null }, 'a')).toBe('a')
  expect(end({ a: 'b', b: 'c', c: null }, 'a')).toBe('c')
})

it('where there is no end, or the page was not had, the first stays', () => {
  expect(end({ a: 'b', b: 'a' }, 'a')).toBe('a')
  expect(end({ a: 'a' }, 'a')).toBe('a')
  expect(end({ a: 'b', b: 'gone' }, 'a')).toBe('a')
})

it('ends, whatever leads where, at the first page or at one that sends nobody on', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  const links = fc.dictionary(name, fc.option(name))
  fc.assert(
    fc.property(links, (all) => {
      const last = end({ ...all, a: 'b' }, 'a')
      return last === 'a' || (last !== undefined && all[last] === null)
    }),
  )
})
