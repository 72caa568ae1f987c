import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answered } from '../../crawler/answer-kind.ts'
import { Patience } from '../../crawler/patience.ts'

const good: Answered = { kind: 'response', status: 200 }
const busy: Answered = { kind: 'response', status: 503 }
const reset: Answered = { kind: 'failure', code: 'reset' }

/** Why patience ended after these answers, each of an address of its own unless named. */
function after(answers: readonly Answered[], urlOf = (n: number) => `http://a.test/${n}`): string | null {
  const patience = new Patience()
  for (const [n, answer] of answers.entries()) patience.note(answer, urlOf(n))
  return patience.reason()
}

it.each<[string, Answered, string]>([
  ['429', { kind: 'response', status: 429 }, 'suffering'],
  ['503', busy, 'suffering'],
  ['504', { kind: 'response', status: 504 }, 'suffering'],
  ['a body that never ended', { kind: 'failure', code: 'body-timeout' }, 'suffering'],
  ['a time limit', { kind: 'failure', code: 'headers-timeout' }, 'not-responding'],
  ['a reset', reset, 'not-responding'],
  ['a refused connection', { kind: 'failure', code: 'refused' }, 'not-responding'],
])('twenty addresses in a row with %s are the end, nineteen are not', (_name, answer, reason) => {
  expect(after(Array<Answered>(19).fill(answer))).toBeNull()
  expect(after(Array<Answered>(20).fill(answer))).toBe(reason)
})

it('resets with an answer among them are a site that suffers, not one that is silent', () => {
  expect(after([...Array<Answered>(12).fill(reset), good, ...Array<Answered>(8).fill(reset)])).toBe('suffering')
})

it('signs scattered among twice as many good answers are none', () => {
  expect(after(Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? busy : good)))).toBeNull()
})

it('a plain 500 or 502 is the fault of its page, whatever their number', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(200, 404, 500, 501, 502), { maxLength: 200 }), (statuses) => {
      expect(after(statuses.map((status) => ({ kind: 'response', status })))).toBeNull()
    }),
  )
})

it('one address that is asked again and again tells of itself alone, until its silence lasts too long', () => {
  const one = () => 'http://a.test/'
  expect(after(Array<Answered>(29).fill(reset), one)).toBeNull()
  expect(after(Array<Answered>(30).fill(reset), one)).toBe('not-responding')
})

it('host names that do not exist end in silence, not in suffering, and the first reason stays', () => {
  const gone: Answered = { kind: 'failure', code: 'dns-not-found' }
  expect(after(Array<Answered>(30).fill(gone))).toBe('not-responding')
  expect(after([...Array<Answered>(20).fill(busy), ...Array<Answered>(30).fill(reset)])).toBe('suffering')
})
