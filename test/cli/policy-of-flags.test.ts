import { expect, it } from 'vitest'
import { numberFromZero, policyOfFlags, positiveNumber, wholeNumber } from '../../cli/policy-of-flags.ts'
import { siteOfTarget } from '../../cli/site-of-target.ts'

const live = siteOfTarget('https://www.agency.test/', {})
const local = siteOfTarget('http://127.0.0.1:8080/', {})
const now = new Date('2026-11-22T00:00:00Z')

it('a live site is asked at most four times a second, loopback as fast as it answers', () => {
  expect(policyOfFlags(live, {}, now).politeness).toMatchObject({ concurrency: 4, ratePerSecond: 4 })
  expect(policyOfFlags(local, {}, now).politeness).toMatchObject({ concurrency: 8, ratePerSecond: null })
  expect(policyOfFlags(local, { rate: 2, concurrency: 1 }, now).politeness).toMatchObject({
    concurrency: 1,
    ratePerSecond: 2,
  })
})

it('dead links of a live site are confirmed after half a minute, of loopback and a folder at once', () => {
  expect(policyOfFlags(live, {}, now).confirmAfterMs).toBe(30_000)
  expect(policyOfFlags(local, {}, now).confirmAfterMs).toBe(0)
  expect(policyOfFlags({ ...live, folder: '/tmp' }, {}, now).confirmAfterMs).toBe(0)
  expect(policyOfFlags(live, { confirmAfter: 0 }, now).confirmAfterMs).toBe(0)
  expect(policyOfFlags(local, { confirmAfter: 1.5 }, now).confirmAfterMs).toBe(1500)
})

it('private addresses, robots and external links keep their safe defaults', () => {
  const policy = policyOfFlags(live, {}, now)
  expect(policy.politeness).toMatchObject({ allowPrivate: false, ignoreRobots: false })
  expect(policy.politeness.neverAsk).toContain('pcc.gov.tw')
  expect(policyOfFlags({ ...live, folder: '/tmp' }, { external: 'check' }, now).external).toBe('none')
})

it('the seed of a day is the same all day in Taipei, and another for another agency', () => {
  const seed = policyOfFlags(live, {}, now).seed
  expect(policyOfFlags(live, {}, new Date('2026-11-22T15:59:00Z')).seed).toBe(seed)
  expect(policyOfFlags(live, {}, new Date('2026-11-22T16:00:00Z')).seed).not.toBe(seed)
  expect(policyOfFlags(local, {}, now).seed).not.toBe(seed)
  expect(policyOfFlags(live, { seed: 'x' }, now).seed).toBe('x')
})

it('the user agent is honest ASCII', () => {
  expect(policyOfFlags(live, {}, now).politeness.userAgent).toMatch(/^Mingjing\/\d[\x20-\x7e]+$/)
})

it('numbers that are none are refused', () => {
  expect(positiveNumber('2.5')).toBe(2.5)
  expect(wholeNumber('0')).toBe(0)
  expect(numberFromZero('0')).toBe(0)
  for (const text of ['-1', 'x', '', ' ', 'Infinity']) expect(() => numberFromZero(text)).toThrow()
  for (const text of ['0', '-1', 'x', '', 'Infinity']) expect(() => positiveNumber(text)).toThrow()
  for (const text of ['-1', '1.5', 'x']) expect(() => wholeNumber(text)).toThrow()
})

it('a run is judged by the accessibility standard in force on its day in Taipei, unless told otherwise', () => {
  const standardAt = (instant: string) => policyOfFlags(live, {}, new Date(instant)).standard
  expect(standardAt('2026-11-29T15:59:59Z')).toBe('110.07')
  expect(standardAt('2026-11-29T16:00:00Z')).toBe('115.11')
  expect(policyOfFlags(live, { standard: '110.07' }, new Date('2027-01-01T00:00:00Z')).standard).toBe('110.07')
})
