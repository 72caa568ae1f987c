import { expect, it } from 'vitest'
import { parseUrl } from '../../store/parse-url.ts'

it('an address with a Latin letter beyond ASCII is one, however often it is asked', () => {
  const hrefs = new Set<string | undefined>()
  for (let n = 0; n < 50_000; n += 1) hrefs.add(parseUrl('/caf\u00e9/fa\u00df.pdf', 'https://agency.test/')?.href)
  expect([...hrefs]).toEqual(['https://agency.test/caf%C3%A9/fa%C3%9F.pdf'])
})

it('what is no address is none', () => {
  expect(parseUrl('http://')).toBeNull()
  expect(parseUrl('/a')).toBeNull()
  expect(parseUrl('http://a b/', 'https://agency.test/')).toBeNull()
})
