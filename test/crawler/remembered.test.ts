import fc from 'fast-check'
import { expect, it } from 'vitest'
import { remembered } from '../../crawler/remembered.ts'
import { ownCopy } from '../../store/own-copy.ts'

it('an answer is worked out once, and again when too many others came between', () => {
  const asked: string[] = []
  const length = remembered(2, (text) => {
    asked.push(text)
    return text.length
  })
  expect(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 1, 2, 1, 3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})

it('"nothing" is an answer that is remembered too, and long questions are not kept', () => {
  let asked = 0
  const none = remembered(2, (): null => {
    asked += 1
    return null
  })
  expect([none('a'), none('a')]).toEqual([null, null])
  expect(asked).toBe(1)
  none('x'.repeat(2_000))
  none('x'.repeat(2_000))
  expect(asked).toBe(3)
})

it('a copy is the same text, broken characters included', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ownCopy(text) === text))
  expect(ownCopy('\ud800x')).toBe('\ud800x')
})
